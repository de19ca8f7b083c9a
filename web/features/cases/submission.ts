import type { Problem } from '#shared/kernel/problem'

/**
 * One filled-in form on its way, as React hands it from one attempt to the next. It is also what a browser without
 * JavaScript gets back, so it holds all that has to be drawn again.
 */
export interface Submission {
  /** What was typed, by the name of the control. */
  typed: Record<string, string>
  problem?: Problem
  /** Set when all is done: where the reader goes from here. */
  goTo?: string
}

export const blank: Submission = { typed: {} }

/**
 * True when the attempt may have counted although no good answer came. It must then be repeated exactly as it was,
 * with its key, so that it cannot count twice.
 */
export function isOutcomeUnknown({ problem }: Submission): boolean {
  return problem !== undefined && ['unreachable', 'busy', 'unexpected'].includes(problem.code)
}

/** Text of a form's controls, without those left blank; what was ticked several times stands with spaces between. React's own fields begin with `$`. */
export function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || !value || name.startsWith('$')) continue
    typed[name] = typed[name] ? `${typed[name]} ${value}` : value
  }
  return typed
}

/** The named controls that were filled in; undefined when none was. */
export function filled<Name extends string>(
  typed: Record<string, string>,
  names: readonly Name[],
): Partial<Record<Name, string>> | undefined {
  const given = names.filter((name) => typed[name]).map((name) => [name, typed[name]])
  return given.length > 0 ? Object.fromEntries(given) : undefined
}

/** The sentence about one field of the input, such as `evidence.reason`. */
export function errorOf({ problem }: Submission, field: string): string | undefined {
  return problem?.fields?.find((wrong) => wrong.field === field)?.message
}
