'use server'
import { findSameProblem } from '#shared/suggestions/contract'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { readNames } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import { pickableAreas, pickableKinds, pickedCode } from './pickable.ts'
import { positionOf } from './position-of.ts'
import { sameWords, scoreWords } from './same-words.ts'

/** What the desk has typed so far. */
export type Draft = Readonly<Partial<Record<'kind' | 'area' | 'position' | 'place' | 'words', string>>>

export interface SameLine {
  readonly id: string
  readonly path: string
  readonly what: string
  readonly words: string
  readonly score: string
  readonly why: string
}

/** Cases that may be of the problem that is being taken down; none where nothing says yet where it is. */
export async function findSame(county: string, draft: Draft): Promise<readonly SameLine[]> {
  const [{ intake }, language] = [await readText(), await readLanguage()]
  const position = positionOf(draft.position)
  if (!position && !draft.area) return []
  const [kinds, areas, names] = await Promise.all([
    pickableKinds(county, language),
    pickableAreas(county),
    readNames(county, ['kind']),
  ])
  // what is half typed is no code yet, and nothing to be told off for
  const known = (typed: string | undefined, entries: typeof kinds) => {
    const code = typed && pickedCode(typed, entries)
    return code && /^\d+$/.test(code) ? code : undefined
  }
  const [kind, area] = [known(draft.kind, kinds), known(draft.area, areas)]
  const reply = await ask(findSameProblem, {
    params: { county },
    body: {
      ...(kind && { kind }),
      ...(area && { area }),
      ...(position && { position }),
      place: draft.place ?? '',
      words: draft.words ?? '',
    },
    key: crypto.randomUUID(),
  })
  if (!reply.ok) return []
  return reply.value.cases.map((one) => ({
    id: one.id,
    path: staffPaths.case(county, one.id),
    what: [one.kind && names.kind(one.kind), one.place, one.name].filter(Boolean).join(' · '),
    words: one.words,
    score: scoreWords(one),
    why: sameWords(one, intake.same),
  }))
}
