import type { ClientRecord } from '#shared/exchange/client'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** The clients of one county. */
export interface ClientStore extends CommandMemory {
  list(): Promise<readonly ClientRecord[]>
  of(id: string): Promise<ClientRecord | undefined>
  /** Upon the version before; `changed` when that is not there any more, or the command was carried out before. */
  keep(command: Command, client: ClientRecord): Promise<'committed' | 'changed'>
}

/** Digests (22 letters) that nobody makes or guesses without the county's own key; of a kind, so that none serves twice. */
export type CountyDigests = (kind: string, value: string) => Promise<string>
