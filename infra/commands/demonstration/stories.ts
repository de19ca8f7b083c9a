import type { Channel } from '../../../shared/cases/channels.ts'
import type { Action } from '../../../shared/lifecycle/lifecycle.ts'
import type { Post } from '../../../shared/lifecycle/posts.ts'
import { type Chance, createChance } from './chance.ts'

/** What happens with a problem, and how many minutes of somebody's work hours after what went before. */
export interface Step {
  readonly action: Action
  readonly post: Post
  readonly unit?: string
  readonly evidence: Readonly<Record<string, unknown>>
  readonly minutes: number
}

export interface Story {
  /** Epoch milliseconds. */
  readonly reportedAt: number
  readonly kind: string
  readonly words: string
  readonly place: string
  readonly channel: Channel
  readonly post: Post
  readonly steps: readonly Step[]
  /** Told by day and night, so that there is work on the desks whenever somebody looks; otherwise in work hours. */
  readonly roundTheClock?: true
}

/** What a county sees most, who answers for it, and where. */
const scenes: readonly (readonly [kind: string, unit: string, ...words: string[]])[] = [
  ['10137', 'municipal-works', '路灯不亮，夜间行人不便', '路灯杆倾斜，灯罩脱落'],
  ['10101', 'water-supply', '上水井盖破损，有绊倒危险', '上水井盖移位，车辆经过有响声'],
  ['10102', 'drainage', '污水井盖缺失，已用锥桶围挡', '污水井盖下沉，积水外溢'],
  ['20110', 'sanitation', '垃圾桶满溢，垃圾散落在外', '路边堆放生活垃圾，有异味'],
  ['20112', 'sanitation', '路面积有泥土，车过扬尘', '人行道有污渍和落叶'],
  ['10301', 'sanitation', '公共厕所设施损坏，无法冲洗', '公共厕所照明损坏'],
  ['20117', 'parks', '绿地内有白色垃圾', '绿地踩踏成泥，枯枝未清'],
  ['20401', 'enforcement', '流动摊贩占道经营，行人绕行', '流动摊贩聚集，油污满地'],
  // several units answer for these: the dispatcher is asked
  ['20136', 'enforcement', '建材堆放在人行道上', '杂物占用消防通道'],
  ['20137', 'sanitation', '路边有动物尸体，请尽快清理'],
  ['10217', 'traffic-police', '交通护栏被撞变形', '交通护栏移位占用车道'],
]
const places = [
  '滨江大道 12 号门前',
  '青龙街 46 号旁',
  '望江大道公交站',
  '外滩公园西门',
  '云江大道与杏花路口',
  '大雁路 118 号',
  '民德路小学门口',
  '北城大道 203 号',
  '龙缸路农贸市场南侧',
  '迎宾大道桥头',
]
const ways = [
  ['collector', 'collector'],
  ['collector', 'collector'],
  ['collector', 'collector'],
  ['hotline', 'acceptor'],
  ['hotline', 'acceptor'],
  ['web', 'acceptor'],
] as const satisfies readonly (readonly [Channel, Post])[]

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const SEED = 500_235

export interface Photos {
  readonly before: string
  readonly after: string
}

/** So many days of a lively county until `now`, the same at every start but for the days. */
export function storiesOf(now: number, days: number, photos: Photos): Story[] {
  const chance = createChance(SEED)
  const stories: Story[] = []
  for (let ago = days; ago >= 0; ago--) {
    const morning = chinaMorning(now - ago * DAY_MS)
    for (let count = chance.whole(8, 14); count > 0; count--) {
      const reportedAt = morning + chance.whole(0, 9 * 60) * MINUTE_MS
      const story = aStory(chance, reportedAt, photos)
      if (reportedAt < now) stories.push(story)
    }
  }
  return [...stories, ...onTheDesks(chance, now, photos), ...besideTheLine(chance, now, photos)].toSorted(
    (a, b) => a.reportedAt - b.reportedAt,
  )
}

/** How long cases have waited at the stage that they are at; in minutes. */
const waits = [3, 11, 45, 170]

/** Some cases at every stage of the main line, from just come to overdue. */
function onTheDesks(chance: Chance, now: number, photos: Photos): Story[] {
  return Array.from({ length: mainLine(chance, { ...aScene(chance), photos }).length }, (_, stage) =>
    waits.map((wait): Story => {
      const scene = aScene(chance)
      const steps = mainLine(chance, { ...scene, photos })
        .slice(0, stage)
        .map((step) => ({ ...step, minutes: chance.whole(2, 9) }))
      const took = steps.reduce((sum, { minutes }) => sum + minutes, wait)
      return { ...scene.told, reportedAt: now - took * MINUTE_MS, steps, roundTheClock: true }
    }),
  ).flat()
}

/** Kinds that several units answer for: the rules leave them to the dispatcher. */
const undecided = scenes.filter(([kind]) => ['20136', '20137', '10217'].includes(kind))
/** What the unit of the faces that handle and head one answers for. */
const ownScene = scenes.slice(0, 1)
/** Minutes since the last step, for those beside the main line. */
const waitsBeside = [4, 9, 20]
/** Nobody took longer over a step: what is asked for is asked for in time. */
const LONGEST_STEP = 30

