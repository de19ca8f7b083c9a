import type { Command, CommandMemory } from '../../functions/kernel/command.ts'

/** The commands of a scope in memory: each change with its act, each act once, as the ledger commits them. */
export function memoryCommands() {
  const done = new Map<string, Command>()
  const memory: CommandMemory = {
    async earlier({ key, bodyHash }) {
      const command = done.get(key)
      if (!command) return undefined
      return command.bodyHash === bodyHash ? { answer: command.answer } : 'key-reused'
    },
  }
  return {
    ...memory,
    /** Carries the change out if `holds` and nobody used the key. */
    commit(command: Command, holds: boolean, change: () => void): 'committed' | 'changed' {
      if (!holds || done.has(command.key)) return 'changed'
      done.set(command.key, command)
      change()
      return 'committed'
    },
    acts: () => [...done.values()].map(({ act }) => act),
  }
}
