import { join } from 'node:path'
import { bundleFunctions } from './bundle.ts'
import { bundledCode, isPortal } from './bundled-code.ts'
import { createApp } from './chengyun.ts'
import { presentEntries } from './functions/entries.ts'

// The CDK's entry point: `cdk`, and the build for one machine, run this file and read the assembly it leaves behind.
const root = join(import.meta.dirname, '../..')
const everything = presentEntries({ demonstration: true })
await bundleFunctions(
  root,
  everything.filter((entry) => !isPortal(entry)),
)
createApp({ code: bundledCode(root) }).synth()
