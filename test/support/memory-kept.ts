import type { Command } from '../../functions/kernel/command.ts'

interface Version {
  readonly version: number
}

/** What one county keeps as a whole, version by version, in memory; with the conditions that the real store writes under. */
export function memoryKept<V extends Version>() {
  const versions: V[] = []
  const memory = new Map<string, Command>()
  const store = {
    async earlier({ key, bodyHash }: Pick<Command, 'key' | 'bodyHash'>) {
      const command = memory.get(key)
      if (!command) return undefined
      return command.bodyHash === bodyHash ? { answer: command.answer } : ('key-reused' as const)
    },
    inForce: async () => versions.at(-1),
    async keep(version: V, command: Command) {
      if (version.version !== versions.length + 1) return 'changed' as const
      memory.set(command.key, command)
      versions.push(version)
      return 'committed' as const
    },
  }
  return { store, acts: () => [...memory.values()].map(({ act }) => act) }
}
