import type { AuditAct } from '#shared/audit/act'

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
