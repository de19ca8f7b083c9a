import type { ReportInput } from '#shared/cases/case'
import type { Found } from '#shared/cases/report'
import type { Terms } from '#shared/cases/terms'
import { type FieldProblem, isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Surroundings } from './ports.ts'

/** Looks up what a report names: all that the county has not is told at once, by its field. */
export async function reportedFacts(
  surroundings: Surroundings,
  { catalogue }: Pick<Terms, 'catalogue'>,
  input: ReportInput,
): Promise<Found | Refusal> {
  const component = input.component === undefined ? undefined : await surroundings.component(input.component)
  const position = input.position ?? component?.position
  const area = component?.grid ?? input.area
  const located = await surroundings.locate({ ...(position && { position }), ...(area && { area }) })
  const kind = input.kind ?? component?.kind
  const problems = [
    ...(isRefusal(located) ? (located.fields ?? []) : []),
    ...(input.component !== undefined && !component ? [wrong('component', 'unknown-id')] : []),
    ...(component && kind !== component.kind ? [wrong('kind', 'not-of-component')] : []),
    ...(kind && catalogue && !(await surroundings.isKind(catalogue, kind))
      ? [wrong('kind', 'unknown-kind')]
      : []),
    ...(input.photos && (await surroundings.keepPhotos(input.photos)).length > 0
      ? [wrong('photos', 'photo-not-ready')]
      : []),
  ]
  if (problems.length > 0 || isRefusal(located)) return refuse('invalid-input', { fields: problems })
  return {
    area: located.code,
    ...(located.class && { areaClass: located.class }),
    ...(kind && { kind }),
    ...(position && { position }),
    ...(input.component && { component: input.component }),
    ...(component?.owner && { owner: component.owner }),
  }
}

const wrong = (field: string, code: FieldProblem['code']): FieldProblem => ({ field, code })
