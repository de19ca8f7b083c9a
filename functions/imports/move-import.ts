import type { CoordinateSystem } from '#shared/imports/coordinates'
import { type ImportJob, importActions, noCounts } from '#shared/imports/job'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { ImportRunner, ImportStore } from './ports.ts'
import type { Asking } from './start-import.ts'

interface Needs {
  readonly tenant: string
  readonly store: ImportStore
  readonly runner: Pick<ImportRunner, 'run'>
  readonly clock: Clock
}

type Move =
  | { readonly act: 'check'; readonly coordinates?: CoordinateSystem }
  /** `version`: of the result that was looked at. */
  | { readonly act: 'apply'; readonly version: number }

/**
 * Has the file checked, or what the check found carried out. Sent again it sets the function to work again, which goes on
 * where it was: an import that was lost on the way is not lost.
 */
export const moveImport =
  ({ tenant, store, runner, clock }: Needs) =>
  async (asking: Asking, id: string, move: Move): Promise<ImportJob | Refusal> => {
    const { person, post, key } = asking
    const submission = { key, bodyHash: bodyHashOf({ id, person, move }) }
    const moved = await oneEffect(store, submission, async () => {
      const job = await store.read(id)
      if (!job) return refuse('unknown-import')
      if (!mayMove(job, move)) return refuse('record-changed')
      const at = instantOf(clock.now())
      const act = { act: `import-${move.act}-asked`, actor: person, post, subject: id, at }
      const kept = await store.keep({ ...submission, act, answer: null }, after(job, move, at))
      return kept === 'committed' ? null : kept
    })
    if (isRefusal(moved)) return moved
    await runner.run({ tenant, job: id })
    return (await store.read(id)) ?? refuse('unknown-import')
  }

function mayMove({ state, version }: ImportJob, move: Move): boolean {
  const actions: readonly string[] = importActions[state]
  if (!actions.includes(move.act)) return false
  return move.act === 'check' || state === 'applying' || move.version === version
}

function after({ problem: _, ...job }: ImportJob, move: Move, heardAt: string): ImportJob {
  const version = job.version + 1
  if (move.act === 'apply') return { ...job, version, state: 'applying', heardAt }
  const { act: _act, ...said } = move
  return {
    ...job,
    ...said,
    version,
    state: 'checking',
    counts: noCounts,
    written: 0,
    rowsPerSecond: 0,
    heardAt,
  }
}
