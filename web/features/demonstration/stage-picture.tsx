import type { HistoryEntry } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { lifecycle, type Stage } from '#shared/lifecycle/lifecycle'
import { type Arrow, arrowsOf, ENDS_ROW, type Placed, placeStages } from './stage-layout.ts'
import styles from './stage-picture.module.css'

interface StagePictureProps {
  label: string
  /** Where the case stands; undefined before there is one. */
  now: Stage | undefined
  history: readonly HistoryEntry[]
  language: Language
}

const BOX = { width: 104, height: 40, across: 140, down: 112 }
/** Room for what arches above the main line. */
const TOP = 72
const placed = placeStages()
const arrows = arrowsOf(placed)
const WIDTH = Math.max(...placed.map(({ column }) => column + 1)) * BOX.across
const HEIGHT = TOP + 2 * BOX.down + BOX.height + 16

/** The state machine, drawn from the table that it runs by: where the case was, where it is, where it may go. */
export function StagePicture({ label, now, history, language }: StagePictureProps) {
  const been = new Set(history.map(({ to }) => to))
  const lookOf = (stage: Stage) => (stage === now ? styles.now : been.has(stage) ? styles.been : styles.box)
  // every stage leads to the ends at the bottom: those ways are drawn from where the case is
  const shown = arrows
    .filter(({ from, to }) => to.row < ENDS_ROW || from.stage === now)
    .toSorted((a, b) => Number(a.from.stage === now) - Number(b.from.stage === now))
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are grouped here
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <defs>
          <marker
            id="tip"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5 7.5 4 0 7.5z" fill="context-stroke" />
          </marker>
        </defs>
        {shown.map((arrow) => (
          <path
            key={`${arrow.from.stage} ${arrow.to.stage}`}
            className={arrow.from.stage === now ? styles.open : styles.way}
            d={lineOf(arrow)}
            markerEnd="url(#tip)"
          />
        ))}
        {placed.map((one) => (
          <g key={one.stage} className={lookOf(one.stage)}>
            <rect x={leftOf(one)} y={topOf(one)} width={BOX.width} height={BOX.height} rx="4" />
            <text x={leftOf(one) + BOX.width / 2} y={topOf(one) + BOX.height / 2}>
              {lifecycle[one.stage].name[language]}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

const leftOf = ({ column }: Placed) => column * BOX.across + (BOX.across - BOX.width) / 2
const topOf = ({ row }: Placed) => TOP + row * BOX.down
const middleOf = (one: Placed) => leftOf(one) + BOX.width / 2

/** Straight to a neighbour, in an arch over the row to one further off or before, from edge to edge between rows. */
function lineOf({ from, to }: Arrow): string {
  const steps = to.column - from.column
  if (from.row === to.row && steps === 1) {
    const y = topOf(from) + BOX.height / 2
    return `M${leftOf(from) + BOX.width} ${y}H${leftOf(to)}`
  }
  if (from.row === to.row) {
    const y = topOf(from)
    const high = y - 20 - 8 * Math.min(5, Math.abs(steps))
    const aside = Math.sign(steps) * 12
    return `M${middleOf(from) + aside} ${y}C${middleOf(from) + aside} ${high} ${middleOf(to) - aside} ${high} ${middleOf(to) - aside} ${y}`
  }
  const down = to.row > from.row
  const [y, end] = down ? [topOf(from) + BOX.height, topOf(to)] : [topOf(from), topOf(to) + BOX.height]
  const [x, at] = [middleOf(from) + (down ? 8 : -8), middleOf(to) + (down ? 8 : -8)]
  return `M${x} ${y}C${x} ${(y + end) / 2} ${at} ${(y + end) / 2} ${at} ${end}`
}
