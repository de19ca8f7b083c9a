import { cache } from 'react'
import type { CaseLine, CaseView } from '#shared/cases/case'
import { listQueue } from '#shared/cases/contract'
import { findSameProblem } from '#shared/suggestions/contract'
import { ask } from '../../lib/api.ts'
import { readText } from '../../lib/language.ts'
import { readSession } from '../../lib/session.ts'
import { sameWords, scoreWords } from '../intake/same-words.ts'
import type { Choice } from './offered-choices.ts'

const LOOKED_AT = '100'

/** The most urgent open cases of the reader's lists, each once; asked for once per request. */
export const openLines = cache(async (county: string): Promise<readonly CaseLine[]> => {
  const posts = (await readSession())?.posts ?? []
  const replies = await Promise.all(
    posts.map((post) => ask(listQueue, { params: { county, post }, query: { limit: LOOKED_AT } })),
  )
  const lines = new Map(
    replies.flatMap((reply) => (reply.ok ? reply.value.cases.map((line) => [line.id, line] as const) : [])),
  )
  return [...lines.values()]
})

/** Open cases that this one may be merged into: what seems to be the same problem first, with its reasons. */
export async function openCases(county: string, file: CaseView): Promise<Choice[]> {
  const [same, listed] = await Promise.all([sameCases(county, file), listedCases(county, file)])
  const found = new Set(same.map(({ value }) => value))
  return [...same, ...listed.filter(({ value }) => !found.has(value))]
}

async function sameCases(county: string, file: CaseView): Promise<Choice[]> {
  const { id, kind, position, area, place, words } = file
  const reply = await ask(findSameProblem, {
    params: { county },
    body: {
      ...(kind && { kind }),
      ...(position && { position }),
      ...(area && { area }),
      place,
      words,
      except: id,
    },
    key: crypto.randomUUID(),
  })
  if (!reply.ok) return []
  const { intake } = await readText()
  return reply.value.cases
    .filter(({ open }) => open)
    .map((one) => ({
      value: one.id,
      words: `${shortNumber(one.number)} ${one.place} ${scoreWords(one)}（${sameWords(one, intake.same)}）`,
    }))
}

/** Of the reader's lists, those of its kind first. */
async function listedCases(county: string, file: CaseView): Promise<Choice[]> {
  return (await openLines(county))
    .filter(({ id }) => id !== file.id)
    .toSorted((a, b) => Number(b.kind === file.kind) - Number(a.kind === file.kind))
    .map(({ id, number, place }) => ({
      value: id,
      words: `${shortNumber(number)} ${place}`,
    }))
}

const shortNumber = (number: string) => `${number.slice(10, 14)}-${number.slice(14)}`
