import { dimensionWording } from '#shared/evaluation/sheet'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { mainFigures, overdueTable, shares, unitsTable } from './bulletin-tables.ts'
import type { BulletinFacts } from './read-bulletin.ts'
import { summaryWords } from './summary-words.ts'
import { type WordPart, wordDocument } from './word-document.ts'

interface Wanted {
  readonly facts: BulletinFacts
  readonly language: Language
  readonly text: Text
}

/** The name of the file and of the document. */
export function bulletinTitle({ bulletin, reports }: BulletinFacts, { bulletins }: Text): string {
  return bulletins.titles[bulletin](reports.unit.placeName)
}

/** A county's bulletin after the skeleton that published ones have kept for years; what only people know is left to them. */
export function bulletinDocument({ facts, language, text }: Wanted): Promise<Uint8Array<ArrayBuffer>> {
  const { bulletin, reports, overdue } = facts
  const { bulletins, statistics } = text
  const { from, until } = reports.unit.view.now
  const by = (section: 'channel' | 'kind' | 'street') =>
    shares(reports[section], section, dimensionWording[section][language], bulletins)
  const bodies: WordPart[] = [
    {
      heading: bulletins.overall,
      words: [summaryWords(reports.unit.view.total, bulletins)],
      table: mainFigures(reports.unit.view.total, language, text),
    },
    { heading: bulletins.sources, table: by('channel'), empty: statistics.none },
    { heading: bulletins.kinds, table: by('kind'), empty: statistics.none },
    { heading: bulletins.areas, table: by('street'), empty: statistics.none },
    {
      heading: bulletins.units,
      table: unitsTable(reports.unit, language, bulletins),
      empty: statistics.none,
    },
    ...(overdue
      ? [
          {
            heading: bulletins.overdue,
            table: overdueTable(overdue, bulletins),
            empty: bulletins.noneOverdue,
          },
        ]
      : []),
    ...bulletins.byHand[bulletin].map((heading): WordPart => ({ heading, words: [bulletins.toWrite] })),
  ]
  return wordDocument({
    title: bulletinTitle(facts, text),
    subtitle: from === until ? bulletins.day(from) : bulletins.period(from, until),
    isNotice: bulletin === 'notice',
    parts: numbered(bodies, bulletins),
  })
}

/** 一、二、三、: as chapters of such documents are counted. */
export const numbered = (parts: readonly WordPart[], text: Text['bulletins']): WordPart[] =>
  parts.map((part, index) => ({
    ...part,
    ...(part.heading && { heading: text.numbered(index, part.heading) }),
  }))
