import { surveyWork } from '#shared/cases/work-survey'
import type { Problem } from '#shared/kernel/problem'
import { postWording } from '#shared/lifecycle/posts'
import { ask } from '../../lib/api.ts'
import { readLanguage } from '../../lib/language.ts'
import { dateAndTime } from '../../lib/moments.ts'
import { readNames } from '../../lib/names.ts'
import { type CountyReport, readReport } from '../statistics/read-report.ts'
import { type Bulletin, bulletins, MOST_OVERDUE, type Section, sections } from './bulletins.ts'

export interface OverdueCase {
  readonly number: string
  readonly kind: string
  readonly place: string
  /** The unit that has it, or the post. */
  readonly with: string
  readonly due: string
  /** In how many of its terms it has not been done. */
  readonly terms: number
}

/** All that a bulletin tells. */
export interface BulletinFacts {
  readonly bulletin: Bulletin
  readonly reports: Readonly<Record<Section, CountyReport>>
  /** As things stand now; undefined for who may not see every list. */
  readonly overdue: readonly OverdueCase[] | undefined
}

export async function readBulletin(
  county: string,
  bulletin: Bulletin,
  day: string | undefined,
): Promise<BulletinFacts | Problem> {
  const { period } = bulletins[bulletin]
  const [replies, overdue] = await Promise.all([
    Promise.all(
      sections.map((by) => readReport(county, { period, by, counted: 'all', ...(day && { day }) })),
    ),
    readOverdue(county),
  ])
  const reports: [Section, CountyReport][] = []
  for (const [index, reply] of replies.entries()) {
    if (!reply.ok) return reply.problem
    reports.push([sections[index]!, reply.value])
  }
  return { bulletin, reports: Object.fromEntries(reports) as BulletinFacts['reports'], overdue }
}

async function readOverdue(county: string): Promise<OverdueCase[] | undefined> {
  const language = await readLanguage()
  const [reply, names] = await Promise.all([
    ask(surveyWork, { params: { county } }),
    readNames(county, ['kind', 'unit']),
  ])
  if (!reply.ok) return undefined
  return reply.value.overdue
    .slice(0, MOST_OVERDUE)
    .map(({ number, kind, place, unit, holder, due, termsUsed }) => ({
      number,
      kind: kind ? names.kind(kind) : '',
      place,
      with: unit ? names.unit(unit) : holder && holder !== 'unit' ? postWording[holder][language] : '',
      due: due ? dateAndTime(due) : '',
      terms: termsUsed,
    }))
}
