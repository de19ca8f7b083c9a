import { type FunctionEntry, functionEntries } from '../../../functions/manifest.ts'
import type { Settings } from '../settings.ts'

const all: readonly FunctionEntry[] = functionEntries

/** The functions of one synthesis: those of the demonstration only when it was asked for. */
export const presentEntries = ({ demonstration }: Pick<Settings, 'demonstration'>) =>
  all.filter(({ stack }) => stack === 'product' || demonstration)

export type EntryWith<K extends FunctionEntry['trigger']['kind']> = FunctionEntry & { trigger: { kind: K } }

/** The functions of one kind of trigger. */
export const entriesOf = <K extends FunctionEntry['trigger']['kind']>(
  stack: FunctionEntry['stack'],
  kind: K,
) => all.filter((entry): entry is EntryWith<K> => entry.stack === stack && entry.trigger.kind === kind)
