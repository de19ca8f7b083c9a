import { expect, test } from 'vitest'
import { lifecycle, rulesOf, stages, targetsOf } from '#shared/lifecycle/lifecycle'
import { diagram } from '../../infra/commands/diagram.ts'

test('the diagram shows every stage and every way from one to another', () => {
  const lines = diagram()
    .split('\n')
    .map((line) => line.trim())
  for (const stage of stages) {
    expect(lines).toContain(`state "${lifecycle[stage].name.zh}" as ${stage}`)
    const targets = rulesOf(stage).flatMap(([, rule]) => targetsOf(stage, rule))
    for (const to of targets.filter((target) => target !== stage))
      expect(lines.some((line) => line.startsWith(`${stage} --> ${to}: `))).toBe(true)
  }
})
