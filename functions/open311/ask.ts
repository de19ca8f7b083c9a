import type { Ask, CountyNeeds, Jurisdiction } from './ports.ts'

/** An ask of a county that is there and lets other systems in. */
export interface Asked extends Ask {
  readonly county: Jurisdiction
  readonly needs: CountyNeeds
  readonly nowMs: number
  /** Where this door is, to be put before its paths. */
  readonly endpoint: string
}

/** One value of a parameter; an empty one is as good as none. */
export const given = (parameters: URLSearchParams, name: string): string | undefined =>
  parameters.get(name)?.trim() || undefined

/** All values of a parameter, with commas between them or given several times. */
export const listed = (parameters: URLSearchParams, name: string): readonly string[] =>
  parameters
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
