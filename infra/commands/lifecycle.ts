import { grantedTo, separations } from '#shared/lifecycle/grants'
import { lifecycle, rulesOf, stages } from '#shared/lifecycle/lifecycle'
import { posts, postWording } from '#shared/lifecycle/posts'
import { actionWording } from '#shared/lifecycle/wording'
import { diagram } from './diagram.ts'
import { table } from './table.ts'
import { print, runCommand } from './terminal.ts'

await runCommand(() => {
  print('# 生命周期 · the life of a case\n')
  print(table(['阶段', 'stage', '岗位', '时限', '动作 → 下一阶段'], stages.map(stageRow)))
  print('\n# 岗位与动作 · who may do what\n')
  print(table(['动作', ...posts.map((post) => postWording[post].zh), '系统'], actionRows()))
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
  if (!row.open) return [row.name.zh, stage, '—', '—', '（终点）']
  const actions = rulesOf(stage).map(
    ([action, rule]) => `${actionWording[action].zh} → ${lifecycle[rule.to].name.zh}`,
  )
  return [
    row.name.zh,
    stage,
    postWording[row.holder].zh,
    `${row.limit.amount} ${row.limit.unit}`,
    actions.join('，'),
  ]
}

/** One row per action of a stage: a mark under each post that may do it where a county has no grants of its own. */
function actionRows(): string[][] {
  return stages.flatMap((stage) =>
    rulesOf(stage).map(([action, rule]) => {
      const by = grantedTo(action, rule, {})
      return [
        `${lifecycle[stage].name.zh}：${actionWording[action].zh}`,
        ...posts.map((post) => (by !== 'system' && by.includes(post) ? '✔' : '')),
        by === 'system' ? '✔' : '',
      ]
    }),
  )
}
