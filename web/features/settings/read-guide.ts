import { readCalendar } from '#shared/calendar/contract'
import { listUnconfirmed, readProposal } from '#shared/catalogue/contract'
import { readRuleBook } from '#shared/dispatch/contract'
import type { Language } from '#shared/kernel/language'
import { isPost, postWording } from '#shared/lifecycle/posts'
import { listVacancies } from '#shared/organisation/people-contract'
import { ask } from '../../lib/api.ts'
import { readAreas, readPeople, readUnits } from '../../lib/names.ts'
import { settingsPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'

/** One thing a county needs before it works well, and what it still lacks of it. */
export interface GuideStep {
  name: string
  path: string
  /** In words; empty where nothing is missing. */
  missing: string[]
  /** How it stands. */
  there: string
}

const COMMUNITY_DIGITS = 12

/** What is still missing before the county works well, in the order in which one depends on the other. */
export async function readGuide(
  county: string,
  language: Language,
  text: Text['settings']['guide'],
): Promise<GuideStep[]> {
  const params = { county }
  const [areas, units, people, vacancies, unconfirmed, proposal, calendar, rules] = await Promise.all([
    readAreas(county),
    readUnits(county),
    readPeople(county),
    ask(listVacancies, { params }),
    ask(listUnconfirmed, { params }),
    ask(readProposal, { params }),
    ask(readCalendar, { params }),
    ask(readRuleBook, { params }),
  ])
  const communities = areas.filter(({ code, retired }) => !retired && code.length === COMMUNITY_DIGITS)
  const working = units.filter(({ retired }) => !retired)
  const headless = working.filter(({ actedFor, lead, kind }) => !actedFor && !lead && kind !== 'centre')
  const vacant = vacancies.ok ? vacancies.value.posts.filter((one) => one.vacant) : []
  const vacantNames = vacant.map(({ post }) => (isPost(post) ? postWording[post][language] : post))
  const waiting = people.filter(({ state }) => state === 'invited')
  const guessed = unconfirmed.ok ? unconfirmed.value.kinds.length : 0
  const missingYears = calendar.ok ? calendar.value.missingYears : []
  const when = (so: boolean, words: string) => (so ? [words] : [])
  return [
    {
      name: text.areas,
      path: settingsPaths.areas(county),
      there: text.areasThere(areas.length - communities.length, communities.length),
      missing: when(communities.length === 0, text.noCommunities),
    },
    {
      name: text.units,
      path: settingsPaths.units(county),
      there: text.unitsThere(working.length),
      missing: when(headless.length > 0, text.noLeads(headless.length)),
    },
    {
      name: text.people,
      path: settingsPaths.people(county),
      there: text.peopleThere(people.length),
      missing: [
        ...when(vacantNames.length > 0, text.vacant(vacantNames.join(text.between))),
        ...when(waiting.length > 0, text.invited(waiting.length)),
      ],
    },
    {
      name: text.catalogue,
      path: settingsPaths.catalogue(county),
      there: unconfirmed.ok ? text.catalogueThere(unconfirmed.value.publication.kinds) : '',
      missing: [
        ...when(guessed > 0, text.unconfirmed(guessed)),
        ...when(proposal.ok && proposal.value.proposal !== undefined, text.proposal),
      ],
    },
    {
      name: text.calendar,
      path: settingsPaths.calendar(county),
      there: calendar.ok ? text.calendarThere(calendar.value.years.join(text.between)) : '',
      missing: missingYears.map((year) => text.noYear(year)),
    },
    {
      name: text.dispatch,
      path: settingsPaths.dispatch(county),
      there: rules.ok ? text.rulesThere(rules.value.rules.length) : '',
      missing: when(!rules.ok, text.noRules),
    },
  ]
}
