import type { ProductCloud } from '../../support/product-cloud.ts'
import { meansOf } from './means.ts'
import { Stuck, type Walker } from './walker.ts'

/** An act by its name; one that is refused with a code; hours that pass. */
type Step = string | { readonly refused: string; readonly code: string } | { readonly hours: number }

interface Flow {
  readonly name: string
  readonly steps: readonly Step[]
  readonly to: string
}

const handled = ['accept', 'file', 'dispatch', 'sign'] as const
const closing = ['report-back', 'pass', 'close'] as const
const extended = ['ask-extension', 'approve-extension', 'approve-extension as dispatcher'] as const
const suspended = ['ask-suspension', 'approve-suspension', 'approve-suspension as dispatcher'] as const
const refused = (name: string, code: string): Step => ({ refused: name, code })

/** Every exceptional flow to its end, as the trade tells of it. */
const flows: readonly Flow[] = [
  { name: 'the main line', steps: [...handled, ...closing], to: 'closed' },
  {
    name: 'verified and true',
    steps: ['send-to-verify', 'found', ...handled.slice(1), ...closing],
    to: 'closed',
  },
  { name: 'verified and not there', steps: ['send-to-verify', 'not-found'], to: 'rejected' },
  { name: 'not filed', steps: ['accept', 'refuse'], to: 'refused' },
  { name: 'void before filing', steps: ['accept', 'ask-void', 'approve-void'], to: 'void' },
  {
    name: 'void declined, then granted after filing',
    steps: [
      'accept',
      'ask-void',
      'decline',
      'file',
      'ask-void as dispatcher',
      'decline as shift-leader',
      'ask-void as dispatcher',
      refused('ask-void as dispatcher', 'request-open'),
      'approve-void',
    ],
    to: 'void',
  },
  {
    name: 'extended twice and no third time',
    steps: [...handled, ...extended, ...extended, refused('ask-extension', 'extensions-used'), ...closing],
    to: 'closed',
  },
  {
    name: 'an extension declined moves nothing',
    steps: [
      ...handled,
      'ask-extension',
      'approve-extension',
      'decline as dispatcher',
      refused('approve-extension as dispatcher', 'nothing-asked'),
      ...closing,
    ],
    to: 'closed',
  },
  {
    name: 'suspended and woken early, once only',
    steps: [...handled, ...suspended, 'wake', refused('ask-suspension', 'suspended-before'), ...closing],
    to: 'closed',
  },
  {
    name: 'suspended until it wakes by itself',
    steps: [...handled, ...suspended, { hours: 1.02 }, ...closing],
    to: 'closed',
  },
  {
    name: 'reworked twice by the same unit',
    steps: [...handled, 'report-back', 'fail', 'report-back', 'fail', ...closing],
    to: 'closed',
  },
  {
    name: 'whoever handled inspects nothing',
    steps: [...handled, 'report-back', refused('pass as who handled', 'handled-by-you'), 'pass', 'close'],
    to: 'closed',
  },
  { name: 'self-handled and valid', steps: ['self-handle', 'audit-valid'], to: 'closed' },
  { name: 'self-handled and not valid', steps: ['self-handle', 'audit-invalid'], to: 'void' },
  {
    name: 'merged, let go and closed by itself',
    steps: ['accept', 'merge', { hours: 1 }, 'unmerge', ...handled.slice(1), ...closing],
    to: 'closed',
  },
  ...(
    [
      ['reported', []],
      ['verifying', ['send-to-verify']],
      ['filed', ['accept', 'file']],
      ['dispatched', ['accept', 'file', 'dispatch']],
    ] as const
  ).map(
    ([stage, way]): Flow => ({
      name: `merged at ${stage}, and there again once it is let go`,
      steps: [...way, 'merge', 'unmerge'],
      to: stage,
    }),
  ),
  {
    name: 'void, asked for by who would grant it',
    steps: ['accept', 'ask-void as all of the desk'],
    to: 'void',
  },
  {
    name: 'void after filing, asked for by who would grant it',
    steps: ['accept', 'file', 'ask-void as all of the desk'],
    to: 'void',
  },
  {
    name: 'extended and suspended, asked for by who would grant it',
    steps: [
      ...handled,
      'ask-extension as all of the unit',
      'ask-suspension as all of the unit',
      'wake',
      ...closing,
    ],
    to: 'closed',
  },
  { name: 'assigned within the unit', steps: [...handled, 'assign', ...closing], to: 'closed' },
  {
    name: 'assisted, with nothing reported before the part is done',
    steps: [
      'accept',
      'file',
      'dispatch assisted',
      'sign',
      refused('report-back', 'parts-open'),
      'finish-part',
      ...closing,
    ],
    to: 'closed',
  },
  {
    name: 'signed for and reported on behalf',
    steps: ['accept', 'file', 'dispatch', 'sign-on-behalf', 'report-on-behalf', 'pass', 'close'],
    to: 'closed',
  },
  {
    name: 'objected to before it was closed',
    steps: [...handled, 'report-back', 'pass', 'object', ...closing],
    to: 'closed',
  },
  {
    name: 'objected to within three days',
    steps: [...handled, ...closing, 'object', ...closing],
    to: 'closed',
  },
  {
    name: 'passed on to another body',
    steps: [...handled, 'transfer', refused('remind', 'action-not-possible')],
    to: 'transferred',
  },
  {
    name: 'late, appealed, and exempted by both',
    steps: [
      ...handled,
      { hours: 30 },
      refused('ask-extension', 'asked-too-late'),
      ...closing,
      'appeal',
      'approve-appeal',
      'approve-appeal as acceptor',
      refused('appeal', 'not-late'),
    ],
    to: 'closed',
  },
  {
    name: 'late, appealed and declined, by the one and by the other',
    steps: [
      ...handled,
      { hours: 30 },
      ...closing,
      'appeal as handler',
      'decline as dispatcher',
      'appeal as unit-head',
      'approve-appeal as dispatcher',
      'decline as acceptor',
    ],
    to: 'closed',
  },
  {
    name: 'objected to after three days',
    steps: [...handled, ...closing, { hours: 73 }, refused('object', 'objection-over')],
    to: 'closed',
  },
  // last: a ruling is a precedent, by which cases like it are dispatched from then on
  {
    name: 'returned twice, ruled on and bound',
    steps: [
      'accept',
      'file',
      'dispatch',
      'return',
      'dispatch',
      'return',
      'rule',
      refused('return', 'ruling-binds'),
      'sign',
      ...closing,
    ],
    to: 'closed',
  },
]

