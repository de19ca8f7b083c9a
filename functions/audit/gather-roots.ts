import { nextRoot, type Root, type Seen } from '#shared/audit/root'
import { instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import { sha256 } from '../kernel/digest.ts'
import type { RootStore } from './ports.ts'

/** Rows seen committed, by the scope they belong to. */
export type SeenByScope = ReadonlyMap<string, readonly Seen[]>

/** Others who gather the same scope at the same time; each of them lets one of us through. */
const MOST_RIVALS = 20

/** Scopes whose roots are written side by side: a country's counties in one batch must fit the function's time. */
const AT_ONCE = 8

/**
 * Writes one root for each scope. Answers the scopes whose root could not be written, each with why; to give the same
 * rows again is harmless, a root may repeat what an earlier one says.
 */
export const gatherRoots =
  (needs: { roots: RootStore; clock: Clock }) =>
  async (seen: SeenByScope): Promise<ReadonlyMap<string, unknown>> => {
    const failed = new Map<string, unknown>()
    const scopes = [...seen]
    for (let at = 0; at < scopes.length; at += AT_ONCE)
      await Promise.all(
        scopes.slice(at, at + AT_ONCE).map(async ([scope, rows]) => {
          try {
            await addRoot(needs, { scope, seen: rows })
          } catch (error) {
            failed.set(scope, error)
          }
        }),
      )
    return failed
  }

async function addRoot(
  { roots, clock }: { roots: RootStore; clock: Clock },
  gathered: Pick<Root, 'scope' | 'seen'>,
): Promise<void> {
  for (let rival = 0; rival <= MOST_RIVALS; rival++) {
    const last = await roots.last(gathered.scope)
    const root = nextRoot(sha256, last, { ...gathered, at: instantOf(clock.now()) })
    if ((await roots.add(root)) === 'added') return
  }
  throw new Error(`${MOST_RIVALS} others wrote the next root of the same scope first.`)
}
