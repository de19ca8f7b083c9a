import { type Refusal, refuse } from '#shared/kernel/result'
import { type Beat, gridsTaken } from '#shared/organisation/beats'
import { areaOfGrid } from '#shared/organisation/codes'
import type { Clock } from '../kernel/clock.ts'
import { type Asking, asSeen, keepOnce } from './keep.ts'
import type { AreaStore, StaffStore } from './ports.ts'

interface Needs {
  readonly store: AreaStore
  readonly staff: StaffStore
  readonly clock: Clock
}

/** A new beat, or a change of one: grids that are there and in nobody else's beat, and a collector who collects. */
export const keepBeat =
  ({ store, staff, clock }: Needs) =>
  (asking: Asking, change: Beat): Promise<Beat | Refusal> => {
    let turn = 0
    return keepOnce({ store, clock }, asking, {
      act: 'beat-kept',
      subject: change.id,
      details: { grids: change.grids.length, retired: change.retired },
      body: change,
      next: async () => {
        const now = await store.beats()
        turn = now.turn
        const before = now.beats.find(({ id }) => id === change.id)
        if (!change.retired && gridsTaken(change, now.beats).length > 0) return refuse('grid-in-other-beat')
        return (
          asSeen(before, change.version) ??
          (await unknownGrid(store, change)) ??
          (await notACollector(staff, change)) ?? { ...change, version: change.version + 1 }
        )
      },
      keep: (command, next) => store.keepBeat(command, next, turn),
    })
  }

async function unknownGrid(store: AreaStore, { grids }: Beat): Promise<Refusal | undefined> {
  const areas = [...new Set(grids.map(areaOfGrid))]
  const found = (await Promise.all(areas.map((area) => store.grids(area)))).flat()
  const known = new Set(found.filter(({ retired }) => !retired).map(({ code }) => code))
  const at = grids.findIndex((code) => !known.has(code))
  return at === -1 ? undefined : wrong(`grids.${at}`, 'unknown-id')
}

async function notACollector(staff: StaffStore, { collector }: Beat): Promise<Refusal | undefined> {
  if (!collector) return undefined
  const record = await staff.person(collector)
  if (!record || record.state === 'left') return wrong('collector', 'unknown-id')
  return record.posts.includes('collector') ? undefined : wrong('collector', 'post-not-theirs')
}

const wrong = (field: string, code: 'unknown-id' | 'post-not-theirs') =>
  refuse('invalid-input', { fields: [{ field, code }] })
