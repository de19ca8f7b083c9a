import { listQueue } from '#shared/cases/contract'
import { areaOfGrid } from '#shared/organisation/codes'
import { listBeats } from '#shared/organisation/contract'
import type { Grid } from '#shared/organisation/grids'
import { ask } from '../../lib/api.ts'
import { readNames } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import frame from '../citizen/public.module.css'
import { planOf } from '../map/plan.ts'
import { readGrids, regionOfGrid } from '../map/read-ground.ts'
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
  const lists = await Promise.all(areas.map((area) => readGrids(county, area)))
  return lists.flat().filter(({ code, retired }) => codes.includes(code) && !retired)
}

const FRAME = { width: 1_000, margin: 20 }

function Sketch({ grids, text }: { grids: readonly Grid[]; text: Text['collector']['map'] }) {
  const regions = grids.map((grid) => ({ code: grid.code, region: regionOfGrid(grid) }))
  const plan = planOf(
    regions.flatMap(({ region }) => region.flat()),
    FRAME,
  )
  if (!plan) return null
  const { width, height, origin, perDegree } = plan
  return (
    <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={text.picture}>
      {regions.map(({ code, region }) => (
        <path key={code} d={plan.path(region)} fillRule="evenodd" />
      ))}
      <HereMark label={text.here} origin={origin} perDegree={perDegree} />
    </svg>
  )
}
