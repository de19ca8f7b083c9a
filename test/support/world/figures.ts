import { ends } from './edges.ts'
import type { Figures, SeenCase, World } from './world.ts'

type Item = Readonly<Record<string, unknown>>
type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Counters that rise by one for every row of these actions, by the code that they are stored under. */
const byAction: Readonly<Record<string, readonly string[]>> = {
  re: ['reject', 'not-found'],
  rf: ['refuse'],
  rt: ['return'],
  me: ['merge'],
  tr: ['transfer'],
  sh: ['audit-valid'],
  cl: ['close'],
  rw: ['fail', 'object'],
  ve: ['found', 'not-found'],
  in: ['pass', 'fail'],
  rm: ['remind'],
  sb: ['sign-on-behalf'],
  rb: ['report-on-behalf'],
}
const byGrant: Readonly<Record<string, string>> = { ex: 'extension', su: 'suspension', em: 'appeal' }

/** What is kept of figures, and a recount of the plain ones among them that shares nothing with the code that folds. */
export function figuresOf(items: readonly Item[], cases: readonly SeenCase[]): NonNullable<World['figures']> {
  const facts = items.filter(({ _et }) => _et === 'Facts')
  const kept = new Map<string, number>()
  for (const { tenant, counts } of facts)
    for (const some of Object.values((counts ?? {}) as Counts))
      for (const [code, count] of Object.entries(some)) add(kept, nameOf(tenant, code), count)
  const recounted = recount(cases)
  return { kept: only(merged(kept, 'cr', 'pr'), recounted.codes), recounted: recounted.figures }
}

function recount(cases: readonly SeenCase[]): { figures: Figures; codes: ReadonlySet<string> } {
  const figures = new Map<string, number>()
  for (const { record, history } of cases) {
    const count = (code: string) => add(figures, nameOf(record.tenant, code), 1)
    if (!ends.includes(record.stage)) count('op')
    for (const { action, granted, of } of history) {
      // what another county passed on was reported there
      if (action === 'report' && of?.channel !== 'exchange') count('reports')
      for (const [code, actions] of Object.entries(byAction)) if (actions.includes(action)) count(code)
      for (const [code, grant] of Object.entries(byGrant)) if (granted === grant) count(code)
    }
  }
  return { figures, codes: new Set(['op', 'reports', ...Object.keys(byAction), ...Object.keys(byGrant)]) }
}

const nameOf = (tenant: unknown, code: string) => `${tenant} ${code}`
const codeOf = (name: string) => name.split(' ')[1] ?? ''

function add(figures: Map<string, number>, name: string, count: number) {
  figures.set(name, (figures.get(name) ?? 0) + count)
}

/** Reports of collectors and of the public are told apart by the channel; together they are all reports. */
function merged(figures: Figures, ...codes: string[]): Figures {
  const all = new Map<string, number>()
  for (const [name, count] of figures)
    add(all, codes.includes(codeOf(name)) ? nameOf(name.split(' ')[0], 'reports') : name, count)
  return all
}

const only = (figures: Figures, codes: ReadonlySet<string>): Figures =>
  new Map([...figures].filter(([name]) => codes.has(codeOf(name))))
