import { join } from 'node:path'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { bundleFunctions } from '../../infra/cloud/bundle.ts'
import { isPortal } from '../../infra/cloud/bundled-code.ts'
import { createApp } from '../../infra/cloud/chengyun.ts'
import { presentEntries } from '../../infra/cloud/functions/entries.ts'

/** What bundles and synthesizes; a changed copy of the project brings its own. */
export interface Assembler {
  root: string
  bundleFunctions: typeof bundleFunctions
  presentEntries: typeof presentEntries
  createApp: typeof createApp
}

const ownAssembler: Assembler = {
  root: join(import.meta.dirname, '../..'),
  bundleFunctions,
  presentEntries,
  createApp,
}

export interface AssembleOptions {
  /** Puts other code in the place of functions, by name: it runs under their roles and environments. */
  standIns?: Readonly<Record<string, string>>
  /** With the stack of the face picker. */
  demonstration?: boolean
  assembler?: Assembler
}

/** Bundles and synthesizes what deploys into `folder`, the portal left out; gives the assembly's folder. */
export async function assembleProduct(folder: string, options: AssembleOptions = {}): Promise<string> {
  const { standIns = {}, demonstration = false, assembler = ownAssembler } = options
  const entries = assembler.presentEntries({ demonstration }).filter((entry) => !isPortal(entry))
  const sources = entries.map((entry) => ({ ...entry, file: standIns[entry.name] ?? entry.file }))
  await assembler.bundleFunctions(assembler.root, sources, join(folder, 'functions'))
  const app = assembler.createApp({
    outdir: join(folder, 'assembly'),
    builtinCloudFormationValidation: false,
    context: demonstration ? { demonstration: 'true' } : {},
    code: (entry) =>
      isPortal(entry)
        ? Code.fromInline('exports.handler = async () => ({ statusCode: 404 })')
        : Code.fromAsset(join(folder, 'functions', entry.name)),
  })
  app.synth()
  return join(folder, 'assembly')
}
