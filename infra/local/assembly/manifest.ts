import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Place } from '../kernel/resource.ts'

/** One entry of a template's Resources, as synthesized. */
export interface TemplateResource {
  Type: string
  Properties?: Record<string, unknown>
  Metadata?: Record<string, unknown>
  DependsOn?: string | string[]
  Condition?: string
}

export interface TemplateParameter {
  Type: string
  Default?: string | number
  AllowedValues?: (string | number)[]
  AllowedPattern?: string
  ConstraintDescription?: string
}

export interface Template {
  Resources?: Record<string, TemplateResource>
  Parameters?: Record<string, TemplateParameter>
  Conditions?: Record<string, unknown>
  Mappings?: Record<string, Record<string, Record<string, unknown>>>
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>
  Rules?: Record<string, unknown>
  Transform?: unknown
}

export interface TemplateStack {
  name: string
  template: Template
}

export interface Manifest {
  folder: string
  /** In the order in which they deploy. */
  stacks: TemplateStack[]
  /** From the key of a bundle in the asset bucket to its folder or file on this machine. */
  assets: Map<string, string>
  /** The region and account the assembly was made for, where it names them. */
  environment: { region?: string; account?: string }
}

interface Artifact {
  type: string
  environment?: string
  dependencies?: string[]
  properties?: { templateFile?: string; stackName?: string; file?: string }
}

/** Reads manifest.json, the templates and the asset lists of a synthesized CDK assembly. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file))
    throw new Error(`There is no cloud assembly in ${folder}: manifest.json is missing. Synthesize first.`)
  const artifacts = (readJson(file) as { artifacts?: Record<string, Artifact> }).artifacts ?? {}
  const stacks: TemplateStack[] = []
  const assets = new Map<string, string>()
  const environment: Manifest['environment'] = {}
  for (const [id, artifact] of inDependencyOrder(artifacts)) {
    if (artifact.type === 'cdk:cloud-assembly')
      throw new Error(`The assembly holds the nested assembly ${id}; the local cloud runs one flat assembly.`)
    if (artifact.type === 'cdk:asset-manifest' && artifact.properties?.file)
      readAssets(folder, artifact.properties.file, assets)
    if (artifact.type !== 'aws:cloudformation:stack' || !artifact.properties?.templateFile) continue
    const template = readJson(join(folder, artifact.properties.templateFile)) as Template
    stacks.push({ name: artifact.properties.stackName ?? id, template })
    Object.assign(environment, readEnvironment(artifact.environment))
  }
  if (stacks.length === 0) throw new Error(`The assembly in ${folder} holds no stack.`)
  return { folder, stacks, assets, environment }
}

/** Where the stacks believe they run: what the assembly names, else a made-up account in a usual region. */
export function placeOf(manifest: Manifest): Place {
  const region = manifest.environment.region ?? 'us-east-1'
  return {
    partition: region.startsWith('cn-') ? 'aws-cn' : 'aws',
    region,
    account: manifest.environment.account ?? '000000000000',
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

function readAssets(folder: string, file: string, assets: Map<string, string>) {
  const list = readJson(join(folder, file)) as {
    files?: Record<
      string,
      { source?: { path?: string }; destinations?: Record<string, { objectKey: string }> }
    >
  }
  for (const { source, destinations } of Object.values(list.files ?? {}))
    for (const { objectKey } of Object.values(destinations ?? {}))
      if (source?.path) assets.set(objectKey, resolve(folder, source.path))
}

/** `aws://<account>/<region>`, either of them `unknown-…` in an assembly bound to no environment. */
function readEnvironment(text = ''): Manifest['environment'] {
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(text) ?? []
  return {
    ...(account && !account.startsWith('unknown') ? { account } : {}),
    ...(region && !region.startsWith('unknown') ? { region } : {}),
  }
}

function inDependencyOrder(artifacts: Record<string, Artifact>): [string, Artifact][] {
  const done = new Map<string, Artifact>()
  const visit = (id: string, path: string[]) => {
    const artifact = artifacts[id]
    if (!artifact || done.has(id)) return
    if (path.includes(id))
      throw new Error(`The assembly's artifacts depend on each other: ${path.join(' → ')}.`)
    for (const dependency of artifact.dependencies ?? []) visit(dependency, [...path, id])
    done.set(id, artifact)
  }
  for (const id of Object.keys(artifacts)) visit(id, [])
  return [...done]
}
