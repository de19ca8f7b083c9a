import type { Verification } from '#shared/audit/contract'
import { rootHash } from '#shared/audit/root'
import { verify } from '#shared/audit/verify'
import { chinaDayStart, instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import { sha256 } from '../kernel/digest.ts'
import type { AuditLog, AuditTrail, RootReader } from './ports.ts'
import type { Reader } from './read-trail.ts'

interface Needs {
  readonly scope: string
  readonly trail: Pick<AuditTrail, 'rows'>
  readonly log: Pick<AuditLog, 'record'>
  readonly roots: RootReader
  readonly clock: Clock
}

const DAY_MS = 86_400_000

/**
 * Whether the acts of a day are those that were committed: each carries the hash of the one before, and the roots of that
 * day and of the next, in which the last of them may stand, have seen them as they are. All of a scope, its cases too, is
 * verified by `npm run audit`.
 */
export const verifyDay =
  ({ scope, trail, log, roots, clock }: Needs) =>
  async ({ person, post }: Reader, date: string): Promise<Verification> => {
    const at = instantOf(clock.now())
    const details = { list: 'verification', date }
    await log.record({ act: 'audit-read', actor: person, post, details, at })
    const fromMs = chinaDayStart(date)
    const [rows, seen] = await Promise.all([
      trail.rows(date),
      roots.between(scope, fromMs, fromMs + 2 * DAY_MS),
    ])
    const [first, last] = [seen[0], seen.at(-1)]
    const span = first && last && { first: first.sequence, last: last.sequence, hash: rootHash(sha256, last) }
    const chainsOfDay = new RegExp(`^(AUDIT#)?${scope}#AUDIT#${date.replaceAll('-', '')}#\\d+$`)
    const verdict = verify(sha256, {
      scope,
      at,
      ...(span && { span }),
      roots: seen,
      rows,
      only: (chain) => chainsOfDay.test(chain),
    })
    const breaks = verdict.breaks.map(({ chain, sequence, code }) => ({ chain, sequence, code }))
    return { date, breaks, rows: verdict.rows, roots: verdict.roots, awaiting: verdict.awaiting, at }
  }
