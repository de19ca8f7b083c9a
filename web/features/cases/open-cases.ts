import { cache } from 'react'
import type { CaseLine, CaseView } from '#shared/cases/case'
import { listQueue } from '#shared/cases/contract'
import { ask } from '../../lib/api.ts'
import { readSession } from '../../lib/session.ts'
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

/** Open cases of the reader's lists that this one may be merged into, those of its kind first. */
export async function openCases(county: string, file: CaseView): Promise<Choice[]> {
  return (await openLines(county))
    .filter(({ id }) => id !== file.id)
    .toSorted((a, b) => Number(b.kind === file.kind) - Number(a.kind === file.kind))
    .map(({ id, number, place }) => ({
      value: id,
      words: `${number.slice(10, 14)}-${number.slice(14)} ${place}`,
    }))
}
