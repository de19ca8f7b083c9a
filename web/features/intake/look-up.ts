'use server'
import { lookUpCaller } from '#shared/hotline/contract'
import { locatePlace } from '#shared/intake/place-contract'
import { ask } from '../../lib/api.ts'
import { readText } from '../../lib/language.ts'
import { dateAndTime } from '../../lib/moments.ts'
import { readNames } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import { phoneOf } from './phone-of.ts'
import { positionOf } from './position-of.ts'

export interface CallerHistory {
  readonly cases: readonly { id: string; path: string; words: string }[]
  readonly calls: readonly string[]
  /** Why nothing is told. */
  readonly problem?: string
}

/** What was reported from this number before, and earlier calls. Asked for in a body: the number stands in no address. */
export async function lookUp(county: string, typed: string): Promise<CallerHistory> {
  const { intake } = await readText()
  const [reply, names] = await Promise.all([
    ask(lookUpCaller, { params: { county }, body: { phone: phoneOf(typed) }, key: crypto.randomUUID() }),
    readNames(county, ['kind']),
  ])
  if (!reply.ok)
    return { cases: [], calls: [], problem: reply.problem.fields?.[0]?.message ?? reply.problem.detail }
  const { cases, calls } = reply.value
  return {
    cases: cases.map(({ id, name, kind, place, reportedAt }) => ({
      id,
      path: staffPaths.case(county, id),
      words: [dateAndTime(reportedAt), kind && names.kind(kind), place, name].filter(Boolean).join(' · '),
    })),
    calls: calls.map(({ at, kind, words, answer }) =>
      [dateAndTime(at), intake.callKinds[kind], words, answer].filter(Boolean).join(' · '),
    ),
  }
}

/** Grid, community and street of a point, in words. */
export async function locate(county: string, typed: string): Promise<string> {
  const { intake } = await readText()
  const position = positionOf(typed)
  if (!position) return intake.noPosition
  const reply = await ask(locatePlace, {
    params: { county },
    query: { longitude: String(position.longitude), latitude: String(position.latitude) },
  })
  if (!reply.ok) return reply.problem.detail
  const { grid, community, street } = reply.value
  const gridWords = grid && intake.grid(grid.name ?? grid.code, grid.sketch)
  const found = [street?.name, community?.name, gridWords].filter(Boolean)
  return found.length > 0 ? found.join(' · ') : intake.outside
}
