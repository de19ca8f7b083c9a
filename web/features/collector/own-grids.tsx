import { listQueue } from '#shared/cases/contract'
import { areaOfGrid } from '#shared/organisation/codes'
import { listBeats, listGrids } from '#shared/organisation/contract'
import { pointOf } from '#shared/organisation/geometry/lattice'
import { regionOf } from '#shared/organisation/geometry/shape'
import type { Grid } from '#shared/organisation/grids'
import { ask } from '../../lib/api.ts'
import { readNames } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import frame from '../citizen/public.module.css'
import styles from './field.module.css'
import { HereMark } from './later.ts'

interface OwnGridsProps {
  county: string
  person: string
  text: Text['collector']['map']
}

/** The beat of whoever looks: a sketch drawn here, which opens without a line, and the same as a list. */
export async function OwnGrids({ county, person, text }: OwnGridsProps) {
  const beats = await ask(listBeats, { params: { county } })
  const own = beats.ok
    ? beats.value.beats.filter(({ collector, retired }) => collector === person && !retired)
    : []
  const codes = own.flatMap(({ grids }) => grids)
  if (codes.length === 0) return <p>{text.empty}</p>
  const grids = await gridsOf(county, codes)
  const drawn = grids.filter(({ shape }) => shape !== undefined)
  const queue = await ask(listQueue, { params: { county, post: 'collector' } })
  const waiting = queue.ok ? queue.value.cases : []
  const names = await readNames(county, ['area'])
  return (
    <>
      <p>
        {own.map(({ name }) => name).join(' · ')} · {text.grids(String(codes.length))}
      </p>
      {drawn.length > 0 ? <Sketch grids={drawn} text={text} /> : <p>{text.undrawn}</p>}
      <ul className={frame.list}>
        {grids.map(({ code, name, sketch }) => {
          const tasks = waiting.filter(({ area }) => area === code).length
          return (
            <li key={code}>
              <span>{name ?? `${names.area(code)} ${code.slice(-3)}`}</span>
              <span>{tasks > 0 && `${text.tasks} ${tasks}`}</span>
              {sketch && <span className={frame.hint}>{text.sketch}</span>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

async function gridsOf(county: string, codes: readonly string[]): Promise<Grid[]> {
  const areas = [...new Set(codes.map(areaOfGrid))]
  const lists = await Promise.all(areas.map((area) => ask(listGrids, { params: { county, area } })))
  return lists
    .flatMap((reply) => (reply.ok ? reply.value.grids : []))
    .filter(({ code, retired }) => codes.includes(code) && !retired)
}

/** Width of the drawing, in its own units. */
const WIDTH = 1_000
const MARGIN = 20

/** North is above; a degree of longitude is as short as it is at that latitude. */
function Sketch({ grids, text }: { grids: readonly Grid[]; text: Text['collector']['map'] }) {
  const regions = grids.map(({ code, shape = '' }) => ({ code, region: regionOf(shape) }))
  const points = regions.flatMap(({ region }) => region.flat())
  const [west, east] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))]
  const [south, north] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))]
  const [, unitsPerDegree] = pointOf(0, 1)
  const shorter = Math.cos(((south + north) / 2 / unitsPerDegree / 180) * Math.PI)
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1, (east - west) * shorter)
  const x = (value: number) => MARGIN + (value - west) * shorter * scale
  const y = (value: number) => MARGIN + (north - value) * scale
  const height = 2 * MARGIN + (north - south) * scale
  const path = (region: ReturnType<typeof regionOf>) =>
    region
      .map((ring) => `M${ring.map(([at, up]) => `${x(at).toFixed(1)} ${y(up).toFixed(1)}`).join('L')}Z`)
      .join('')
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${WIDTH} ${height.toFixed(0)}`}
      role="img"
      aria-label={text.picture}
    >
      {regions.map(({ code, region }) => (
        <path key={code} d={path(region)} fillRule="evenodd" />
      ))}
      <HereMark
        label={text.here}
        origin={{ west: west / unitsPerDegree, north: north / unitsPerDegree, margin: MARGIN }}
        perDegree={{ x: unitsPerDegree * shorter * scale, y: unitsPerDegree * scale }}
      />
    </svg>
  )
}
