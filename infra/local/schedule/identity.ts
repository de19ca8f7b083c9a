import { createHash } from 'node:crypto'
import type { Place, ResourceType } from '../kernel/resource.ts'

type Identified = Parameters<ResourceType['identify']>[0]

const MOST_NAME_LENGTH = 64

function nameOf({ stack, logicalId, properties }: Identified): string {
  if (properties.Name !== undefined) return String(properties.Name)
  const digest = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 12)
  return `${stack}-${logicalId}`.slice(0, MOST_NAME_LENGTH - 13).concat('-', digest)
}

const identify =
  (service: string, path: (name: string, resource: Identified) => string): ResourceType['identify'] =>
  (resource, place: Place) => {
    const name = nameOf(resource)
    const arn = `arn:${place.partition}:${service}:${place.region}:${place.account}:${path(name, resource)}`
    return { ref: name, attributes: { Arn: arn } }
  }

export const scheduleTypes: ResourceType[] = [
  { type: 'AWS::Events::Rule', identify: identify('events', (name) => `rule/${name}`) },
  {
    type: 'AWS::Scheduler::Schedule',
    identify: identify(
      'scheduler',
      (name, { properties }) => `schedule/${properties.GroupName ?? 'default'}/${name}`,
    ),
  },
  {
    type: 'AWS::Scheduler::ScheduleGroup',
    identify: identify('scheduler', (name) => `schedule-group/${name}`),
  },
]

export const scheduleInert: Record<string, string> = {
  'AWS::Scheduler::ScheduleGroup': 'a group is only part of a name here',
  'AWS::Scheduler::Schedule.FlexibleTimeWindow': 'a schedule runs at the beginning of its window',
  'AWS::Scheduler::Schedule.RetryPolicy': 'deliveries are repeated as the local cloud repeats all',
}
