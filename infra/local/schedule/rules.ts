import { randomUUID } from 'node:crypto'
import { ofType, refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import { type EventPattern, readPattern } from '../kernel/pattern.ts'
import type { Place, Resource } from '../kernel/resource.ts'
import { readTarget, type Target, type Targets } from './target.ts'

/** Something that is due by the clock. */
export interface Timed {
  arn: string
  name: string
  expression: string
  timezone: string
  /** Virtual milliseconds. */
  start: number | undefined
  end: number | undefined
  targets: Target[]
  /** What the targets' inputs are made from, for the run that was due at `at`. */
  event(at: number): unknown
  /** Rewrites the finished input of one run. */
  finish(input: string, at: number): string
}

/** A rule that waits for events. */
export interface EventRule {
  arn: string
  name: string
  matches: EventPattern
  targets: Target[]
}

const RULE_PROPERTIES = [
  'Name',
  'Description',
  'State',
  'ScheduleExpression',
  'EventPattern',
  'EventBusName',
  'Targets',
  'RoleArn',
  'Tags',
]
const SCHEDULE_PROPERTIES = [
  'Name',
  'Description',
  'GroupName',
  'State',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'StartDate',
  'EndDate',
  'FlexibleTimeWindow',
  'Target',
  'KmsKeyArn',
]

const isoSeconds = (at: number) => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')

/** The event a run by the clock begins as. */
const scheduledEvent = (arn: string, source: string, detail: unknown, place: Place) => (at: number) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source,
  account: place.account,
  time: isoSeconds(at),
  region: place.region,
  resources: [arn],
  detail,
})

/** The rules of the template that are switched on: those by the clock, and those that wait for events. */
export function readRules(
  resources: Resource[],
  targets: Targets,
  place: Place,
): { timed: Timed[]; rules: EventRule[] } {
  const timed: Timed[] = []
  const rules: EventRule[] = []
  for (const resource of ofType(resources, 'AWS::Events::Rule')) {
    refuseUnknownProperties(resource, RULE_PROPERTIES)
    const {
      State,
      ScheduleExpression,
      EventPattern,
      EventBusName = 'default',
      Targets: given = [],
    } = resource.properties
    if (!isDefaultBus(String(EventBusName)))
      refuseResource(resource, 'the local cloud runs the default event bus only.')
    const rule = {
      arn: resource.attributes.Arn!,
      name: resource.ref,
      targets: (given as unknown[]).map((target) => readTarget(resource, target, targets)),
    }
    if (State === 'DISABLED') continue
    if (EventPattern !== undefined) rules.push({ ...rule, matches: readPattern(EventPattern) })
    if (ScheduleExpression !== undefined)
      timed.push({
        ...rule,
        expression: String(ScheduleExpression),
        timezone: 'UTC',
        start: undefined,
        end: undefined,
        event: scheduledEvent(rule.arn, 'aws.events', {}, place),
        finish: (input) => input,
      })
  }
  return { timed, rules }
}

export const isDefaultBus = (name: string) => name === 'default' || name.endsWith(':event-bus/default')

export function readSchedules(resources: Resource[], targets: Targets, place: Place): Timed[] {
  return ofType(resources, 'AWS::Scheduler::Schedule').flatMap((resource) => {
    refuseUnknownProperties(resource, SCHEDULE_PROPERTIES)
    const { properties, ref: name } = resource
    const arn = resource.attributes.Arn!
    const target = readTarget(resource, properties.Target, targets)
    if (target.roleArn === undefined) refuseResource(resource, 'the target of a schedule needs a RoleArn.')
    if (properties.State === 'DISABLED') return []
    return {
      arn,
      name,
      expression: String(properties.ScheduleExpression),
      timezone: String(properties.ScheduleExpressionTimezone ?? 'UTC'),
      start: instant(resource, 'StartDate'),
      end: instant(resource, 'EndDate'),
      targets: [target],
      event: scheduledEvent(arn, 'aws.scheduler', '{}', place),
      finish: (input, at) => fillContext(input, arn, at),
    }
  })
}

/** The context words a schedule's input may hold. */
const fillContext = (input: string, arn: string, at: number) =>
  input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', isoSeconds(at))
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1')

function instant(resource: Resource, name: string): number | undefined {
  const value = resource.properties[name]
  if (value === undefined) return undefined
  const ms = Date.parse(String(value))
  return Number.isNaN(ms) ? refuseResource(resource, `${name} is no instant.`) : ms
}
