import { expect, test } from 'vitest'
import { lifecycle, rulesOf, stages } from '#shared/lifecycle/lifecycle'
import { diagram } from '../../infra/commands/diagram.ts'

test('the diagram shows every stage and every way from one to another', () => {
  const lines = diagram()
    .split('\n')
    .map((line) => line.trim())
  for (const stage of stages) {
    expect(lines).toContain(`state "${lifecycle[stage].name.zh}" as ${stage}`)
    for (const [, { to }] of rulesOf(stage).filter(([, rule]) => rule.to !== stage))
      expect(lines.some((line) => line.startsWith(`${stage} --> ${to}: `))).toBe(true)
  }
})
