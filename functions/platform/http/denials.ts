import { INSTALLATION } from '#shared/audit/act'
import { instantOf } from '#shared/kernel/instant'
import type { RefusalCode } from '#shared/kernel/refusals'
import { tradeClock } from '../clock.ts'
import { log } from '../log.ts'
import type { Exchange } from './exchange.ts'
import type { Guard } from './guard.ts'

/** Refusals that say: this one may not. Whoever brings no token at all, or an old one, has not tried anything. */
const DENIALS: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'sign-in-invalid',
  'account-suspended',
  'other-county',
  'other-city',
  'post-not-held',
  'system-only',
])

/**
 * Keeps a denial before it is answered, in the scope of whoever was denied. The answer never fails for it: a store that is
 * busy is told in the log.
 */
export async function keepDenial(
  { contract, signedIn, errorNumber }: Exchange,
  code: RefusalCode,
  { recordDenial }: Pick<Guard, 'recordDenial'>,
): Promise<void> {
  if (!DENIALS.has(code)) return
  const scope = signedIn ? ('tenant' in signedIn ? signedIn.tenant : signedIn.city) : INSTALLATION
  const actor = signedIn?.person ?? 'anonymous'
  const at = instantOf(tradeClock.now())
  try {
    await recordDenial(scope, { actor, code, route: contract?.name ?? 'unknown', at })
  } catch (error) {
    log.error('a denial could not be kept', error, { errorNumber })
  }
}
