import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import { type OwnSettings, type OwnSettingsVersion, ownProblems } from '#shared/tenants/own-settings'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { CountyReader, OwnSettingsOf } from './ports.ts'

interface Needs {
  readonly read: CountyReader
  readonly ownOf: OwnSettingsOf
  readonly clock: Clock
}

interface Keeping {
  readonly tenant: string
  readonly person: string
  readonly key: string
  /** Of those that were shown; 0 when there were none. */
  readonly version: number
  readonly settings: OwnSettings
}

/** Keeps a county's own settings, as far as they are its own. What has begun goes on under those that it was begun under. */
export const keepSettings =
  ({ read, ownOf, clock }: Needs) =>
  ({ tenant, person, key, version, settings }: Keeping): Promise<OwnSettingsVersion | Refusal> => {
    const store = ownOf(tenant)
    const submission = { key, bodyHash: bodyHashOf({ person, version, settings }) }
    return oneEffect(store, submission, async () => {
      const now = await read(tenant)
      if (!now) return refuse('unknown-tenant')
      if (((await store.inForce())?.version ?? 0) !== version) return refuse('record-changed')
      const problems = ownProblems(settings, now.settings.settings)
      const fields = problems.map((problem) => ({ ...problem, field: `settings.${problem.field}` }))
      if (fields.length > 0) return refuse('invalid-input', { fields })
      const at = instantOf(clock.now())
      const answer = { version: version + 1, at, person, settings }
      const details = { version: answer.version }
      const act = { act: 'own-settings-kept', actor: person, post: 'administrator', details, at }
      const outcome = await store.keep(answer, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }
