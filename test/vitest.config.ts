import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Codecs as bytes, as the bundler gives them to functions (infra/cloud/bundle.ts). */
const wasmAsBytes = {
  name: 'wasm-as-bytes',
  enforce: 'pre' as const,
  load(id: string) {
    if (!id.endsWith('.wasm')) return undefined
    return `export default new Uint8Array(Buffer.from('${readFileSync(id).toString('base64')}', 'base64'))`
  },
}

export default defineConfig({
  plugins: [wasmAsBytes],
  test: {
    include: ['test/**/*.test.ts'],
    // `npm run test:portal` runs those: each boots the whole product before a browser
    exclude: ['test/portal/browser/**'],
    // child processes: tests start workers, open databases and load native parts that do not share a process well
    pool: 'forks',
    server: { deps: { inline: [/\.wasm$/] } },
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    slowTestThreshold: 2_000,
  },
})
