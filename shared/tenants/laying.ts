import type { Instant } from '../kernel/instant.ts'
import type { StepNote } from './onboarding-steps.ts'

/** The county that a step of the onboarding lays something for. */
export interface NewCounty {
  readonly tenant: string
  readonly city: string
  readonly name: string
  /** The id of the first administrator, whose name and phone stand in the people table: `<tenant>#STAFF`/`<person>`. */
  readonly administrator: string
  readonly at: Instant
}

/** What a step laid, in numbers such as `{ streets: 25 }`, and what the county still lacks. */
export interface Laid {
  readonly counts: Readonly<Record<string, number>>
  readonly notes: readonly StepNote[]
}

/** One step of the onboarding. To be repeated without harm: what is there already is left as it is. */
export type Lay = (county: NewCounty) => Promise<Laid>
