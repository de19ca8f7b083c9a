import { refuseResource } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'

/** Makes of the event what the target receives. Both are JSON texts or trees of them. */
export type InputShape = (event: unknown, rule: { arn: string; name: string; at: number }) => string

interface Transformer {
  InputPathsMap?: Record<string, string>
  InputTemplate?: string
}

/** Input, InputPath or InputTransformer of a target; the whole event when there is none of them. */
export function readInputShape(resource: Resource, target: Record<string, unknown>): InputShape {
  const { Input, InputPath } = target
  const transformer = target.InputTransformer as Transformer | undefined
  if (Input !== undefined) return () => String(Input)
  if (transformer) return readTransformer(resource, transformer)
  if (InputPath === undefined) return (event) => JSON.stringify(event)
  const path = readPath(resource, String(InputPath))
  return (event) => JSON.stringify(path(event) ?? null)
}

/** `$.detail.items[0].name`: names and indexes only, which is what event paths are made of. */
function readPath(resource: Resource, text: string): (event: unknown) => unknown {
  if (!/^\$((\.[\w-]+)|(\[\d+\])|(\['[^']+'\]))*$/.test(text))
    refuseResource(resource, `the local cloud does not read the path ${text}.`)
  const steps = [...text.slice(1).matchAll(/\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/g)].map(
    ([, name, index, quoted]) => name ?? index ?? quoted!,
  )
  return (event) =>
    steps.reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
      event,
    )
}

const PLACEHOLDER = /<([\w.-]+)>/g

function readTransformer(resource: Resource, { InputPathsMap = {}, InputTemplate }: Transformer): InputShape {
  if (InputTemplate === undefined)
    return refuseResource(resource, 'an InputTransformer needs an InputTemplate.')
  const paths = Object.fromEntries(
    Object.entries(InputPathsMap).map(([name, path]) => [name, readPath(resource, path)]),
  )
  return (event, rule) => {
    const predefined: Record<string, unknown> = {
      'aws.events.rule-arn': rule.arn,
      'aws.events.rule-name': rule.name,
      'aws.events.event.ingestion-time': new Date(rule.at).toISOString(),
      'aws.events.event': event,
      'aws.events.event.json': event,
    }
    const find = (name: string) => (name in paths ? paths[name]!(event) : predefined[name])
    return fill(InputTemplate, find)
  }
}

/** Within quotes a text stands as it is; elsewhere every value stands as JSON. */
function fill(template: string, value: (name: string) => unknown): string {
  return template.replace(PLACEHOLDER, (_, name: string, at: number) => {
    const found = value(name)
    const json = JSON.stringify(found ?? null)
    return isQuoted(template.slice(0, at))
      ? typeof found === 'string'
        ? json.slice(1, -1)
        : quotedJson(json)
      : json
  })
}

const quotedJson = (json: string) => JSON.stringify(json).slice(1, -1)
const isQuoted = (before: string) => (before.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1
