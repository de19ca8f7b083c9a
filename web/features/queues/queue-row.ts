import type { CaseLine } from '#shared/cases/case'
import { channels } from '#shared/cases/channels'
import type { Language } from '#shared/kernel/language'
import { stageName } from '#shared/lifecycle/wording'
import { dateAndTime, shortMoment } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'

/** A case as a list shows it, in words: what the browser gets of it, and no more. */
export interface QueueRow {
  readonly id: string
  readonly version: number
  readonly path: string
  readonly number: string
  readonly lamp?: NonNullable<CaseLine['lamp']>
  readonly due?: string
  readonly kind: string
  readonly place: string
  readonly channel: string
  readonly stage: string
  readonly unit: string
  readonly reported: string
  readonly reportedAt: string
  readonly marks: readonly string[]
}

interface Telling {
  readonly county: string
  readonly now: string
  readonly names: Names
  readonly language: Language
  readonly text: Text['queues']
}

export function rowOf(line: CaseLine, { county, now, names, language, text }: Telling): QueueRow {
  const { id, version, number, lamp, due, kind, place, channel, stage, unit, reportedAt } = line
  return {
    id,
    version,
    path: staffPaths.case(county, id),
    number,
    ...(lamp && { lamp }),
    ...(due && { due: dateAndTime(due) }),
    kind: kind ? names.kind(kind) : text.noKind,
    place,
    channel: text.channels[channels.find((one) => one === channel) ?? 'web'],
    stage: stageName(stage, language),
    unit: unit ? names.unit(unit) : '',
    reported: shortMoment(reportedAt, now),
    reportedAt: dateAndTime(reportedAt),
    marks: marksOf(line, text.marks),
  }
}

/** What sets a case apart from the others of its list, in a word or two each. */
const marksOf = (
  { urgent, grave, supervised, round, request }: CaseLine,
  text: Text['queues']['marks'],
): string[] => [
  ...(grave ? [text.grave] : []),
  ...(supervised ? [text.supervised] : []),
  ...(urgent ? [text.urgent] : []),
  ...((round ?? 1) > 1 ? [text.rework] : []),
  ...(request ? [text[request.kind]] : []),
]
