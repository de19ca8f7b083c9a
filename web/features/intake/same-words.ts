import type { SameCase } from '#shared/suggestions/contract'
import type { Text } from '../../text/text.ts'

/** Why a case may be of the same problem: `相距 40 米 · 同小类 · 2 小时内 · 都说到：井盖破损`. */
export function sameWords({ reasons }: Pick<SameCase, 'reasons'>, text: Text['intake']['same']): string {
  const { metres, sameArea, kind, hours, words } = reasons
  return [
    metres === undefined ? sameArea && text.sameArea : text.metres(metres),
    text.kinds[kind],
    hours < 48 ? text.hours(hours + 1) : text.days(Math.ceil(hours / 24)),
    words.length > 0 && text.words(words.join(text.between)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** `86 %`. */
export const scoreWords = ({ score }: Pick<SameCase, 'score'>): string => `${Math.round(score * 100)} %`