const HOUR = 3_600_000

/** Walks every flow to its end; a sentence for each that gets stuck or ends elsewhere. */
export async function walkFlows(walker: Walker, cloud: ProductCloud) {
  const findings: string[] = []
  for (const flow of flows)
    findings.push(...(await walkFlow(walker, cloud, flow)).map((what) => `${flow.name}: ${what}`))
  return { flows: flows.length, findings }
}

async function walkFlow(walker: Walker, cloud: ProductCloud, { steps, to }: Flow): Promise<string[]> {
  const own = await walker.newCase()
  try {
    for (const step of steps) {
      if (typeof step === 'string') await walker.take(own, [step])
      else if ('hours' in step) await pass(walker, cloud, own, step.hours)
      else {
        const act = meansOf(step.refused)?.({ other: own.id, soon: '2027-01-01T00:00:00Z' })
        if (!act) return [`nobody knows how to ${step.refused}`]
        const { code } = await walker.send(own, act)
        if (code !== step.code)
          return [`${step.refused} at ${own.stage}: ${code ?? 'accepted'}, not ${step.code}`]
      }
    }
    return own.stage === to ? [] : [`ended as ${own.stage}, not ${to}`]
  } catch (error) {
    if (error instanceof Stuck) return [error.message]
    throw error
  }
}

/** Time passes; what the system did of the case meanwhile is read from its file. */
async function pass(
  walker: Walker,
  cloud: ProductCloud,
  own: Awaited<ReturnType<Walker['newCase']>>,
  hours: number,
) {
  await cloud.settled()
  await cloud.advance(hours * HOUR)
  await cloud.settled()
  await walker.look(own)
}
