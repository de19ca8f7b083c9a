import { channelWording } from '#shared/cases/channels'
import type { OpenCase } from '#shared/cases/spot-check'
import { counterWording } from '#shared/evaluation/counters'
import type { Language } from '#shared/kernel/language'
import { waitingName } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import { cityPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import type { ValueRow } from '../statistics/figure-columns.tsx'
import type { OwnNames } from '../statistics/value-names.ts'

type Words = Text['commission']['check']
export type Holder = ValueRow & { post: string; unit?: string }

/** Who has open work in the county, and how much of it is overdue; each leads to that work. */
export const holderColumns = (tenant: string, language: Language, text: Words): Column<Holder>[] => [
  {
    title: text.holder,
    value: ({ name }) => name,
    draw: ({ name, post, unit }) => (
      <a href={`${cityPaths.cases}?${new URLSearchParams({ county: tenant, post, ...(unit && { unit }) })}`}>
        {name}
      </a>
    ),
  },
  { title: counterWording.open[language], as: 'number', value: ({ now }) => now.counts.open ?? 0 },
  { title: counterWording.overdue[language], as: 'number', value: ({ now }) => now.counts.overdue ?? 0 },
]

/** The open work of one of them; no word of what was reported stands in it. */
export const caseColumns = (
  hrefOf: (line: OpenCase) => string,
  names: OwnNames,
  language: Language,
  text: Words,
): Column<OpenCase>[] => [
  {
    title: text.number,
    value: ({ number }) => number,
    draw: (line) => <a href={hrefOf(line)}>{line.number}</a>,
  },
  {
    title: text.lamp,
    value: ({ lamp }) => lamp?.words,
    draw: ({ lamp, due }) => lamp && <Lamp lamp={lamp} due={due && dateAndTime(due)} />,
  },
  { title: text.kind, value: ({ kind }) => kind && (names.kind?.get(kind) ?? kind) },
  { title: text.stage, value: ({ stage }) => waitingName(stage, language), minor: true },
  { title: text.channel, value: ({ channel }) => channelWording[channel]?.[language], minor: true },
  { title: text.reported, value: ({ reportedAt }) => dateAndTime(reportedAt), minor: true },
]
