import type { CaseView } from '#shared/cases/case'
import { type Action, mainSuccessor, rulesOf, type Stage } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'

/** The acts of the main line that one form can take: what they ask for is chosen from lists. */
const simple: readonly Action[] = ['accept', 'file', 'dispatch']

/** 一表办理: the acts that the reader may take one after the other from here; fewer than two are no series. */
export function seriesOf({ stage, actions }: CaseView, posts: readonly Post[]): Action[] {
  const series: Action[] = []
  for (let at: Stage | undefined = stage; at; at = mainSuccessor(at)) {
    const main = rulesOf(at).find(([, rule]) => rule.main)
    if (!main) break
    const [action, { by }] = main
    const may =
      series.length === 0
        ? actions.some((offered) => offered.action === action)
        : by.some((who) => posts.some((post) => post === who))
    if (!simple.includes(action) || !may) break
    series.push(action)
  }
  return series.length > 1 ? series : []
}
