import { type Extension, type ExtensionWish, wishProblems, withExtension } from '#shared/catalogue/extension'
import { nextExtensionCode } from '#shared/catalogue/extension-codes'
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

interface Asker {
  readonly person: string
  readonly key: string
}

/** A county asks for a kind of its own. It is given a code, from 99 down, that nobody gets again. */
export const proposeKind =
  ({ catalogues, clock }: Needs) =>
  ({ person, key, wish }: Asker & { readonly wish: ExtensionWish }): Promise<Extension | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, wish }) }
    return oneEffect(catalogues, submission, async () => {
      const now = await inForce(catalogues)
      if (!now) return refuse('unknown-catalogue')
      const fields = wishProblems(now.catalogue, wish)
      if (fields.length > 0) return refuse('invalid-input', { fields })
      const asked = await catalogues.extensions()
      const code = nextExtensionCode(
        wish.class,
        [...now.catalogue.kinds, ...asked].map((one) => one.code),
      )
      if (!code) return refuse('codes-exhausted')
      const at = instantOf(clock.now())
      const answer: Extension = { ...wish, code, state: 'proposed', at, person }
      const act = { act: 'kind-proposed', actor: person, post: 'administrator', subject: code, at }
      const outcome = await catalogues.proposeExtension(answer, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }

interface Decision extends Asker {
  readonly tenant: string
  readonly code: string
  readonly decision: 'approve' | 'decline'
  readonly reason?: string
}

/** The commission's word on an extension; approved, it makes the county's next version. */
export const decideExtension =
  ({ catalogues, clock }: Needs) =>
  (request: Decision): Promise<Extension | Refusal> => {
    const { tenant, code, person, key, decision, reason } = request
    const { key: _key, ...body } = request
    const submission = { key, bodyHash: bodyHashOf(body) }
    return oneEffect(catalogues, submission, async () => {
      if (decision === 'decline' && reason === undefined)
        return refuse('invalid-input', { fields: [{ field: 'reason', code: 'missing' }] })
      const asked = (await catalogues.extensions()).find((one) => one.code === code)
      if (!asked) return refuse('unknown-kind')
      if (asked.state !== 'proposed') return refuse('already-decided')
      const now = await inForce(catalogues)
      if (!now) return refuse('unknown-catalogue')
      const at = instantOf(clock.now())
      const decided = { at, person, ...(reason !== undefined && { reason }) }
      const state = decision === 'approve' ? 'approved' : 'declined'
      const answer: Extension = { ...asked, state, decided }
      const act = { act: `kind-${state}`, actor: person, post: 'standards-keeper', subject: code, at }
      const next =
        decision === 'approve'
          ? nextVersion(tenant, now.publication, { cause: 'extended', at, person }, (version) =>
              withExtension(now.catalogue, answer, version),
            )
          : undefined
      const outcome = await catalogues.decideExtension(answer, { ...submission, act, answer }, next)
      return outcome === 'committed' ? answer : 'changed'
    })
  }
