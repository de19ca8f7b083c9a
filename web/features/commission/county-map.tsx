import type { CountyStanding } from '#shared/evaluation/standing'
import { cityPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import styles from './county-map.module.css'
import { outlines } from './outlines.ts'
import { type Shade, type Shaded, shadeOf } from './shades.ts'

interface CountyMapProps {
  counties: readonly CountyStanding[]
  by: Shade
  text: Text['commission']['map']
}

/** Room for the whole city; zones without an outline of their own stand in the empty corner. */
const VIEW = '0 0 440 425'
const SQUARE = { x: 8, y: 8, width: 66, height: 28, gap: 6 }
/** Smaller counties are named by their tooltip and in the table. */
const SMALLEST_NAMED = 34
const STEPS = [1, 2, 3, 4, 5] as const

/** One hue, darker is worse; a sketch of where the counties lie. The table beside it says the same and more. */
export function CountyMap({ counties, by, text }: CountyMapProps) {
  const known = new Map(counties.map((county) => [county.tenant, county]))
  const zones = counties.filter(({ tenant }) => !(tenant in outlines))
  return (
    <figure className={styles.figure}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of many parts, each with its own name */}
      <svg className={styles.map} viewBox={VIEW} role="group" aria-label={text.label}>
        <defs>
          <pattern id="few" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className={styles.hatch} d="M0 0v5" />
          </pattern>
        </defs>
        {Object.entries(outlines).map(([tenant, { path }]) => (
          <Place key={tenant} county={known.get(tenant)} by={by} text={text} path={path} />
        ))}
        {zones.map((county, index) => (
          <Place key={county.tenant} county={county} by={by} text={text} path={squareAt(index)} />
        ))}
        <g>
          {Object.entries(outlines).map(([tenant, { x, y, size }]) => {
            const county = known.get(tenant)
            return (
              county &&
              size >= SMALLEST_NAMED && <Name key={tenant} x={x} y={y + 4} county={county} by={by} />
            )
          })}
          {zones.map((county, index) => (
            <Name
              key={county.tenant}
              x={SQUARE.x + SQUARE.width / 2}
              y={SQUARE.y + index * (SQUARE.height + SQUARE.gap) + 18}
              county={county}
              by={by}
            />
          ))}
        </g>
      </svg>
      <figcaption className={styles.key}>
        <span>{text.better}</span>
        {STEPS.map((step) => (
          <span key={step} className={`${styles.swatch} ${styles[`swatch${step}`]}`} />
        ))}
        <span>{text.worse}</span>
        <span>{text.hatched}</span>
        <span>{text.sketch}</span>
      </figcaption>
    </figure>
  )
}

const squareAt = (index: number) => {
  const { x, y, width, height, gap } = SQUARE
  return `M${x} ${y + index * (height + gap)}h${width}v${height}h${-width}z`
}

interface PlaceProps {
  county: CountyStanding | undefined
  by: Shade
  text: Text['commission']['map']
  path: string
}

function Place({ county, by, text, path }: PlaceProps) {
  if (!county) return <path className={styles.absent} d={path} />
  const shaded = shadeOf(county, by)
  return (
    <a href={cityPaths.county(county.tenant)} tabIndex={-1} aria-label={county.name}>
      <title>{text.county(county.name, county.standing.overdue ?? 0, county.usage.index)}</title>
      <path className={classOf(shaded)} d={path} />
      {shaded.few && <path className={styles.few} d={path} fill="url(#few)" />}
    </a>
  )
}

const classOf = ({ step }: Shaded) => (step ? styles[`step${step}`] : styles.none)

/** 云阳 of 云阳县: as people call it; a zone's whole name fits its square. */
function Name({ x, y, county, by }: { x: number; y: number; county: CountyStanding; by: Shade }) {
  const { step = 0 } = shadeOf(county, by)
  return (
    <text className={step > 3 ? `${styles.name} ${styles.onDark}` : styles.name} x={x} y={y}>
      {county.name.slice(0, county.tenant in outlines ? 2 : 4)}
    </text>
  )
}
