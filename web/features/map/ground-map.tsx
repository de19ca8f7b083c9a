import type { LampColour } from '#shared/deadlines/lamp'
import type { Point, Region } from '#shared/organisation/geometry/lattice'
import { clustersOf } from './cluster.ts'
import styles from './ground-map.module.css'
import { planOf } from './plan.ts'

/** A grid or an area on the map. */
export interface MapCell {
  readonly code: string
  readonly region: Region
  readonly name: string
  readonly look?: 'chosen' | 'retired'
  readonly href?: string
}

/** A case, a component or the place in question. */
export interface MapMark {
  readonly id: string
  readonly at: Point
  /** Said by the tooltip and to who cannot see. */
  readonly name: string
  readonly look: LampColour | 'component' | 'here'
  readonly href?: string
}

interface GroundMapProps {
  cells: readonly MapCell[]
  marks: readonly MapMark[]
  /** What the drawing is of, as it is read out. */
  label: string
  /** `{n}` stands for how many lie there. */
  several: string
  metres: (metres: number) => string
}

const WIDTH = 640
const FRAME = { width: WIDTH, margin: 20, highest: 560 }
/** Marks nearer than this cannot be told apart. */
const APART = 18

/** Unit grids and what lies in them, drawn on the server: opens without a script, and a list beside it says the same. */
export function GroundMap({ cells, marks, label, several, metres }: GroundMapProps) {
  const plan = planOf([...cells.flatMap(({ region }) => region.flat()), ...marks.map(({ at }) => at)], FRAME)
  if (!plan) return null
  const placed = marks.map((mark) => {
    const [x, y] = plan.place(mark.at)
    return { ...mark, x, y }
  })
  const apart = placed.filter(({ look }) => look === 'here' || look === 'component')
  const clusters = clustersOf(
    placed.filter(({ look }) => look !== 'here' && look !== 'component'),
    APART,
  )
  const scale = scaleOf(plan.metresAcross)
  const bar = (scale / plan.metresAcross) * WIDTH
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing of many parts, each with its own name
    <svg
      className={styles.map}
      viewBox={`0 0 ${plan.width} ${plan.height + 28}`}
      role="group"
      aria-label={label}
    >
      {cells.map((cell) => (
        <Cell key={cell.code} cell={cell} d={plan.path(cell.region)} />
      ))}
      {apart.map((mark) => (
        <Mark key={mark.id} {...mark} />
      ))}
      {clusters.map(({ x, y, members }) =>
        members.length === 1 && members[0] ? (
          <Mark key={members[0].id} {...members[0]} />
        ) : (
          <Count
            key={members[0]?.id}
            x={x}
            y={y}
            count={members.length}
            name={`${several.replace('{n}', String(members.length))}：${members.map(({ name }) => name).join('；')}`}
          />
        ),
      )}
      <path className={styles.scale} d={`M20 ${plan.height + 12}v6h${bar.toFixed(1)}v-6`} />
      <text className={styles.words} x={28 + bar} y={plan.height + 20}>
        {metres(scale)}
      </text>
    </svg>
  )
}

const SCALES = [20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000] as const
/** The longest round length that takes a quarter of the width. */
const scaleOf = (across: number) => SCALES.findLast((length) => length <= across / 4) ?? SCALES[0]

function Cell({ cell: { name, look, href }, d }: { cell: MapCell; d: string }) {
  const drawn = (
    <path className={[styles.cell, look && styles[look]].filter(Boolean).join(' ')} d={d} fillRule="evenodd">
      <title>{name}</title>
    </path>
  )
  return href ? (
    <a href={href} aria-label={name} tabIndex={-1}>
      {drawn}
    </a>
  ) : (
    drawn
  )
}

const shapes = {
  green: <circle r="7" />,
  amber: <path d="M0-8 8 7H-8z" />,
  red: <path d="M-7-7H7V7H-7z" />,
  grey: <path d="M-7-7h5v14h-5zM2-7h5v14h-5z" />,
  component: <circle r="4" />,
  here: <path d="M0-11 4-4 11 0 4 4 0 11-4 4-11 0-4-4z" />,
} satisfies Record<MapMark['look'], unknown>

function Mark({ x, y, name, look, href }: MapMark & { x: number; y: number }) {
  const drawn = (
    <g className={`${styles.mark} ${styles[look]}`} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <title>{name}</title>
      {shapes[look]}
    </g>
  )
  return href ? (
    <a href={href} aria-label={name}>
      {drawn}
    </a>
  ) : (
    drawn
  )
}

function Count({ x, y, count, name }: { x: number; y: number; count: number; name: string }) {
  return (
    <g className={styles.count} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
      <title>{name}</title>
      <circle r="12" />
      <text y="4">{count}</text>
    </g>
  )
}
