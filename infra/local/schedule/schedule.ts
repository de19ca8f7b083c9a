import type { AwsService } from '../kernel/aws.ts'
import { createOutbox } from '../kernel/outbox.ts'
import { type Part, type PartDeps, refuseResource } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'
import { createEventBus, deliveryTo, type EventBus } from './events.ts'
import { readExpression } from './expression.ts'
import { scheduleInert, scheduleTypes } from './identity.ts'
import { type EventRule, readRules, readSchedules, type Timed } from './rules.ts'
import { createRuns } from './runs.ts'
import { type Delivery, deliver, type Targets } from './target.ts'

export interface Schedule extends Part {
  putEvents: EventBus['putEvents']
  /** Once the targets run: sets the alarms, runs once what fell due meanwhile, delivers what is still owed. */
  resume(): void
  stop(): void
}

/** EventBridge rules and Scheduler schedules of the template, on the virtual clock. */
export function createSchedule(deps: PartDeps & { targets: Targets }): Schedule {
  const { targets, authorize, place } = deps
  const rules: EventRule[] = []
  const outbox = createOutbox<Delivery>(
    deps,
    'schedule',
    (delivery) => deliver(delivery, targets, authorize),
    async ({ deadLetters, payload }) => {
      if (deadLetters === undefined || !targets.send) return false
      await targets.send(deadLetters, payload)
      return true
    },
  )
  const runs = createRuns({
    ...deps,
    record(schedule, at) {
      const event = schedule.event(at)
      for (const target of schedule.targets)
        outbox.put(deliveryTo(target, schedule.finish(target.input(event, { ...schedule, at }), at)))
    },
    recorded: outbox.deliver,
  })
  const bus = createEventBus(deps, rules, outbox)

  return {
    services: [bus.service, refusingScheduler],
    types: scheduleTypes,
    inert: scheduleInert,
    provision(resources) {
      const read = readRules(resources, targets, place)
      const timed = [...read.timed, ...readSchedules(resources, targets, place)]
      for (const schedule of timed) checkExpression(resources, schedule)
      rules.push(...read.rules)
      runs.provision(timed)
    },
    putEvents: bus.putEvents,
    resume() {
      runs.resume()
      outbox.deliver()
    },
    stop: runs.stop,
  }
}

/** A bad expression is the template's fault: named by resource, before anything of it is kept. */
function checkExpression(resources: Resource[], { arn, expression, timezone }: Timed) {
  try {
    readExpression(expression, { timezone, anchor: 0 })
  } catch (error) {
    const resource = resources.find((one) => one.attributes.Arn === arn)!
    refuseResource(resource, `${(error as Error).message}.`)
  }
}

const refusingScheduler: AwsService = {
  name: 'scheduler',
  handle: async () => ({
    status: 400,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'ValidationException' },
    body: JSON.stringify({
      Message: 'The local cloud runs the schedules of the template; it has no Scheduler API.',
    }),
  }),
}
