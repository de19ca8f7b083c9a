import styles from './figures.module.css'

export interface Bar {
  name: string
  now: number
  /** Of the period before: a dashed mark at its length. */
  before: number
}

interface BarChartProps {
  label: string
  bars: readonly Bar[]
}

const ROW = 26
/** Hundredths of the width: where the bars begin, and how long the longest is. The rest is for its number. */
const NAME = 34
const LONGEST = 54
const LONGEST_NAME = 8

/** Bars lying on their side, the longest first; the table beside it says the same. Words keep their size on any screen. */
export function BarChart({ label, bars }: BarChartProps) {
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before]))
  const lengthOf = (count: number) => (count / most) * LONGEST
  return (
    <svg className={styles.bars} width="100%" height={bars.length * ROW + 20} role="img" aria-label={label}>
      {bars.map(({ name, now, before }, index) => {
        const top = index * ROW + 4
        return (
          <g key={name}>
            <text className={styles.name} x={`${NAME - 2}%`} y={top + 15} textAnchor="end">
              {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}
            </text>
            <rect className={styles.now} x={`${NAME}%`} y={top + 3} width={`${lengthOf(now)}%`} height={16} />
            {before > 0 && (
              <line
                className={styles.then}
                x1={`${NAME + lengthOf(before)}%`}
                x2={`${NAME + lengthOf(before)}%`}
                y1={top}
                y2={top + 22}
              />
            )}
            <text className={styles.amount} x={`${NAME + lengthOf(now) + 1}%`} y={top + 15}>
              {now}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
