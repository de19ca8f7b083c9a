import { createCountyReader } from './county-reader.ts'

/** Which posts of a county sign in with a second factor by its settings; a commission has none but the administrators. */
export function createSecondFactorPosts(): (scope: string) => Promise<readonly string[]> {
  const read = createCountyReader()
  return async (scope) => (await read(scope))?.settings.settings.secondFactor ?? []
}
