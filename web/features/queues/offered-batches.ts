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
  const units = actions.includes('dispatch') ? await readUnits(county) : []
  const choices = [
    { value: '', words: text.batch.byRule },
    ...units.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, words: name })),
  ]
  return actions.map((action) => {
    const name = batchFields[action]
    const label = name && evidenceWording[name][language]
    return {
      action,
      name: actionWording[action][language],
      ...(name &&
        label && { field: { name, label, hint: hints[name], ...(name === 'unit' && { choices }) } }),
    }
  })
}
