import { type Confirmation, confirmationProblems, withConfirmed } from '#shared/catalogue/confirm'
import type { Publication } from '#shared/catalogue/publication'
import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { inForce, nextVersion } from './in-force.ts'
import type { Catalogues } from './ports.ts'

interface Needs {
  /** The county's. */
  readonly catalogues: Catalogues
  readonly clock: Clock
}

interface Confirming {
  readonly tenant: string
  readonly person: string
  readonly key: string
  /** Of the version that was shown. */
  readonly sequence: number
  readonly conditions: readonly Confirmation[]
}

/** Settles limits that were guessed: the county's next version, for cases that are filed from now on. */
export const confirmLimits =
  ({ catalogues, clock }: Needs) =>
  ({ tenant, person, key, sequence, conditions }: Confirming): Promise<Publication | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, sequence, conditions }) }
    return oneEffect(catalogues, submission, async () => {
      const now = await inForce(catalogues)
      if (!now) return refuse('unknown-catalogue')
      if (now.publication.sequence !== sequence) return refuse('record-changed')
      const fields = confirmationProblems(now.catalogue, conditions)
      if (fields.length > 0) return refuse('invalid-input', { fields })
      const at = instantOf(clock.now())
      const next = nextVersion(tenant, now.publication, { cause: 'confirmed', at, person }, (version) =>
        withConfirmed(now.catalogue, conditions, version),
      )
      const answer = next.publication
      const details = { version: answer.version, limits: conditions.length }
      const act = { act: 'limits-confirmed', actor: person, post: 'administrator', details, at }
      const outcome = await catalogues.publish(next, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }
