import type { SurveyedList, WorkSurvey } from '#shared/cases/work-survey'
import { workersOn } from '#shared/lifecycle/grants'
import { holderOf, openStages, type Stage } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'

/** One tab of the queues: what waits at one stage, in the list of the post that holds it. */
export interface Tab {
  readonly stage: Stage
  readonly post: Post
  /** The list is a unit's, of which one is looked at. */
  readonly ofUnits: boolean
}

const all: readonly Tab[] = openStages.flatMap((stage) => {
  const holder = holderOf(stage)
  if (!holder) return []
  return [{ stage, post: holder === 'unit' ? 'handler' : holder, ofUnits: holder === 'unit' } as const]
})

const overseers: readonly Post[] = ['shift-leader', 'leader']
const unitOverseers: readonly Post[] = [...overseers, 'dispatcher']

/** The tabs of somebody in these posts: their own work first, then what they watch over. */
export function tabsOf(posts: readonly Post[]): Tab[] {
  const holds = (some: readonly Post[]) => posts.some((post) => some.includes(post))
  const own = all.filter(({ post }) => holds(workersOn(post, {})))
  const watched = all.filter((tab) => !own.includes(tab) && holds(tab.ofUnits ? unitOverseers : overseers))
  return [...own, ...watched]
}

export type Colours = Omit<SurveyedList['stages'][number], 'stage'>
const none: Colours = { green: 0, amber: 0, red: 0, grey: 0 }

/** How much waits in a tab, over all units of it. */
export function countsOf(
  survey: WorkSurvey,
  { stage, post }: Pick<Tab, 'stage' | 'post'>,
  unit?: string,
): Colours {
  return survey.lists
    .filter((list) => list.post === post && (unit === undefined || list.unit === unit))
    .flatMap(({ stages }) => stages.filter((one) => one.stage === stage))
    .reduce(
      (sum, one) => ({
        green: sum.green + one.green,
        amber: sum.amber + one.amber,
        red: sum.red + one.red,
        grey: sum.grey + one.grey,
      }),
      none,
    )
}

export const sumOf = ({ green, amber, red, grey }: Colours): number => green + amber + red + grey