/** What waits beside the main line: to verify, to dispatch by hand, to rule on, to approve. */
function besideTheLine(chance: Chance, now: number, photos: Photos): Story[] {
  const until = new Date(now + 20 * DAY_MS).toISOString().replace(/\.\d+/, '')
  const ways = (scene: ReturnType<typeof aScene>): readonly (readonly Step[])[] => {
    const step = stepMaker(chance, scene.unit)
    const [accepted, filed, sent, signed] = mainLine(chance, { ...scene, photos }) as [Step, Step, Step, Step]
    const handled = [accepted, filed, sent, signed]
    const extension = step('ask-extension', 'handler', [9, 30], { reason: '配件需从外地调运' })
    const suspension = step('ask-suspension', 'handler', [9, 30], { reason: '须与管网改造一并施工', until })
    const returned = step('return', 'unit-head', [9, 30], { reason: '该处由产权单位管护' })
    return [
      [step('send-to-verify', 'acceptor', [2, 9])],
      [...handled, extension],
      [...handled, extension, step('approve-extension', 'unit-head', [9, 30])],
      [
        ...[...handled, suspension, step('approve-suspension', 'unit-head', [9, 30])],
        step('approve-suspension', 'dispatcher', [9, 30]),
      ],
      [accepted, filed, sent, returned, sent, returned],
      [accepted, step('ask-void', 'acceptor', [2, 9], { reason: '与另一件重复登记' })],
    ]
  }
  const beside = waitsBeside.flatMap((wait) => {
    const scene = aScene(chance, ownScene)
    return ways(scene).map((steps) => ({ scene, steps, wait }))
  })
  const byHand = [...waitsBeside, ...waits].map((wait) => {
    const scene = aScene(chance, undecided)
    return { scene, steps: mainLine(chance, { ...scene, photos }).slice(0, 2), wait }
  })
  return [...beside, ...byHand].map(({ scene, steps, wait }): Story => {
    const quick = steps.map((step) => ({ ...step, minutes: Math.min(step.minutes, LONGEST_STEP) }))
    const took = quick.reduce((sum, { minutes }) => sum + minutes, wait)
    return { ...scene.told, reportedAt: now - took * MINUTE_MS, steps: quick, roundTheClock: true }
  })
}

/** Half past eight in China on the day of the instant. */
const chinaMorning = (ms: number) => Math.floor((ms + 8 * 3_600_000) / DAY_MS) * DAY_MS + 30 * MINUTE_MS

function aStory(chance: Chance, reportedAt: number, photos: Photos): Story {
  const { told, kind, unit } = aScene(chance)
  return { ...told, reportedAt, steps: stepsOf(chance, { kind, unit, photos }) }
}

/** What is seen where, and who tells of it. */
function aScene(chance: Chance, from = scenes) {
  const [kind, unit, ...said] = chance.one(from)
  const [channel, post] = chance.one(ways)
  return { kind, unit, told: { kind, words: chance.one(said), place: chance.one(places), channel, post } }
}

interface About {
  readonly kind: string
  readonly unit: string
  readonly photos: Photos
}

type Took = readonly [least: number, most: number]

const stepMaker =
  (chance: Chance, unit: string) =>
  (action: Action, post: Post, [least, most]: Took, evidence: Step['evidence'] = {}): Step => ({
    action,
    post,
    evidence,
    minutes: chance.whole(least, most),
    ...((post === 'handler' || post === 'unit-head') && { unit }),
  })

/** 上报到结案, as it goes when nothing comes between. */
function mainLine(chance: Chance, { kind, unit, photos }: About): Step[] {
  const step = stepMaker(chance, unit)
  const condition = `${kind}-1`
  return [
    step('accept', 'acceptor', [2, 14]),
    step('file', 'shift-leader', [4, 28], { filingCondition: condition }),
    step('dispatch', 'dispatcher', [5, 50], { unit }),
    step('sign', 'handler', [10, 110]),
    step('report-back', 'handler', chance.happens(0.14) ? [1_500, 4_200] : [15, 130], {
      photos: [photos.after],
      words: '已到场处置，现场恢复正常',
    }),
    step('pass', 'inspector', [20, 200], { way: 'on-site' }),
    step('close', 'shift-leader', [10, 200], { closingCondition: condition }),
  ]
}

function stepsOf(chance: Chance, about: About): Step[] {
  const step = stepMaker(chance, about.unit)
  const line = mainLine(chance, about)
  const [accepted, filed, sent, signed, handled] = line as [Step, Step, Step, Step, Step]
  if (chance.happens(0.04)) return [step('reject', 'acceptor', [2, 14], { reason: '现场已修复，不再受理' })]
  if (chance.happens(0.05))
    return [accepted, step('refuse', 'shift-leader', [5, 28], { reason: '不属城市管理范围，已告知来电人' })]
  if (chance.happens(0.06))
    return [
      ...[accepted, filed, sent],
      step('return', 'unit-head', [20, 110], { reason: '该处由产权单位管护，不属本单位职责' }),
      step('dispatch', 'dispatcher', [10, 60], { unit: about.unit, reason: '经核实属你单位管护范围' }),
      ...line.slice(3),
    ]
  if (chance.happens(0.08))
    return [
      ...[accepted, filed, sent, signed, handled],
      step('fail', 'inspector', [20, 200], { way: 'on-site', reason: '现场仍有破损，退回返工' }),
      ...line.slice(4),
    ]
  if (chance.happens(0.06))
    return [
      ...[accepted, filed, sent, signed],
      step('ask-extension', 'handler', [60, 200], { reason: '配件需从外地调运' }),
      step('approve-extension', 'unit-head', [10, 100]),
      step('approve-extension', 'dispatcher', [10, 100]),
      ...line.slice(4),
    ]
  return line
}
