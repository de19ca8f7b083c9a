import type { PhrasesVersion } from '#shared/phrases/phrases'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** A county's own phrases. Bound to it when made. */
export interface PhraseStore extends CommandMemory {
  inForce(): Promise<PhrasesVersion | undefined>
  /** `changed`: others were kept meanwhile. */
  keep(version: PhrasesVersion, command: Command): Promise<'committed' | 'changed'>
}
export type PhrasesOf = (tenant: string) => PhraseStore
