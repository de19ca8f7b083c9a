import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import type { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { afterAll } from 'vitest'
import { createApp } from '../../infra/cloud/chengyun.ts'

export type Context = Readonly<Record<string, string | boolean>>

/** As the CDK itself types what is in a template: there are as many shapes as types of resources. */
type Untyped = ReturnType<Template['findResources']>[string]

/** One resource of a synthesized template, intrinsics and all. */
export interface TemplateResource {
  stack: string
  logicalId: string
  Type: string
  Properties: Untyped
  Metadata?: Record<string, unknown>
  DependsOn?: string[]
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}

export interface Synthesized {
  app: App
  /** Logical names of the stacks, such as `Workflow`. */
  stacks: string[]
  /** All templates as one text. */
  text: string
  all: readonly TemplateResource[]
  of(type: string): TemplateResource[]
  /** A parameter of any of the stacks, by its name. */
  parameters(name: string): Untyped
  /** Throws unless there is exactly one of the type in the stack. */
  only(stack: string, type: string): TemplateResource
}

/** `stage-overdue` → `StageOverdue`: how a function's constructs are called. */
export const constructName = (name: string) =>
  name.replace(/(^|-)./g, (part) => part.replace('-', '').toUpperCase())

/**
 * Whose construct a reference means, be it in its own stack or imported: `Intake` of whatever refers to the role
 * IntakeRole8913C69A, when asked for `Role`.
 */
export const referredTo = (reference: unknown, kind: 'Role' | 'Function') =>
  new RegExp(`(?:ExportsOutput(?:Ref|FnGetAtt))?(\\w+?)${kind}[0-9A-F]{8}`).exec(
    JSON.stringify(reference),
  )?.[1]

/** The two regions that every change is synthesized for, one of each partition, and the template without a region. */
export const places: Record<string, Context> = {
  'any region': { demonstration: true },
  'us-east-1': { region: 'us-east-1', demonstration: true },
  'cn-northwest-1': { region: 'cn-northwest-1', demonstration: true },
}

const folders: string[] = []
const known = new Map<string, Synthesized>()

/** The app with placeholder code: what it asks for does not depend on what is in the bundles. */
export function appFor(context: Context = {}): App {
  const outdir = mkdtempSync(join(tmpdir(), 'chengyun-cloud-'))
  folders.push(outdir)
  return createApp({
    code: () => Code.fromInline('exports.handler = () => {}'),
    outdir,
    context,
    builtinCloudFormationValidation: false,
  })
}

/** Synthesizes once per context. */
export function synthesized(context: Context = {}): Synthesized {
  const key = JSON.stringify(context)
  const found = known.get(key)
  if (found) return found
  const made = read(appFor(context))
  known.set(key, made)
  return made
}

function read(app: App): Synthesized {
  const stacks = app.synth().stacks.map(({ id, template }) => ({ id, template }))
  const all: TemplateResource[] = stacks.flatMap(({ id, template }) =>
    Object.entries<Omit<TemplateResource, 'stack' | 'logicalId'>>(template.Resources).map(
      ([logicalId, resource]) => ({
        stack: id,
        logicalId,
        ...resource,
      }),
    ),
  )
  const of = (type: string) => all.filter(({ Type }) => Type === type)
  return {
    app,
    stacks: stacks.map(({ id }) => id),
    text: stacks.map(({ template }) => JSON.stringify(template, undefined, 1)).join('\n'),
    all,
    of,
    parameters: (name) => stacks.map(({ template }) => template.Parameters?.[name]).find(Boolean),
    only(stack, type) {
      const found = of(type).filter((resource) => resource.stack === stack)
      if (found.length !== 1)
        throw new Error(`${found.length} resources of type ${type} in the stack ${stack}, not one`)
      return found[0]!
    },
  }
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
