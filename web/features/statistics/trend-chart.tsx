import styles from './figures.module.css'

export interface TrendPoint {
  name: string
  first: number
  second: number
}

interface TrendChartProps {
  label: string
  /** What each line is of, said at its end. */
  names: { first: string; second: string }
  points: readonly TrendPoint[]
}

const WIDTH = 960
const HEIGHT = 200
const LEFT = 40
const RIGHT = 96
const TOP = 12
const BOTTOM = 28

/** Two lines over the periods, each named at its end instead of in a legend. */
export function TrendChart({ label, names, points }: TrendChartProps) {
  const most = Math.max(1, ...points.flatMap(({ first, second }) => [first, second]))
  const x = (at: number) => LEFT + Math.round((at / Math.max(1, points.length - 1)) * (WIDTH - LEFT - RIGHT))
  const y = (count: number) => TOP + Math.round((1 - count / most) * (HEIGHT - TOP - BOTTOM))
  const line = (of: 'first' | 'second') =>
    points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(point[of])}`).join('')
  const last = points.at(-1)
  const ends = last && apart(y(last.first), y(last.second))
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, most].map((count) => (
        <g key={count}>
          <path className={styles.axis} d={`M${LEFT} ${y(count)}H${WIDTH - RIGHT}`} />
          <text className={styles.tick} x={LEFT - 6} y={y(count) + 4} textAnchor="end">
            {count}
          </text>
        </g>
      ))}
      {points.map(({ name }, at) => (
        <text key={name} className={styles.tick} x={x(at)} y={HEIGHT - 8} textAnchor="middle">
          {name}
        </text>
      ))}
      <path className={styles.line} d={line('first')} />
      <path className={styles.second} d={line('second')} />
      {points.map(({ name, first, second }, at) => (
        <g key={name}>
          <circle className={styles.dotSecond} cx={x(at)} cy={y(second)} r={3} />
          <circle className={styles.dot} cx={x(at)} cy={y(first)} r={3} />
        </g>
      ))}
      {ends && (
        <>
          <text className={styles.amount} x={WIDTH - RIGHT + 8} y={ends[0] + 4}>
            {names.first} {last.first}
          </text>
          <text className={styles.amount} x={WIDTH - RIGHT + 8} y={ends[1] + 4}>
            {names.second} {last.second}
          </text>
        </>
      )}
    </svg>
  )
}

const LINE = 16

/** Two heights far enough from each other that words at them do not lie on each other. */
function apart(a: number, b: number): [number, number] {
  if (Math.abs(a - b) >= LINE) return [a, b]
  return a <= b ? [a - LINE / 2, b + LINE / 2] : [a + LINE / 2, b - LINE / 2]
}
