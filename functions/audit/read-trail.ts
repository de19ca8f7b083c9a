import { instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import type { AuditLog, AuditTrail, Page } from './ports.ts'

interface Needs {
  readonly trail: AuditTrail
  readonly log: Pick<AuditLog, 'record'>
  readonly clock: Clock
}

export interface Reader {
  readonly person: string
  readonly post: string
}

type Day = Parameters<AuditTrail['acts']>[0]

/** Who reads the audit stands in it too: before they see anything of it. */
export const readTrail =
  ({ trail, log, clock }: Needs) =>
  async <T>(
    { person, post }: Reader,
    list: 'acts' | 'denials',
    day: Day,
    read: (trail: AuditTrail) => Promise<Page<T>>,
  ): Promise<Page<T>> => {
    const { date, actor, after } = day
    const details = { list, date, ...(actor && { actor }), ...(after && { further: true }) }
    await log.record({ act: 'audit-read', actor: person, post, details, at: instantOf(clock.now()) })
    return read(trail)
  }
