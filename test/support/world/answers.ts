import type { SeenCase, Told, Violation, World } from './world.ts'

const succeeded = ({ status }: Told) => status >= 200 && status < 300

/** I1: whatever was acknowledged is there, as it was acknowledged. */
export function nothingLost({ cases, told }: World): Violation[] {
  const byId = new Map(
    cases.map((seen): [string, SeenCase] => [`${seen.record.tenant} ${seen.record.id}`, seen]),
  )
  return told.filter(succeeded).flatMap((one): Violation[] => {
    const seen = byId.get(`${one.tenant} ${one.caseId}`)
    const row = seen?.history.find(({ version }) => version === one.version)
    if (row?.key === one.key && row.action === one.action) return []
    const sentence = `case ${one.caseId}: ${one.action} was acknowledged as version ${one.version}, ${row ? `${row.action} stands there` : 'nothing is there'}`
    return [{ invariant: 'I1', sentence }]
  })
}

/** I8: of several acts on one version one is acknowledged, and every other is told that the case has changed. */
export function oneWins({ told }: World): Violation[] {
  const broken = (sentence: string): Violation => ({ invariant: 'I8', sentence })
  const byVersion = Map.groupBy(
    told.filter(({ seen }) => seen !== undefined),
    ({ tenant, caseId, seen }) => `${tenant} ${caseId} ${seen}`,
  )
  return [...byVersion].flatMap(([name, acts]) => {
    const winners = new Set(acts.filter(succeeded).map(({ key }) => key))
    return winners.size > 1 ? [broken(`${name}: ${winners.size} acts on one version were acknowledged`)] : []
  })
}

/** I9: a key is answered the same for the same submission, and has one effect. */
export function oneEffectPerKey({ cases, told }: World): Violation[] {
  const broken = (sentence: string): Violation => ({ invariant: 'I9', sentence })
  const byKey = Map.groupBy(told.filter(succeeded), ({ tenant, key }) => `${tenant} ${key}`)
  const answers = [...byKey].flatMap(([name, all]) => {
    const different = new Set(all.map(({ answer }) => answer)).size > 1
    const bodies = new Set(all.map(({ body, caseId }) => `${caseId} ${body}`)).size > 1
    return [
      ...(different ? [broken(`key ${name} was answered in two ways`)] : []),
      ...(bodies ? [broken(`key ${name} was taken for two submissions`)] : []),
    ]
  })
  const effects = cases.flatMap(({ record, history }) => {
    const own = history.filter(({ post, series }) => post !== 'system' && (series?.at ?? 1) === 1)
    const keys = own.map(({ key }) => key)
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index)
    return twice.map((key) => broken(`case ${record.number}: key ${key} had two effects`))
  })
  return [...answers, ...effects]
}

/** I15: whatever is sent, the answer is never the system's own fault. */
export const neverOurFault = ({ told }: World): Violation[] =>
  told
    .filter(({ status }) => status >= 500)
    .map(({ action, caseId, status }) => ({
      invariant: 'I15',
      sentence: `${action} on ${caseId} was answered ${status}`,
    }))
