import { firstStage, lifecycle, rulesOf, stages, targetsOf } from '#shared/lifecycle/lifecycle'
import { actionWording } from '#shared/lifecycle/wording'

/** The life of a case as a Mermaid state diagram, main line first in each stage; what only marks a case is no arrow. */
export function diagram(): string {
  const names = stages.map((stage) => `    state "${lifecycle[stage].name.zh}" as ${id(stage)}`)
  const arrows = stages.flatMap((stage) =>
    rulesOf(stage)
      .flatMap(([action, rule]) => targetsOf(stage, rule).map((to) => [action, to] as const))
      .filter(([, to]) => to !== stage)
      .map(([action, to]) => `    ${id(stage)} --> ${id(to)}: ${actionWording[action].zh}`),
  )
  const ends = stages.filter((stage) => !lifecycle[stage].open).map((stage) => `    ${id(stage)} --> [*]`)
  return ['stateDiagram-v2', ...names, `    [*] --> ${id(firstStage)}`, ...arrows, ...ends].join('\n')
}

const id = (stage: string) => stage.replaceAll('-', '_')
