import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { TOY, toyTemplate } from './template.ts'

const ASSET = 'asset.work'

/** Writes a cloud assembly into `folder` as `cdk synth` would: manifest, one template, one bundled function. */
export async function writeToyAssembly(folder: string): Promise<void> {
  mkdirSync(join(folder, ASSET), { recursive: true })
  await build({
    entryPoints: [fileURLToPath(new URL('./functions.ts', import.meta.url))],
    outfile: join(folder, ASSET, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    logLevel: 'error',
  })
  write(folder, `${TOY.stack}.template.json`, toyTemplate(ASSET))
  write(folder, `${TOY.stack}.assets.json`, {
    version: '48.0.0',
    files: { work: { displayName: 'work', source: { path: ASSET, packaging: 'zip' }, destinations: {} } },
    dockerImages: {},
  })
  write(folder, 'manifest.json', {
    version: '48.0.0',
    artifacts: {
      [`${TOY.stack}.assets`]: {
        type: 'cdk:asset-manifest',
        properties: { file: `${TOY.stack}.assets.json` },
      },
      [TOY.stack]: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: `${TOY.stack}.template.json`, stackName: TOY.stack },
        dependencies: [`${TOY.stack}.assets`],
        displayName: TOY.stack,
      },
    },
  })
}

const write = (folder: string, name: string, document: object) =>
  writeFileSync(join(folder, name), JSON.stringify(document, null, 1))
