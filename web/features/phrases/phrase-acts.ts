'use server'
import { keepPhrases, listPhrases } from '#shared/phrases/contract'
import { type Phrases, phrasePlaces } from '#shared/phrases/phrases'
import { ask } from '../../lib/api.ts'
import { settingsPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut } from '../forms/carry-out.ts'
import { sentencesOf } from './phrase-lines.ts'

/** The sentences of one place; without any the usual ones are offered there again. */
export async function keepPlace(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', version, sentences = '' } = typed
  const place = phrasePlaces.find((one) => one === typed.place)
  const now = await ask(listPhrases, { params: { county } })
  if (!now.ok) return { typed, problem: now.problem }
  const { [place ?? 'report']: _before, ...others } = now.value.phrases
  const given = sentencesOf(sentences)
  const phrases: Phrases = place && given.length > 0 ? { ...others, [place]: given } : others
  return carryOut(keepPhrases, form, () => ({
    params: { county },
    body: { version: Number(version), phrases },
    to: afterDone(settingsPaths.phrases(county), 'kept'),
  }))
}
