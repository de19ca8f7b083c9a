import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { functionEntries } from '../../functions/manifest.ts'
import { type Bundle, bundleFunctions, NEVER_REACHED_IN_LAMBDA } from '../../infra/cloud/bundle.ts'

const root = join(import.meta.dirname, '../..')
const KIB = 1024
const LARGEST_GZIP = 160 * KIB
/** Those that may be larger, and why. */
const LARGER: Readonly<Record<string, number>> = {
  // carries the published divisions and the base catalogue (60 KiB gzipped), and nobody waits for its start
  'onboard-tenant': 240 * KIB,
  // the judge of every act, and the whole of a case file
  'staff-api': 188 * KIB,
  // checks a county's grants against the lifecycle
  'people-api': 172 * KIB,
  // carries the base catalogue (37 KiB gzipped), which no path of a case needs, and the county's dispatch rules
  'standards-api': 216 * KIB,
  // judges acts as well: what a county's own settings let rules accept and file goes in with its report; finds what is known already
  intake: 180 * KIB,
  // speak to S3 beside the tables, and nobody waits for them but whoever takes a county out
  'leaving-api': 208 * KIB,
  'leave-tenant': 200 * KIB,
  // reads and writes workbooks, projects coordinates and carries S3's client; it works for seconds, and nobody waits
  'run-import': 420 * KIB,
  // speaks to S3 beside the tables, to compare a day with its roots; auditors ask now and then
  'audit-api': 210 * KIB,
  // carries Lambda's client, to set the other to work; asked a few times a month
  'imports-api': 190 * KIB,
  // carries the settings of counties, and with them the lifecycle that they change; a commission asks now and then
  'commission-api': 170 * KIB,
  // carries the geometry by which grids are laid; administrators draw now and then
  'organisation-api': 170 * KIB,
  // reports and acts on cases, as two functions of the staff do; a citizen comes once in a while, and waits half a second more
  'citizen-api': 180 * KIB,
  // carries the words of every refusal, as all doors do, and the sums of a county
  'figures-api': 164 * KIB,
  // the same, and a photo is uploaded for seconds before it is asked for
  'photos-api': 190 * KIB,
  // reports, follows cases, reads catalogues, and carries Lambda's client and a writer of XML; programs ask, and wait
  open311: 216 * KIB,
  'take-report': 188 * KIB,
  // carries the codecs of three kinds of pictures, the reader of cameras' tags and S3's client
  'develop-photo': 640 * KIB,
  // OpenID Connect, codes of authenticators and their pictures are libraries, not code of ours
  identity: 360 * KIB,
}
const largest = (name: string) => LARGER[name] ?? LARGEST_GZIP

let outdir: string
let result: Awaited<ReturnType<typeof bundleFunctions>>

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'chengyun-bundles-'))
  result = await bundleFunctions(root, functionEntries, outdir)
}, 120_000)

afterAll(() => rm(outdir, { recursive: true, force: true }))

const bundleOf = (name: string): Bundle => result.bundles.find((bundle) => bundle.name === name)!

/** What esbuild put into the bundle of a function: paths of sources, and what it left to be imported when running. */
function contentsOf(name: string) {
  const [, output] = Object.entries(result.metafile.outputs).find(([path]) =>
    path.endsWith(`/${name}/index.mjs`),
  )!
  return { sources: Object.keys(output.inputs), imports: output.imports }
}

describe.each(functionEntries.map(({ name }) => [name]))('the bundle of %s', (name) => {
  it(`is at most ${largest(name) / KIB} KiB gzipped`, () => {
    expect(bundleOf(name).gzipBytes).toBeLessThanOrEqual(largest(name))
  })

  it('leaves nothing out but Node itself and what Lambda never reaches', () => {
    const left = contentsOf(name).imports.filter(({ external, path }) => external && !isBuiltin(path))
    expect(left.filter(({ path }) => !NEVER_REACHED_IN_LAMBDA.includes(path))).toEqual([])
    // a static import of what is not there would stop the function from starting
    expect(left.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([])
  })

  it('has a source map for stack traces, which names sources and quotes none', async () => {
    const map = JSON.parse(await readFile(join(bundleOf(name).folder, 'index.mjs.map'), 'utf8'))
    expect(map.sources.some((source: string) => source.includes('functions/entries'))).toBe(true)
    expect(map.sourcesContent).toBeUndefined()
  })
})

describe('the bundles', () => {
  it('are the same bytes when the sources are the same', async () => {
    const again = await mkdtemp(join(tmpdir(), 'chengyun-bundles-'))
    try {
      await bundleFunctions(root, functionEntries, again)
      for (const { name, folder } of result.bundles)
        expect(await readFile(join(again, name, 'index.mjs'), 'utf8'), name).toBe(
          await readFile(join(folder, 'index.mjs'), 'utf8'),
        )
    } finally {
      await rm(again, { recursive: true, force: true })
    }
    // every function once more, on a machine that may be busy
  }, 120_000)

  it('of the product contain nothing of the demonstration', () => {
    for (const { name, stack } of functionEntries)
      if (stack === 'product')
        expect(
          contentsOf(name).sources.filter((source) => /demonstration/.test(source)),
          name,
        ).toEqual([])
  })

  it('contain nothing of the local cloud, the tests or the CDK', () => {
    for (const { name } of functionEntries)
      expect(
        contentsOf(name).sources.filter((source) => /^(infra|test)\/|aws-cdk|constructs/.test(source)),
        name,
      ).toEqual([])
  })

  it('refuse a source that does not compile, naming it', async () => {
    const broken = { name: 'broken', file: 'functions/entries/does-not-exist.ts' }
    await expect(bundleFunctions(root, [broken], join(outdir, 'broken'))).rejects.toThrow(/does-not-exist/)
  })
})
