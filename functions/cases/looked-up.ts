import type { Act } from '#shared/cases/act'
import type { ActsInput } from '#shared/cases/case'
import type { CaseRecord } from '#shared/cases/record'
import type { Terms } from '#shared/cases/terms'
import { tenantCode } from '#shared/kernel/ids'
import { type FieldProblem, type Refusal, refuse } from '#shared/kernel/result'
import type { Evidence } from '#shared/lifecycle/evidence'
import type { References } from './ports.ts'

type Given = ActsInput['acts'][number]
type LookedUp = Pick<Act, 'action' | 'evidence' | 'condition'>

/** Acts with what their evidence names, looked up; a refusal for the first that names what the county has not. */
export async function lookedUp(
  references: References,
  record: CaseRecord,
  terms: Terms,
  given: readonly Given[],
): Promise<readonly LookedUp[] | Refusal> {
  const acts: LookedUp[] = []
  for (const { action, evidence } of given) {
    const wrong = await firstWrong(references, record, evidence)
    if (wrong) return refuse('invalid-input', { fields: [wrong] })
    const { filingCondition } = evidence
    if (filingCondition === undefined) {
      acts.push({ action, evidence })
      continue
    }
    const condition = terms.catalogue && (await references.condition(terms.catalogue, filingCondition))
    if (!condition) return refuse('unknown-condition')
    acts.push({ action, evidence, condition })
  }
  return acts
}

async function firstWrong(
  references: References,
  record: CaseRecord,
  evidence: Given['evidence'],
): Promise<FieldProblem | undefined> {
  const missing = await firstMissing(references, record, evidence)
  if (missing) return { field: `evidence.${missing}`, code: 'unknown-id' }
  for (const field of ['photos', 'photosBefore'] as const) {
    const given = evidence[field]
    if (given && (await references.keepPhotos(given)).length > 0)
      return { field: `evidence.${field}`, code: 'photo-not-ready' }
  }
  return undefined
}

async function firstMissing(
  references: References,
  record: CaseRecord,
  { unit, assisting = [], person, to }: Given['evidence'],
): Promise<Evidence | undefined> {
  if (unit !== undefined && !(await references.isUnit(unit))) return 'unit'
  for (const one of assisting) if (!(await references.isUnit(one))) return 'assisting'
  if (to !== undefined && tenantCode.safeParse(to).success && !(await references.isNeighbour(to))) return 'to'
  if (person !== undefined && !(record.unit && (await references.worksIn(person, record.unit))))
    return 'person'
  return undefined
}
