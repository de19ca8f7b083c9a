import type { Wording } from '../kernel/language.ts'

/** How a county stands with the installation. A state that is not listed as open takes no commands: it is only read. */
export const tenantStates = ['trial', 'live', 'paused', 'leaving', 'left'] as const
export type TenantState = (typeof tenantStates)[number]

export const tenantStateWording: Record<TenantState, Wording> = {
  trial: { zh: '试运行', en: 'Trial' },
  live: { zh: '正式运行', en: 'Live' },
  paused: { zh: '已暂停', en: 'Paused' },
  leaving: { zh: '正在退出', en: 'Leaving' },
  left: { zh: '已退出', en: 'Left' },
}

const openStates: readonly TenantState[] = ['trial', 'live']

/** Whether a county in this state takes commands. */
export const takesCommands = (state: TenantState) => openStates.includes(state)

/** What moves a county from one state to another. `erased` is the erasure's own, after its proof is kept. */
export const tenantActions = ['go-live', 'pause', 'resume', 'leave', 'stay', 'erased'] as const
export type TenantAction = (typeof tenantActions)[number]

/** `before`: back to the state that the county was paused or began to leave in. */
type Target = TenantState | 'before'

const transitions: Readonly<Record<TenantState, Readonly<Partial<Record<TenantAction, Target>>>>> = {
  trial: { 'go-live': 'live', pause: 'paused', leave: 'leaving' },
  live: { pause: 'paused', leave: 'leaving' },
  paused: { resume: 'before', leave: 'leaving' },
  leaving: { stay: 'before', erased: 'left' },
  left: {},
}

export interface Standing {
  readonly state: TenantState
  /** The open state that it goes back to; there while it is paused or leaving. */
  readonly before?: TenantState
}

/** Where an action leads; undefined when the table has no such way. */
export function moved({ state, before }: Standing, action: TenantAction): Standing | undefined {
  const target = transitions[state][action]
  if (target === undefined) return undefined
  if (target === 'before') return { state: before ?? 'trial' }
  if (takesCommands(target) || target === 'left') return { state: target }
  return { state: target, before: takesCommands(state) ? state : (before ?? 'trial') }
}

/** What may be asked of a county in this state, in the table's order. */
export const actionsAt = (state: TenantState): readonly TenantAction[] =>
  tenantActions.filter((action) => action in transitions[state])
