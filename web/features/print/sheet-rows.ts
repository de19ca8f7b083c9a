import { channelWording } from '#shared/cases/channels'
import type { Language } from '#shared/kernel/language'
import { stageName } from '#shared/lifecycle/wording'
import { dateAndTime } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import type { PrintedCase } from './read-sheets.ts'
import type { Sheet } from './sheets.ts'

export type SheetNames = Pick<Names, 'unit' | 'kind' | 'area' | 'person'>

/** Label and value; a value that is not known leaves room for a pen. */
export type SheetRow = readonly [label: string, value: string]

/** What each form says of a case, in its order. */
export function sheetRows(
  sheet: Sheet,
  { file, condition }: PrintedCase,
  { names, language, text }: { names: SheetNames; language: Language; text: Text['print'] },
): SheetRow[] {
  const { history } = file
  const last = (...actions: string[]) => history.findLast(({ action }) => actions.includes(action))
  const dispatched = last('dispatch', 'rule')
  const back = last('report-back', 'report-on-behalf')
  const at = (instant: string | undefined) => (instant ? dateAndTime(instant) : '')
  const rows: Readonly<Record<keyof Text['print']['rows'], string>> = {
    kind: file.kind ? names.kind(file.kind) : '',
    channel: channelWording[file.channel][language],
    reportedAt: at(file.reportedAt),
    place: file.place,
    area: file.area ? names.area(file.area) : '',
    words: file.words,
    filing: condition?.filing[language] ?? '',
    closing: condition?.closing[language] ?? '',
    stage: stageName(file.stage, language),
    unit: file.unit ? names.unit(file.unit) : '',
    assisting: (file.parts ?? []).map(({ unit }) => names.unit(unit)).join('、'),
    dispatchedAt: at(dispatched?.at),
    advice: dispatched?.evidence.reason ?? dispatched?.evidence.words ?? '',
    due: at(file.due),
    backAt: at(back?.at),
    result: back?.evidence.words ?? '',
  }
  return rowsOf[sheet]
    .filter((row) => rows[row] !== '' || !leftOut.has(row))
    .map((row) => [text.rows[row], rows[row]])
}

const rowsOf = {
  case: [
    ...(['kind', 'channel', 'reportedAt', 'area', 'place', 'words', 'filing', 'stage'] as const),
    ...(['unit', 'assisting', 'due', 'result'] as const),
  ],
  dispatch: [
    ...(['kind', 'area', 'place', 'words', 'filing', 'closing', 'unit', 'assisting'] as const),
    ...(['dispatchedAt', 'due', 'advice'] as const),
  ],
  inspection: ['kind', 'area', 'place', 'words', 'unit', 'backAt', 'result', 'closing'],
} as const satisfies Readonly<Record<Sheet, readonly (keyof Text['print']['rows'])[]>>

/** Without it the form is as good: no line for it. */
const leftOut: ReadonlySet<string> = new Set([
  'assisting',
  'advice',
  'due',
  'result',
  'filing',
  'unit',
  'area',
])
