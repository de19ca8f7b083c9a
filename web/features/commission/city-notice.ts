import { counterWording, summed } from '#shared/evaluation/counters'
import { type RateName, rateNames, rateOf, rates, rateWords } from '#shared/evaluation/rates'
import { FEWEST_CASES, redList, usageWording } from '#shared/evaluation/standing'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { numbered } from '../bulletins/bulletin-document.ts'
import { type BulletinTable, mainFigures } from '../bulletins/bulletin-tables.ts'
import { summaryWords } from '../bulletins/summary-words.ts'
import { wordDocument } from '../bulletins/word-document.ts'
import { changeWords } from '../statistics/change.ts'
import type { ComparedCounty, Comparison } from './read-comparison.ts'
import type { Standings } from './read-standings.ts'

interface Wanted {
  readonly city: string
  readonly comparison: Comparison
  readonly standings: Standings
  readonly language: Language
  readonly text: Text
}

/** 考核通报 of a city: all counties together, each by its rates, and who is named for what stands overdue or unused. */
export function cityNotice({ city, comparison, standings, language, text }: Wanted) {
  const { bulletins, commission } = text
  const { now, counties } = comparison
  const total = totalOf(counties)
  const notice = commission.notice
  return wordDocument({
    title: notice.title(city),
    subtitle: now.from === now.until ? bulletins.day(now.from) : bulletins.period(now.from, now.until),
    isNotice: true,
    parts: numbered(
      [
        {
          heading: bulletins.overall,
          words: [summaryWords(total, bulletins)],
          table: mainFigures(total, language, text),
        },
        {
          heading: notice.ranking,
          words: [notice.rankingHow(FEWEST_CASES)],
          table: rankingOf(counties, language, text),
        },
        { heading: notice.red, table: redTable(standings, language, text), empty: notice.noneRed },
        ...bulletins.byHand.notice.map((heading) => ({ heading, words: [bulletins.toWrite] })),
      ],
      bulletins,
    ),
  })
}

type Total = NonNullable<ComparedCounty['total']>

/** The city over the same spans: counts of all counties, and the rates that these come to. */
function totalOf(counties: readonly ComparedCounty[]): Total {
  const of = (then: keyof Total): Total['now'] => {
    const counts = summed(counties.flatMap(({ total }) => (total ? [total[then].counts] : [])))
    const known = rateNames.flatMap((name) => {
      const rate = rateOf(name, counts)
      return rate === undefined ? [] : [[name, rate] as const]
    })
    return { counts, rates: Object.fromEntries(known) as Partial<Record<RateName, number>> }
  }
  return { now: of('now'), before: of('before'), lastYear: of('lastYear') }
}

/** 按期结案率, the best first; who filed too little to be compared, and who is not known, stands below without a rank. */
function rankingOf(
  counties: readonly ComparedCounty[],
  language: Language,
  { bulletins, commission, statistics }: Text,
): BulletinTable {
  const filed = ({ total }: ComparedCounty) => total?.now.counts.filings ?? 0
  const rate = ({ total }: ComparedCounty) => total?.now.rates.closedOnTime
  const isRanked = (county: ComparedCounty) => filed(county) >= FEWEST_CASES && rate(county) !== undefined
  const ranked = counties.filter(isRanked).toSorted((a, b) => (rate(b) ?? 0) - (rate(a) ?? 0))
  const others = counties.filter((county) => !isRanked(county))
  const change = ({ total }: ComparedCounty) => {
    const [is, was] = [total?.now.rates.closedOnTime, total?.before.rates.closedOnTime]
    return changeWords(is === undefined || was === undefined ? undefined : is - was, statistics.points)
  }
  const row = (rank: string) => (county: ComparedCounty) => [
    rank,
    county.name,
    String(filed(county)),
    String(county.total?.now.counts.closings ?? 0),
    rateWords(rate(county)),
    change(county),
    rateWords(county.total?.now.rates.handledOnTime),
    rateWords(county.total?.now.rates.reworkRate),
    String(county.total?.now.counts.overdue ?? 0),
  ]
  return {
    head: [
      bulletins.rank,
      commission.overview.county,
      counterWording.filings[language],
      counterWording.closings[language],
      rates.closedOnTime.name[language],
      statistics.againstBefore,
      rates.handledOnTime.name[language],
      rates.reworkRate.name[language],
      counterWording.overdue[language],
    ],
    rows: [
      ...ranked.map((county, at) => row(String(at + 1))(county)),
      ...others.map(row(commission.notice.few)),
    ],
  }
}

function redTable({ counties }: Standings, language: Language, { commission }: Text): BulletinTable {
  const { notice, overview } = commission
  return {
    head: [overview.county, counterWording.overdue[language], notice.usage, notice.grade],
    rows: redList(counties).map(({ name, standing, usage }) => [
      name,
      String(standing.overdue ?? 0),
      String(usage.index),
      usageWording[usage.grade][language],
    ]),
  }
}
