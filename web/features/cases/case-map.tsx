import type { CaseLine, CaseView } from '#shared/cases/case'
import { type ComponentNear, listComponentsNear } from '#shared/intake/field-contract'
import type { Grid } from '#shared/organisation/grids'
import { ask } from '../../lib/api.ts'
import type { Names } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { GroundMap, type MapCell, type MapMark } from '../map/ground-map.tsx'
import { gridsAround, middleOf, pointAt, regionOfGrid } from '../map/read-ground.ts'
import styles from './case-file.module.css'
import { openLines } from './open-cases.ts'

interface CaseMapProps {
  county: string
  file: CaseView
  names: Names
  text: Text['map']
}

/** Named beside the map; the drawing has them all. */
const MOST_NAMED = 5

/** Where it is: its unit grid among the others of the community, components around it, and what else is open there. */
export async function CaseMap({ county, file, names, text }: CaseMapProps) {
  const { area, position } = file
  const [grids, components, others] = await Promise.all([
    area ? gridsAround(county, [area]) : [],
    position ? componentsNear(county, position) : [],
    othersIn(county, file),
  ])
  const own = grids.find(({ code }) => code === area)
  const here = position ? pointAt(position) : own && middleOf(regionOfGrid(own))
  if (!here) return null
  const cells = grids.map((grid): MapCell => {
    const name = text.grid(grid.name ?? names.area(grid.code), grid.code.slice(-3))
    return { code: grid.code, region: regionOfGrid(grid), name, ...(grid === own && { look: 'chosen' }) }
  })
  const marks: MapMark[] = [
    ...components.map(
      (one): MapMark => ({
        id: one.code,
        at: pointAt(one),
        name: componentName(one, text),
        look: 'component',
      }),
    ),
    ...marksOf(county, others, grids),
    { id: file.id, at: here, name: file.place, look: 'here' },
  ]
  return (
    <section className={styles.sheet} aria-labelledby="map">
      <h2 id="map">{text.where}</h2>
      <GroundMap {...{ cells, marks }} label={text.caseMap} several={text.several} metres={text.metres} />
      <p className={styles.hint}>{position ? text.measured : text.byGrid}</p>
      {components.length > 0 && (
        <p>
          {text.components(
            components
              .slice(0, MOST_NAMED)
              .map((one) => componentName(one, text))
              .join(text.between),
          )}
        </p>
      )}
      {others.length > 0 && (
        <>
          <p>{text.others(others.length)}</p>
          <ul>
            {others.slice(0, MOST_NAMED).map(({ id, place, kind }) => (
              <li key={id}>
                <a href={staffPaths.case(county, id)}>{place}</a> {kind && names.kind(kind)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const componentName = ({ name, metres }: ComponentNear, text: Text['map']) => `${name} ${text.metres(metres)}`

async function componentsNear(county: string, { longitude, latitude }: NonNullable<CaseView['position']>) {
  const query = { longitude: longitude.toFixed(7), latitude: latitude.toFixed(7) }
  const reply = await ask(listComponentsNear, { params: { county }, query })
  return reply.ok ? reply.value.components : []
}

const COMMUNITY_DIGITS = 12

/** Open cases of the reader's lists in the same community. */
async function othersIn(county: string, { id, area }: CaseView): Promise<CaseLine[]> {
  if (!area) return []
  const community = area.slice(0, COMMUNITY_DIGITS)
  return (await openLines(county)).filter((line) => line.id !== id && line.area?.startsWith(community))
}

/** In the middle of their grids: a list does not know where exactly. */
export const marksOf = (county: string, lines: readonly CaseLine[], grids: readonly Grid[]): MapMark[] => {
  const middles = new Map(grids.map((grid) => [grid.code, middleOf(regionOfGrid(grid))]))
  return lines.flatMap(({ id, area = '', place, lamp }) => {
    const at = middles.get(area)
    const words = [place, lamp?.words].filter(Boolean).join(' · ')
    return at
      ? [{ id, at, name: words, look: lamp?.colour ?? 'green', href: staffPaths.case(county, id) }]
      : []
  })
}
