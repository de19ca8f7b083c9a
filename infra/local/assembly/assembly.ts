import { resolve } from 'node:path'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'
import { inertReason, inertType } from './inert.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { refuseUnknownParameters } from './parameters.ts'
import { type Landscape, openStack, type StackReader } from './stack.ts'

export interface Assembly {
  /** In an order in which each comes after what it refers to. */
  resources: Resource[]
  /** Where the bundle of a function lies on this machine; undefined when the assembly does not say. */
  bundleOf(resource: Resource): string | undefined
  /** Resolved outputs by stack. */
  outputs: Record<string, Record<string, string>>
  /** What is knowingly left out: type, how many, why. */
  leftOut: { type: string; count: number; reason: string }[]
  ofTypes(types: ResourceType[]): Resource[]
}

export interface ReadOptions {
  place: Place
  /** Values of stack parameters, by `Name` or `Stack:Name`. */
  parameters: Record<string, string>
  /** What the parts of the local cloud run. */
  types: ResourceType[]
  /** Last word on every joined text: maps addresses that exist only in AWS to those on this machine. */
  rewrite?: (text: string) => string
}

/**
 * Reads a synthesized CDK assembly and resolves its templates.
 * A type that is neither run nor on the list of inert ones is refused with its name, logical id and stack.
 */
export function readAssembly(folder: string, options: ReadOptions): Assembly {
  return resolveManifest(readManifest(folder), options)
}

export function resolveManifest(manifest: Manifest, options: ReadOptions): Assembly {
  const run = new Map(options.types.map((type) => [type.type, type]))
  refuseUnknownTypes(manifest, run)
  refuseUnknownParameters(manifest.stacks, options.parameters)

  const resources: Resource[] = []
  const leftOut = new Map<string, number>()
  const stacks: StackReader[] = []
  const landscape: Landscape = {
    ...options,
    typeOf: (type) => run.get(type) ?? inertType(type),
    exported: (name) => stacks.map((stack) => stack.exported(name)).find((value) => value !== undefined),
    resolved(resource) {
      if (run.has(resource.type)) resources.push(resource)
      else leftOut.set(resource.type, (leftOut.get(resource.type) ?? 0) + 1)
    },
  }
  for (const stack of manifest.stacks) stacks.push(openStack(stack, landscape))
  for (const stack of stacks) stack.resolveAll()
  return {
    resources,
    bundleOf({ properties, metadata }) {
      const { S3Key: key } = (properties.Code ?? {}) as { S3Key?: string }
      const path = metadata['aws:asset:path']
      return (
        manifest.assets.get(key ?? '') ??
        (typeof path === 'string' ? resolve(manifest.folder, path) : undefined)
      )
    },
    outputs: Object.fromEntries(stacks.map((stack) => [stack.name, stack.outputs()])),
    leftOut: [...leftOut].map(([type, count]) => ({ type, count, reason: inertReason(type)! })),
    ofTypes(types) {
      const wanted = new Set(types.map(({ type }) => type))
      return resources.filter(({ type }) => wanted.has(type))
    },
  }
}

/** All unknown resources are named at once: whoever wrote the stack mends it in one go. */
function refuseUnknownTypes(manifest: Manifest, run: Map<string, ResourceType>) {
  const unknown: string[] = []
  for (const { name, template } of manifest.stacks)
    for (const [logicalId, { Type }] of Object.entries(template.Resources ?? {}))
      if (!run.has(Type) && inertReason(Type) === undefined)
        unknown.push(`${Type} (${logicalId} in stack ${name})`)
  if (unknown.length > 0) throw new Error(`The local cloud cannot run ${unknown.join(', ')}.`)
}
