import { join } from 'node:path'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { bundleFunctions } from '../../infra/cloud/bundle.ts'
import { isPortal } from '../../infra/cloud/bundled-code.ts'
import { createApp } from '../../infra/cloud/chengyun.ts'
import { presentEntries } from '../../infra/cloud/functions/entries.ts'

interface AssembleOptions {
  /** Puts other code in the place of functions, by name: it runs under their roles and environments. */
  standIns?: Readonly<Record<string, string>>
  /** `false`: the assembly names the bundles where they lie, `<folder>/functions/<name>`, instead of copies. */
  staged?: boolean
}

const root = join(import.meta.dirname, '../..')

/** Bundles and synthesizes what deploys into `folder`, the portal left out; gives the assembly's folder. */
export async function assembleProduct(folder: string, options: AssembleOptions = {}): Promise<string> {
  const { standIns = {}, staged = true } = options
  const entries = presentEntries({ demonstration: false }).filter((entry) => !isPortal(entry))
  const sources = entries.map((entry) => ({ ...entry, file: standIns[entry.name] ?? entry.file }))
  await bundleFunctions(root, sources, join(folder, 'functions'))
  const app = createApp({
    outdir: join(folder, 'assembly'),
    builtinCloudFormationValidation: false,
    context: staged ? {} : { 'aws:cdk:disable-asset-staging': true },
    code: (entry) =>
      isPortal(entry)
        ? Code.fromInline('exports.handler = async () => ({ statusCode: 404 })')
        : Code.fromAsset(join(folder, 'functions', entry.name)),
  })
  app.synth()
  return join(folder, 'assembly')
}
