import { randomUUID } from 'node:crypto'
import { type AwsCall, AwsError, type AwsService, jsonService } from '../kernel/aws.ts'
import type { Outbox } from '../kernel/outbox.ts'
import type { PartDeps } from '../kernel/part.ts'
import { type EventRule, isDefaultBus } from './rules.ts'
import type { Delivery, Target } from './target.ts'

/** One entry of PutEvents; `Time` in seconds since the epoch. */
export interface EventEntry {
  Source?: string
  DetailType?: string
  Detail?: string
  Resources?: string[]
  Time?: number
  EventBusName?: string
}

export interface EventBus {
  service: AwsService
  /** For other parts, services of AWS among the sources. Resolves once the deliveries are durable. */
  putEvents(entries: EventEntry[]): Promise<void>
}

const MOST_ENTRIES = 10
const MOST_BYTES = 1_048_576

type Answer = { EventId: string } | { ErrorCode: string; ErrorMessage: string }

export function createEventBus(
  deps: PartDeps,
  rules: readonly EventRule[],
  outbox: Outbox<Delivery>,
): EventBus {
  const { database, clock, activity, authorize, place } = deps
  const busArn = `arn:${place.partition}:events:${place.region}:${place.account}:event-bus/default`

  /** Inside a change. */
  function route(entry: EventEntry): Answer {
    const detail = readDetail(entry.Detail)
    if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
    const at = Math.floor(clock.now())
    const event = {
      version: '0',
      id: randomUUID(),
      'detail-type': entry.DetailType,
      source: entry.Source,
      account: place.account,
      time: new Date(entry.Time === undefined ? at : entry.Time * 1000)
        .toISOString()
        .replace(/\.\d{3}Z$/, 'Z'),
      region: place.region,
      resources: entry.Resources ?? [],
      detail,
    }
    for (const rule of rules)
      if (rule.matches(event))
        for (const target of rule.targets)
          outbox.put(deliveryTo(target, target.input(event, { ...rule, at })))
    return { EventId: event.id }
  }

  const put = (entries: EventEntry[], check: (entry: EventEntry) => Answer | undefined) =>
    activity.during('events', async () => {
      const answers = await database.write(() => entries.map((entry) => check(entry) ?? route(entry)))
      outbox.deliver()
      return answers
    })

  async function answerPutEvents(input: { Entries?: EventEntry[] }, call: AwsCall) {
    const entries = input.Entries ?? []
    authorize(call.principal, 'events:PutEvents', busArn)
    if (entries.length === 0 || entries.length > MOST_ENTRIES)
      throw new AwsError('ValidationException', `Entries must have 1 to ${MOST_ENTRIES} members.`)
    const strange = entries.find((entry) => !isDefaultBus(entry.EventBusName ?? 'default'))
    if (strange)
      throw new AwsError('ResourceNotFoundException', `Event bus ${strange.EventBusName} does not exist.`)
    if (entries.reduce((sum, entry) => sum + JSON.stringify(entry).length, 0) > MOST_BYTES)
      throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.')
    const answers = await put(entries, checkEntry)
    return { Entries: answers, FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length }
  }

  return {
    service: jsonService({ name: 'events', version: '1.1', operations: { PutEvents: answerPutEvents } }),
    async putEvents(entries) {
      await put(entries, () => undefined)
    },
  }
}

export const deliveryTo = (
  { kind, arn, roleArn, group, deadLetters }: Target,
  payload: string,
): Delivery => ({
  kind,
  arn,
  roleArn,
  group,
  deadLetters,
  payload,
})

function checkEntry(entry: EventEntry): Answer | undefined {
  for (const name of ['Source', 'DetailType', 'Detail'] as const)
    if (!entry[name])
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      }
  if (entry.Source?.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' }
  return undefined
}

function readDetail(text: string | undefined): object | undefined {
  try {
    const detail = JSON.parse(text ?? '')
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : undefined
  } catch {
    return undefined
  }
}
