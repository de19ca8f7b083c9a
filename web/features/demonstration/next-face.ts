import type { CaseView } from '#shared/cases/case'
import type { Face } from '#shared/demonstration/contract'
import { holderOf } from '#shared/lifecycle/lifecycle'

/**
 * Whose turn it is with a case: the post in whose list it stands, or somebody of its unit. For a unit without a face the
 * dispatcher acts on its behalf. Undefined at an end.
 */
export function nextFace(
  { stage, unit }: Pick<CaseView, 'stage' | 'unit'>,
  faces: readonly Face[],
): Face | undefined {
  const holder = holderOf(stage)
  const of = (post: string) => faces.find((face) => face.post === post)
  if (holder === undefined) return undefined
  if (holder !== 'unit') return of(holder)
  return faces.find((face) => face.post === 'handler' && face.unit === unit) ?? of('dispatcher')
}
