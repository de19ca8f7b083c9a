import type { CaseLine } from '#shared/cases/case'
import type { Names } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import { marksOf } from '../cases/case-map.tsx'
import { GroundMap } from '../map/ground-map.tsx'
import { gridsAround, regionOfGrid } from '../map/read-ground.ts'
import styles from './queue-map.module.css'

interface QueueMapProps {
  county: string
  lines: readonly CaseLine[]
  names: Names
  text: Text['map']
}

/** The queue on the ground: each case in the middle of its unit grid, by its lamp; the list beside it says the same. */
export async function QueueMap({ county, lines, names, text }: QueueMapProps) {
  const grids = await gridsAround(
    county,
    lines.map(({ area = '' }) => area),
  )
  const marks = marksOf(county, lines, grids)
  const left = lines.length - marks.length
  return (
    <section className={styles.map} aria-label={text.queueMap}>
      {marks.length > 0 && (
        <GroundMap
          cells={grids.map((grid) => ({
            code: grid.code,
            region: regionOfGrid(grid),
            name: text.grid(grid.name ?? names.area(grid.code), grid.code.slice(-3)),
          }))}
          marks={marks}
          label={text.queueMap}
          several={text.several}
          metres={text.metres}
        />
      )}
      <p className={styles.hint}>{marks.length > 0 ? text.inMiddles : text.nothingDrawn}</p>
      {marks.length > 0 && left > 0 && <p className={styles.hint}>{text.leftOut(left)}</p>}
    </section>
  )
}
