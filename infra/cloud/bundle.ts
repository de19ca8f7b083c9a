import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'

/** What the bundler must know of a function. */
export interface BundleSource {
  name: string
  /** The entry's path from the root of the project. */
  file: string
  /** Its classes are told apart by their names, which must outlive the shortening of identifiers. */
  keepsNames?: true
}

/** One function as Lambda receives it. */
export interface Bundle {
  name: string
  /** Holds index.mjs and its source map: the folder is the asset. */
  folder: string
  /** Bytes of index.mjs, as is and gzipped; the source map is not counted, it is read only for stack traces. */
  bytes: number
  gzipBytes: number
}

/**
 * The SDK looks for credentials in the environment first, then by these. In Lambda they are always in the environment,
 * so the dynamic imports of the others are never reached; left out, they save a third of a bundle.
 */
export const NEVER_REACHED_IN_LAMBDA = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-login',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  // asked for when a call answers with a stream of events: none of ours does
  '@smithy/core/event-streams',
]

/** Left out where it is imported dynamically; whoever imports it at the top gets it, else their module would not start. */
const neverReached: Plugin = {
  name: 'never-reached-in-lambda',
  setup({ onResolve }) {
    onResolve({ filter: /^@(aws-sdk|smithy)\// }, ({ path, kind }) =>
      kind === 'dynamic-import' && NEVER_REACHED_IN_LAMBDA.includes(path) ? { path, external: true } : null,
    )
  },
}

/**
 * zod hangs the making of JSON Schemas on every schema. The OpenAPI document is made of them before anything is deployed;
 * no function makes one, so each of these files is bundled as its names alone: 5 KiB gzipped of every function.
 */
const MADE_BEFORE = /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/

const noJsonSchemas: Plugin = {
  name: 'no-json-schemas',
  setup({ onLoad }) {
    onLoad({ filter: MADE_BEFORE }, async ({ path }) => {
      const exported = (await readFile(path, 'utf8')).matchAll(/^export (?:const|function) (\w+)/gm)
      return { contents: [...exported].map(([, name]) => `export const ${name} = () => {}`).join('\n') }
    })
  },
}

/**
 * The client of DynamoDB could ask the service for other endpoints to call. It does so only when told to, and is not, so
 * what it would remember them in is left out: 3 KiB gzipped of every function.
 */
const noEndpointCache: Plugin = {
  name: 'no-endpoint-cache',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]endpoint-cache[\\/]dist-es[\\/]EndpointCache\.js$/ }, () => ({
      contents: 'export class EndpointCache {}',
    }))
  },
}

/** Each client of the SDK brings its own package.json along, to say its version: the rest, 1 KiB gzipped, stays behind. */
const versionsOnly: Plugin = {
  name: 'versions-only',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, 'utf8'))
      return { contents: JSON.stringify({ name, version }), loader: 'json' }
    })
  },
}

/** Bundled packages written in CommonJS ask for `require`, which a module does not have. */
const REQUIRE_FOR_COMMONJS =
  "import{createRequire as chengyunRequire}from'node:module';const require=chengyunRequire(import.meta.url);"

/** How code is bundled for Lambda's Node. */
export const forLambda = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // the module builds first: only they can be shaken
  mainFields: ['module', 'main'],
  conditions: ['module'],
  // codecs of pictures
  loader: { '.wasm': 'binary' },
  plugins: [neverReached, noJsonSchemas, noEndpointCache, versionsOnly],
  banner: { js: REQUIRE_FOR_COMMONJS },
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
} satisfies BuildOptions

/** Where bundles are left, from the root of the project. */
export const BUNDLES = join('.build', 'functions')

/**
 * Bundles all functions into `<outdir>/<name>/index.mjs`, and leaves esbuild's account of what is
 * in them beside them; the same sources give the same bytes. `outdir` is absolute.
 * Throws esbuild's own error, which names file and line, when a source does not compile.
 */
export async function bundleFunctions(
  root: string,
  sources: readonly BundleSource[],
  outdir = join(root, BUNDLES),
): Promise<{ bundles: Bundle[]; metafile: Metafile }> {
  await removeForgotten(outdir, sources)
  const built = [
    await bundle(
      root,
      sources.filter(({ keepsNames }) => !keepsNames),
      outdir,
      false,
    ),
    await bundle(
      root,
      sources.filter(({ keepsNames }) => keepsNames),
      outdir,
      true,
    ),
  ]
  const metafile: Metafile = {
    inputs: Object.assign({}, ...built.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...built.map(({ outputs }) => outputs)),
  }
  await writeFile(join(outdir, 'metafile.json'), JSON.stringify(metafile))
  const bundles = await Promise.all(sources.map(({ name }) => measure(name, join(outdir, name))))
  return { bundles, metafile }
}

async function bundle(
  root: string,
  sources: readonly BundleSource[],
  outdir: string,
  keepNames: boolean,
): Promise<Metafile> {
  if (sources.length === 0) return { inputs: {}, outputs: {} }
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: sources.map(({ name, file }) => ({ in: file, out: `${name}/index` })),
    outdir,
    outExtension: { '.js': '.mjs' },
    ...forLambda,
    keepNames,
    metafile: true,
    logLevel: 'silent',
  })
  return metafile
}

async function measure(name: string, folder: string): Promise<Bundle> {
  const code = await readFile(join(folder, 'index.mjs'))
  return { name, folder, bytes: code.length, gzipBytes: gzipSync(code, { level: 9 }).length }
}

/** A function that was taken out of the manifest leaves no folder behind. */
async function removeForgotten(outdir: string, sources: readonly BundleSource[]) {
  const names = new Set(sources.map(({ name }) => name))
  const present = await readdir(outdir).catch(() => [])
  const forgotten = present.filter((name) => !names.has(name))
  await Promise.all(forgotten.map((name) => rm(join(outdir, name), { recursive: true })))
}
