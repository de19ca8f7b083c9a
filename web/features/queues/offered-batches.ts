import type { Language } from '#shared/kernel/language'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import { readUnits } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import { type BatchAction, batchFields } from './batch-actions.ts'
import type { OfferedBatch } from './batch-bar.tsx'

/** The actions as the bar over chosen cases offers them, with what each asks for once. */
export async function offeredBatches(
  county: string,
  actions: readonly BatchAction[],
  language: Language,
  text: Text['queues'],
): Promise<OfferedBatch[]> {
  const hints = { unit: text.batch.unitHint, reason: text.batch.reasonHint, words: text.batch.wordsHint }
  const units = actions.some((action) => batchFields[action].includes('unit')) ? await readUnits(county) : []
  const named = units.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, words: name }))
  const choicesOf = (action: BatchAction) => [
    { value: '', words: action === 'dispatch' ? text.batch.byRule : text.batch.choose },
    ...named,
  ]
  return actions.map((action) => ({
    action,
    name: nameOf(action, language, text),
    fields: batchFields[action].map((name) => ({
      name,
      label: evidenceWording[name][language],
      hint: name === 'unit' && action !== 'dispatch' ? text.batch.ruleHint : hints[name],
      ...(name === 'unit' && { choices: choicesOf(action) }),
    })),
  }))
}

const nameOf = (action: BatchAction, language: Language, text: Text['queues']): string =>
  action === 'approve' ? text.batch.approve : actionWording[action][language]
