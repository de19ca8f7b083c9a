import type { CaseView } from '#shared/cases/case'
import { conditionCodeOf } from '#shared/catalogue/rules'
import type { Language } from '#shared/kernel/language'
import type { Post } from '#shared/lifecycle/posts'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import { readConditions, readUnits } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import { SeriesForm } from './series-form.tsx'
import { seriesOf } from './series-of.ts'

/** The form of several acts, where the reader may take them at once and the kind of the case is known. */
export async function offeredSeries(
  county: string,
  file: CaseView,
  posts: readonly Post[],
  language: Language,
  text: Text['cases']['act'],
) {
  const acts = seriesOf(file, posts)
  if (acts.length === 0 || !file.kind) return undefined
  const [kinds, units] = await Promise.all([
    readConditions(county, file.kind, file.catalogue),
    readUnits(county),
  ])
  const conditions = kinds.map((one) => ({
    value: conditionCodeOf(one),
    words: one.filing[language],
  }))
  const working = units.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, words: name }))
  const field = (name: 'filingCondition' | 'unit' | 'assisting', choices: typeof conditions) => ({
    name,
    label: evidenceWording[name][language],
    hint: name === 'unit' ? text.seriesUnit : text.hints[name],
    choices,
  })
  const name = acts.map((action) => actionWording[action][language]).join(text.onto)
  return {
    name: text.series(name),
    form: (
      <SeriesForm
        about={{ county, caseId: file.id, version: String(file.version), acts: acts.join(' ') }}
        newKey={crypto.randomUUID()}
        fields={[
          ...(acts.includes('file') ? [field('filingCondition', conditions)] : []),
          ...(acts.includes('dispatch')
            ? [field('unit', [{ value: '', words: text.byRule }, ...working])]
            : []),
        ]}
        text={{ confirm: text.confirm(name), sending: text.sending, hint: text.seriesHint }}
      />
    ),
  }
}
