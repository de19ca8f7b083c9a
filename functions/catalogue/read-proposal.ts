import type * as z from 'zod'
import { collisions } from '#shared/catalogue/adopt'
import type { readProposal as contract } from '#shared/catalogue/contract'
import { type Refusal, refuse } from '#shared/kernel/result'
import { inForce } from './in-force.ts'
import { type CountyAndCity, templateDiff } from './take-template.ts'

/** What the city has offered last, unless it is in force already, and what it would change. */
export async function readProposal(
  scopes: CountyAndCity,
): Promise<z.output<typeof contract.output> | Refusal> {
  const now = await inForce(scopes.county)
  if (!now) return refuse('unknown-catalogue')
  const proposal = await scopes.county.proposal()
  const none = { inForce: now.publication, collisions: [] }
  if (!proposal || proposal.template === now.publication.template) return none
  const diff = await templateDiff(scopes, now.publication, proposal.template)
  if (!diff) return none
  const taken = collisions(now.catalogue, diff).map(({ field }) => field.replace('kinds.', ''))
  return { ...none, proposal, diff: plain(diff), collisions: taken }
}

/** The same rows in lists that may be written to, as the contract's schema has them. */
export const plain = <T>(value: T) => structuredClone(value) as Writable<T>

type Writable<T> = T extends readonly (infer E)[]
  ? Writable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T
