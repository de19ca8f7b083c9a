import type { CoordinateSystem } from '#shared/imports/coordinates'
import { type ImportJob, importId, noCounts } from '#shared/imports/job'
import type { ImportKind } from '#shared/imports/kinds'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { importIdOf } from './import-id.ts'
import type { ImportStore } from './ports.ts'

export interface Asking {
  readonly person: string
  readonly post: string
  readonly key: string
}

interface Needs {
  readonly tenant: string
  readonly store: ImportStore
  readonly clock: Clock
}

/** Notes down an import, whose file comes next. */
export const startImport =
  ({ tenant, store, clock }: Needs) =>
  async (
    asking: Asking,
    input: { readonly kind: ImportKind; readonly coordinates?: CoordinateSystem },
  ): Promise<ImportJob | Refusal> => {
    const { person, post, key } = asking
    const submission = { key, bodyHash: bodyHashOf({ act: 'start', person, input }) }
    const id = await oneEffect(store, submission, async () => {
      const now = clock.now()
      const at = instantOf(now)
      const job: ImportJob = {
        id: importIdOf(now, tenant, key),
        ...input,
        state: 'waiting',
        version: 1,
        person,
        startedAt: at,
        counts: noCounts,
        written: 0,
        rowsPerSecond: 0,
      }
      const act = {
        act: 'import-started',
        actor: person,
        post,
        subject: job.id,
        details: { kind: input.kind },
        at,
      }
      const kept = await store.keep({ ...submission, act, answer: job.id }, job)
      return kept === 'committed' ? job.id : kept
    })
    if (isRefusal(id)) return id
    return (await store.read(importId.parse(id))) ?? refuse('unknown-import')
  }
