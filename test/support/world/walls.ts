import type { SeenCase, Violation, World } from './world.ts'

/** I11: whatever there is of a case carries its own county. */
export function ownCounty({ cases, executions, tokens, items, logs }: World): Violation[] {
  const broken = (sentence: string): Violation => ({ invariant: 'I11', sentence })
  const tenantOf = new Map(cases.map(({ record }) => [record.id, record.tenant]))
  const numbers = cases
    .filter(({ record }) => !record.number.startsWith(record.tenant))
    .map(({ record }) => broken(`case ${record.id} of ${record.tenant} has the number ${record.number}`))
  const strays = items.flatMap(({ tenant, partitions }) =>
    partitions
      .filter((partition) => !new RegExp(`^${tenant ?? '[1-9]\\d{5}'}#`).test(partition))
      .map((partition) => broken(`an item of ${tenant ?? 'no county'} lies under ${partition}`)),
  )
  const inputs = executions
    .filter(({ name, input }) => input.tenant !== undefined && !name.startsWith(input.tenant))
    .map(({ name, input }) => broken(`execution ${name} has the input of ${input.tenant}`))
  const waits = tokens
    .filter(({ tenant, caseId }) => (tenantOf.get(caseId) ?? tenant) !== tenant)
    .map(({ tenant, caseId }) => broken(`the token of case ${caseId} lies with ${tenant}`))
  return [...numbers, ...strays, ...inputs, ...waits, ...logs.flatMap((line) => foreignIn(line, cases))]
}

/** A line that names a county names no other county's case. */
function foreignIn(line: string, cases: readonly SeenCase[]): Violation[] {
  const tenant = /"tenant":"([1-9]\d{5})"/.exec(line)?.[1]
  if (tenant === undefined) return []
  return cases
    .filter(({ record }) => record.tenant !== tenant && line.includes(record.id))
    .map(({ record }) => ({
      invariant: 'I11',
      sentence: `a log line of ${tenant} names case ${record.number} of ${record.tenant}`,
    }))
}

/** I14: names and numbers of people stand where those with the right look, and nowhere else. */
export function nobodyNamed({ personal, logs, executions, items, told }: World): Violation[] {
  const found = (where: string, text: string) =>
    personal
      .filter((secret) => text.includes(secret))
      .map((secret): Violation => ({ invariant: 'I14', sentence: `${where} carries ${secret}` }))
  return [
    ...logs.flatMap((line) => found('a log line', line)),
    ...executions.flatMap(({ name, input }) => found(`the input of ${name}`, JSON.stringify(input))),
    ...items.flatMap(({ partitions, text }) => found(`an item under ${partitions[0]}`, text ?? '')),
    ...told.flatMap(({ action, answer }) => found(`the answer to ${action}`, answer)),
  ]
}

/** I10: every figure that is kept equals what the histories say. */
export function figuresAgree({ figures }: World): Violation[] {
  if (!figures) return []
  const { kept, recounted } = figures
  return [...new Set([...kept.keys(), ...recounted.keys()])]
    .filter((name) => (kept.get(name) ?? 0) !== (recounted.get(name) ?? 0))
    .map((name) => ({
      invariant: 'I10',
      sentence: `${name}: kept ${kept.get(name) ?? 0}, recounted ${recounted.get(name) ?? 0}`,
    }))
}
