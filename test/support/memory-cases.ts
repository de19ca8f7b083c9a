import type { CaseFile, CaseNumbers, CaseStore } from '../../functions/cases/ports.ts'
import type { RunStore, WaitToken } from '../../functions/workflow/ports.ts'
import type { CaseRecord } from '../../shared/cases/record.ts'
import { sideWorkOf, type WorkList, workListOf } from '../../shared/cases/work-lists.ts'

/** A county's cases in memory, with the conditions that the real store writes under. */
export function memoryCases(): CaseStore & RunStore {
  const files = new Map<string, CaseFile>()
  const tokens = new Map<string, WaitToken>()
  const asSeen = ({ id, stage, version, run }: CaseRecord) => {
    const file = files.get(id)
    const now = file?.record
    return now?.version === version && now.stage === stage && now.run === run ? file : undefined
  }
  return {
    read: async (id) => files.get(id)?.record,
    readFile: async (id) => files.get(id),
    historyRow: async (id, version) => files.get(id)?.history.find((row) => row.version === version),
    async create({ record, words, history }, done) {
      if (files.has(record.id)) return 'exists'
      const rows = [history, ...(done?.history ?? [])]
      files.set(record.id, { record: done?.after ?? record, words, history: rows })
      return 'created'
    },
    async advance(...advances) {
      const seen = advances.map(({ before }) => asSeen(before))
      if (seen.includes(undefined)) return 'changed'
      for (const [index, { before, after, history }] of advances.entries()) {
        const file = seen[index]!
        files.set(before.id, { ...file, record: after, history: [...file.history, ...history] })
      }
      return 'advanced'
    },
    async openWork(list, { after, limit }) {
      const open = [...files.values()]
        .map(({ record }) => record)
        .flatMap((record) => duesIn(list, record).map((due) => ({ record, place: `${due}_${record.id}` })))
        .filter(({ place }) => !after || place > after)
        .sort((a, b) => (a.place < b.place ? -1 : 1))
      const page = open.slice(0, limit)
      const last = page.at(-1)
      return {
        records: page.map(({ record }) => record),
        ...(last && page.length < open.length && { next: last.place }),
      }
    },
    async keepToken(caseId, run, token) {
      tokens.set(`${caseId} ${run}`, token)
    },
    token: async (caseId, run) => tokens.get(`${caseId} ${run}`),
    async beginNextRun(record) {
      const file = asSeen(record)
      if (!file) return 'changed'
      files.set(record.id, { ...file, record: { ...file.record, run: record.run + 1 } })
      return 'begun'
    },
  }
}

/** When what the case has in this list is due. */
const duesIn = (list: WorkList, record: CaseRecord) => [
  ...(workListOf(record) === list && record.due ? [record.due] : []),
  ...sideWorkOf(record).flatMap((side) => (side.list === list ? [side.due] : [])),
]

export function memoryNumbers(tenant: string): CaseNumbers {
  let given = 0
  return {
    next: async (date) => `${tenant}${date.replaceAll('-', '')}${String(++given).padStart(5, '0')}`,
  }
}
