import type { Place, Resource, ResourceType } from '../kernel/resource.ts'
import { NO_VALUE, resolve, type Scope } from './intrinsics.ts'
import type { TemplateStack } from './manifest.ts'
import { fingerprint } from './names.ts'
import { parameterValues } from './parameters.ts'

/** What a stack asks of those around it. */
export interface Landscape {
  place: Place
  parameters: Record<string, string>
  rewrite?: (text: string) => string
  typeOf(type: string): ResourceType
  exported(name: string): unknown
  /** Told of each resource once, after everything it refers to. */
  resolved(resource: Resource): void
}

export interface StackReader {
  name: string
  exported(name: string): unknown
  resolveAll(): void
  outputs(): Record<string, string>
}

/** Resolves one template lazily: a resource is resolved when it is first referred to. */
export function openStack({ name: stack, template }: TemplateStack, landscape: Landscape): StackReader {
  if (template.Transform !== undefined)
    throw new Error(
      `Stack ${stack} uses the transform ${JSON.stringify(template.Transform)}, which does not run here.`,
    )
  const rules = Object.keys(template.Rules ?? {}).filter((rule) => rule !== 'CheckBootstrapVersion')
  if (rules.length > 0)
    throw new Error(`Stack ${stack} has the rule ${rules.join(', ')}; rules do not run here.`)
  const parameters = parameterValues({ name: stack, template }, landscape.parameters)
  const pseudo = pseudoParameters(stack, landscape.place)
  const declared = template.Resources ?? {}
  const done = new Map<string, Resource>()
  const open: string[] = []

  const condition = (name: string): boolean => {
    const expression = template.Conditions?.[name]
    if (expression === undefined) throw new Error(`Stack ${stack} has no condition ${name}.`)
    return resolve(expression, scopeOf(`condition ${name}`)) === true
  }

  const exists = (entry: { Condition?: string }) =>
    entry.Condition === undefined || condition(entry.Condition)

  function resource(logicalId: string): Resource | undefined {
    const known = done.get(logicalId)
    const entry = declared[logicalId]
    if (known || !entry || !exists(entry)) return known
    if (open.includes(logicalId))
      throw new Error(`Resources of stack ${stack} refer to each other: ${[...open, logicalId].join(' → ')}.`)
    open.push(logicalId)
    const dependsOn = [entry.DependsOn ?? []].flat()
    for (const dependency of dependsOn) resource(dependency)
    const scope = scopeOf(`resource ${logicalId}`)
    const properties = rewriteAll(resolve(entry.Properties ?? {}, scope)) as Record<string, unknown>
    const identity = landscape.typeOf(entry.Type).identify({ stack, logicalId, properties }, landscape.place)
    const resolved: Resource = {
      stack,
      logicalId,
      type: entry.Type,
      properties,
      metadata: entry.Metadata ?? {},
      ...identity,
      dependsOn,
    }
    open.pop()
    done.set(logicalId, resolved)
    landscape.resolved(resolved)
    return resolved
  }

  function rewriteAll(value: unknown): unknown {
    if (!landscape.rewrite) return value
    if (typeof value === 'string') return landscape.rewrite(value)
    if (Array.isArray(value)) return value.map(rewriteAll)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewriteAll(item)]))
  }

  function scopeOf(place: string): Scope {
    return {
      where: `${place} of stack ${stack}`,
      ref: (name) => pseudo[name] ?? parameters[name] ?? resource(name)?.ref,
      attribute(logicalId, attribute) {
        const target = resource(logicalId)
        const value = target?.attributes[attribute]
        if (value !== undefined) return value
        const reason = target
          ? `${target.type} gives no attribute ${attribute}`
          : `${logicalId} does not exist`
        throw new Error(`In ${place} of stack ${stack}: ${reason}.`)
      },
      importValue(name) {
        const value = landscape.exported(name)
        if (value === undefined) throw new Error(`In ${place} of stack ${stack}: no stack exports ${name}.`)
        return value
      },
      condition,
      mapping(map, first, second) {
        const value = template.Mappings?.[map]?.[first]?.[second]
        if (value === undefined)
          throw new Error(`In ${place} of stack ${stack}: the mapping ${map} has no ${first}.${second}.`)
        return value
      },
    }
  }

  const outputEntries = () => Object.entries(template.Outputs ?? {}).filter(([, output]) => exists(output))
  const outputValue = (name: string, value: unknown) => rewriteAll(resolve(value, scopeOf(`output ${name}`)))

  return {
    name: stack,
    exported(wanted) {
      for (const [name, output] of outputEntries())
        if (output.Export && resolve(output.Export.Name, scopeOf(`output ${name}`)) === wanted)
          return outputValue(name, output.Value)
      return undefined
    },
    resolveAll() {
      for (const logicalId of Object.keys(declared)) resource(logicalId)
    },
    outputs: () =>
      Object.fromEntries(
        outputEntries().map(([name, { Value }]) => [name, String(outputValue(name, Value))]),
      ),
  }
}

function pseudoParameters(stack: string, { partition, region, account }: Place): Record<string, unknown> {
  const id = fingerprint(`${partition}/${region}/${account}/${stack}`, 32)
  const uuid = [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-')
  return {
    'AWS::Partition': partition,
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::StackName': stack,
    'AWS::StackId': `arn:${partition}:cloudformation:${region}:${account}:stack/${stack}/${uuid}`,
    'AWS::URLSuffix': partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    'AWS::NoValue': NO_VALUE,
    'AWS::NotificationARNs': [],
  }
}
