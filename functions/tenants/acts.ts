import type { AuditAct } from '#shared/audit/act'
import { bodyHashOf, type Command } from '../kernel/command.ts'

/** Who asks: somebody of the commission, signed in. */
export interface Asker {
  readonly person: string
  readonly key: string
}

/** What the audit keeps of an act on a county. Only the commission's administrators come through these doors. */
export const actOf = (
  act: string,
  { person }: Pick<Asker, 'person'>,
  rest: Pick<AuditAct, 'subject' | 'details' | 'at'>,
): AuditAct => ({ act, actor: person, post: 'commission-administrator', ...rest })

/** A command of the system's own, under a key that makes it happen once. */
export const systemCommand = (key: string, act: Omit<AuditAct, 'actor' | 'post'>): Command => ({
  key,
  bodyHash: bodyHashOf(key),
  answer: null,
  act: { ...act, actor: 'system' },
})
