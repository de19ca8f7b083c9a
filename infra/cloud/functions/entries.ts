import { type FunctionEntry, functionEntries } from '../../../functions/manifest.ts'
import type { Settings } from '../settings.ts'

const all: readonly FunctionEntry[] = functionEntries

type Wish = Pick<Settings, 'demonstration'> & Partial<Pick<Settings, 'builtInIssuer'>>

/** The functions of one synthesis: the demonstration's only when it was asked for, the issuer's unless it was not. */
export const presentEntries = ({ demonstration, builtInIssuer = true }: Wish) =>
  all.filter(
    ({ stack, trigger }) =>
      (stack === 'product' || demonstration) &&
      (trigger.kind !== 'proxy-route' || trigger.protocol !== 'openid' || builtInIssuer),
  )

export type EntryWith<K extends FunctionEntry['trigger']['kind']> = FunctionEntry & { trigger: { kind: K } }

/** The functions of one kind of trigger. */
export const entriesOf = <K extends FunctionEntry['trigger']['kind']>(
  stack: FunctionEntry['stack'],
  kind: K,
) => all.filter((entry): entry is EntryWith<K> => entry.stack === stack && entry.trigger.kind === kind)

/** The function that speaks a protocol of its own. Throws when the manifest names none. */
export function entryOfProtocol(protocol: EntryWith<'proxy-route'>['trigger']['protocol']) {
  const found = entriesOf('product', 'proxy-route').find(({ trigger }) => trigger.protocol === protocol)
  if (!found) throw new Error(`functions/manifest.ts names no function that speaks ${protocol}.`)
  return found
}
