/** The only place of the portal that reads the environment. */

/** The origin of the HTTP API, such as `https://example.org`. */
export function apiOrigin(): string {
  const origin = process.env.API_ORIGIN
  if (!origin) throw new Error('API_ORIGIN is not set: the portal does not know where its API is.')
  return origin
}

/** Whether these pages show a demonstration: invented people, a clock that can be put forward. */
export const isDemonstration = (): boolean => process.env.DEMONSTRATION === 'yes'
