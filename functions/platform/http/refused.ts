import type { RefusalCode } from '#shared/kernel/refusals'
import { type Refusal, refuse } from '#shared/kernel/result'

/** Edges throw: what cannot go on at a door. The one mapper makes HTTP of it, as of the refusals that rules return. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly refusal: Refusal
  readonly headers: Readonly<Record<string, string>>
  constructor(
    refusal: RefusalCode,
    details: Omit<Refusal, 'refused'> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(refusal)
    this.refusal = refuse(refusal, details)
    this.headers = headers
  }
}
