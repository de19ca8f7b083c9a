import type { Component } from '#shared/components/component'

/** A component and how far it stands. */
export interface Near {
  readonly component: Component
  readonly metres: number
}

/** The components of one county. */
export interface ComponentStore {
  byCode(code: string): Promise<Component | undefined>
  /** Those within so many metres of a place, the nearest first: one query for each cell around it, one to four as a rule. */
  near(longitude: number, latitude: number, metres: number): Promise<readonly Near[]>
  /** What it was before each change, the oldest first. */
  past(code: string): Promise<readonly Component[]>
}
