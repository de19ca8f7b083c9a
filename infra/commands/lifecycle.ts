import { grantedTo, separations } from '#shared/lifecycle/grants'
import {
  type ActionRule,
  lifecycle,
  type OpenStage,
  rulesOf,
  type Stage,
  stages,
  targetsOf,
} from '#shared/lifecycle/lifecycle'
import { posts, postWording } from '#shared/lifecycle/posts'
import { actionWording } from '#shared/lifecycle/wording'
import { diagram } from './diagram.ts'
import { table } from './table.ts'
import { print, runCommand } from './terminal.ts'

await runCommand(() => {
  print('# 生命周期 · the life of a case\n')
  print(table(['阶段', 'stage', '岗位', '时限', '动作 → 下一阶段'], stages.map(stageRow)))
  print('\n# 岗位与动作 · who may do what\n')
  print(table(['动作', ...posts.map((post) => postWording[post].zh), '系统', '上报人'], actionRows()))
  print('\n# 岗位分离 · what posts keep apart\n')
  print(
    Object.values(separations)
      .map(({ zh, en }) => `- ${zh} · ${en}`)
      .join('\n'),
  )
  print('\n# 流程图 · diagram (Mermaid)\n')
  print(diagram())
})

function stageRow(stage: (typeof stages)[number]): string[] {
  const row = lifecycle[stage]
  const actions = rulesOf(stage).map(
    ([action, rule]) => `${actionWording[action].zh} → ${targetNames(stage, rule)}`,
  )
  if (!row.open) return [row.name.zh, stage, '—', '—', ['（终点）', ...actions].join('，')]
  return [
    row.name.zh,
    stage,
    row.holder === 'unit' ? '承办单位' : postWording[row.holder].zh,
    limitWords(row.limit),
    actions.join('，'),
  ]
}

const targetNames = (stage: Stage, rule: ActionRule) =>
  targetsOf(stage, rule)
    .map((to) => lifecycle[to].name.zh)
    .join('／')

function limitWords(limit: OpenStage['limit']): string {
  if (limit === 'round') return '处置时限'
  if (limit === 'asked') return '挂账期限'
  const limits = 'unit' in limit ? [limit] : Object.values(limit)
  return limits.map(({ amount, unit }) => `${amount} ${unit}`).join(' / ')
}

/** One row per action of a stage: a mark under each post that may do it where a county has no grants of its own. */
function actionRows(): string[][] {
  return stages.flatMap((stage) =>
    rulesOf(stage).map(([action, rule]) => {
      const by = grantedTo(action, rule, {})
      return [
        `${lifecycle[stage].name.zh}：${actionWording[action].zh}`,
        ...[...posts, 'system' as const, 'reporter' as const].map((who) => (by.includes(who) ? '✔' : '')),
      ]
    }),
  )
}
