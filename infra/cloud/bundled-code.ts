import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Code } from 'aws-cdk-lib/aws-lambda'
import type { FunctionEntry } from '../../functions/manifest.ts'
import { BUNDLES } from './bundle.ts'

/** Where the code of a function comes from. */
export type CodeOf = (entry: FunctionEntry) => Code

/** The portal's build (infra/commands/build-portal.ts) bundles its handler itself, beside Next's output. */
export const isPortal = ({ trigger }: FunctionEntry) => trigger.kind === 'default-route'
const PORTAL = join('.build', 'portal')

/** The folders that bundle.ts and the portal's build leave behind. Throws when the portal has not been built. */
export const bundledCode =
  (root: string): CodeOf =>
  (entry) => {
    if (!isPortal(entry)) return Code.fromAsset(join(root, BUNDLES, entry.name))
    if (existsSync(join(root, PORTAL))) return Code.fromAsset(join(root, PORTAL))
    throw new Error(`The portal has not been built: ${PORTAL} is missing. Run: npm run build`)
  }
