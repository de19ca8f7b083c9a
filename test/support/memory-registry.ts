import type { Command } from '../../functions/kernel/command.ts'
import type { FirstPeople, OnboardingRuns, Registry } from '../../functions/tenants/ports.ts'
import type { ExportRecord } from '../../shared/tenants/leaving.ts'
import type { TenantRecord } from '../../shared/tenants/tenant.ts'
import type { TenantFile } from '../../shared/tenants/view.ts'

/** The register of one city in memory, with the conditions that the real one writes under. */
export function memoryRegistry() {
  const files = new Map<string, TenantFile>()
  const memory = new Map<string, Command>()
  const exports = new Map<string, ExportRecord>()
  let cityName: string | undefined

  async function commit(command: Command, possible: boolean, write: () => void) {
    if (memory.has(command.key) || !possible) return 'changed'
    memory.set(command.key, command)
    write()
    return 'committed'
  }
  const isNow = ({ tenant, version }: TenantRecord) => files.get(tenant)?.record.version === version
  const put = (tenant: string, changes: Partial<TenantFile>) =>
    files.set(tenant, { ...files.get(tenant)!, ...changes })

  const registry: Registry = {
    async earlier({ key, bodyHash }) {
      const command = memory.get(key)
      if (!command) return undefined
      return command.bodyHash === bodyHash ? { answer: command.answer } : 'key-reused'
    },
    cityName: async () => cityName,
    tenants: async () =>
      [...files.values()].map(({ record: { tenant, name, state } }) => ({ tenant, name, state })),
    file: async (tenant) => files.get(tenant),
    keepCity: (name, command) =>
      commit(command, true, () => {
        cityName = name
      }),
    found: ({ record, settings }, command) =>
      commit(command, !files.has(record.tenant), () => put(record.tenant, { record, settings, steps: [] })),
    change: (before, after, command) =>
      commit(command, isNow(before), () => put(before.tenant, { record: after })),
    changeSettings: (before, after, settings, command) =>
      commit(command, isNow(before), () => put(before.tenant, { record: after, settings })),
    finishStep: (record, step, command, after) =>
      commit(command, !after || isNow(record), () =>
        put(record.tenant, {
          steps: [...files.get(record.tenant)!.steps, step],
          ...(after && { record: after }),
        }),
      ),
    record: async () => undefined,
    exportOf: async (tenant, number) => exports.get(`${tenant} ${number}`),
    newestExport: async (tenant) =>
      [...exports]
        .filter(([key]) => key.startsWith(tenant))
        .toSorted()
        .at(-1)?.[1],
    keepExport(tenant, record, command) {
      const key = `${tenant} ${record.number}`
      const isNext = (exports.get(key)?.sequence ?? 0) === record.sequence - 1
      return commit(command, isNext, () => exports.set(key, record))
    },
  }
  return { registry, acts: () => [...memory.values()].map(({ act }) => act) }
}

/** People of every county, by county and id. */
export function memoryPeople() {
  const kept = new Map<string, { name: string; phone: string }>()
  const of = (tenant: string): FirstPeople => ({
    async keep(person, administrator) {
      const id = `${tenant} ${person}`
      if (!kept.has(id)) kept.set(id, administrator)
    },
    isKept: async (person) => kept.has(`${tenant} ${person}`),
  })
  return { of, kept }
}

/** Executions by name: those named in `over` have ended. */
export function memoryRuns() {
  const started = new Set<string>()
  const over = new Set<string>()
  const runs: OnboardingRuns = {
    async start({ tenant, attempt }) {
      const name = `${tenant}-${attempt}`
      started.add(name)
      return over.has(name) ? 'ended' : 'going'
    },
  }
  return { runs, started, over }
}
