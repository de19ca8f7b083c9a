import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type * as z from 'zod'
import {
  EXPORT_FORMAT,
  type ExportManifest,
  exportManifest,
  keptRoot,
  keptRow,
  MANIFEST_FILE,
  rootsFile,
  rowsFile,
  type ScopeExport,
} from '#shared/audit/export'
import { rootHash } from '#shared/audit/root'
import { type Verdict, verify } from '#shared/audit/verify'
import { CommandRefused } from '../terminal.ts'
import type { Installation } from './installation.ts'
import { readRoots, scopesOf } from './read-roots.ts'
import { readRows } from './read-rows.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

export interface Wanted {
  /** All scopes that have roots when empty. */
  readonly scopes: readonly string[]
  readonly from?: string
}

/** Writes roots and rows into an empty folder. The manifest comes last: a folder without one is no whole export. */
export async function writeExport(
  installation: Installation,
  folder: string,
  { scopes, from }: Wanted,
): Promise<ExportManifest> {
  mkdirSync(folder, { recursive: true })
  if (readdirSync(folder).length > 0) throw new CommandRefused(`${folder} is not empty: name a new folder.`)
  const at = `${(await installation.now()).toISOString().slice(0, 19)}Z`
  const written: ScopeExport[] = []
  for (const scope of scopes.length > 0 ? scopes : await scopesOf(installation))
    written.push(await writeScope(installation, folder, scope, from))
  copyFileSync(join(import.meta.dirname, 'export-readme.md'), join(folder, 'README.md'))
  const manifest: ExportManifest = { format: EXPORT_FORMAT, at, ...(from && { from }), scopes: written }
  writeFileSync(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

async function writeScope(
  installation: Installation,
  folder: string,
  scope: string,
  from: string | undefined,
): Promise<ScopeExport> {
  const roots = await readRoots(installation, scope, from)
  writeFileSync(join(folder, rootsFile(scope)), roots.map((root) => `${JSON.stringify(root)}\n`).join(''))
  const rows = openSync(join(folder, rowsFile(scope)), 'w')
  for await (const row of readRows(installation, roots)) writeSync(rows, `${JSON.stringify(row)}\n`)
  closeSync(rows)
  const [first, last] = [roots[0], roots.at(-1)]
  if (!first || !last) return { scope }
  const erased = await hasLeft(installation, scope)
  return {
    scope,
    ...(erased && { erased }),
    roots: { first: first.sequence, last: last.sequence, hash: rootHash(digest, last) },
  }
}

/** Whether the register says that it was a county and has left. */
async function hasLeft({ dynamo, platformTable }: Installation, scope: string): Promise<boolean> {
  const Key = { pk: `TENANT#${scope}`, sk: 'TENANT' }
  const { Item } = await dynamo.send(new GetCommand({ TableName: platformTable, Key, ConsistentRead: true }))
  return Item?.state === 'left'
}

export interface ScopeVerdict extends Verdict {
  readonly scope: string
}

/** Verifies what a folder holds, without any table or network. */
export function verifyExport(folder: string, scopes: readonly string[]): ScopeVerdict[] {
  const { at, from, scopes: exported } = readManifest(folder)
  for (const scope of scopes)
    if (!exported.some((one) => one.scope === scope))
      throw new CommandRefused(`The export in ${folder} holds nothing of ${scope}.`)
  return exported
    .filter(({ scope }) => scopes.length === 0 || scopes.includes(scope))
    .map(({ scope, roots: span, erased }) => {
      const roots = readLines(join(folder, rootsFile(scope)), keptRoot)
      const rows = readLines(join(folder, rowsFile(scope)), keptRow)
      return {
        scope,
        ...verify(digest, {
          scope,
          at,
          ...(from && { from }),
          ...(span && { span }),
          ...(erased && { erased }),
          roots,
          rows,
        }),
      }
    })
}

function readManifest(folder: string): ExportManifest {
  const file = join(folder, MANIFEST_FILE)
  if (!existsSync(file))
    throw new CommandRefused(
      `There is no ${MANIFEST_FILE} in ${folder}: it holds no whole export of the audit.`,
    )
  const read = exportManifest.safeParse(parsed(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  throw new CommandRefused(
    `${file} is not what \`npm run audit -- export\` writes: it was changed or cut off.`,
  )
}

/** A file of any length, line by line. A line that is none of ours is named: verification goes no further than it. */
function* readLines<S extends z.ZodType>(file: string, schema: S): Generator<z.output<S>> {
  let number = 0
  for (const line of linesOf(file)) {
    number++
    const read = schema.safeParse(parsed(line))
    if (!read.success)
      throw new CommandRefused(
        `${file}, line ${number}: this is no line of an export; it was changed or cut off.`,
      )
    yield read.data
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const CHUNK_BYTES = 1024 * 1024

function* linesOf(file: string): Generator<string> {
  if (!existsSync(file)) throw new CommandRefused(`${file} is missing: the export is not whole.`)
  const handle = openSync(file, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const chunk = Buffer.alloc(CHUNK_BYTES)
    let rest = ''
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      const lines = (rest + decoder.write(chunk.subarray(0, read))).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(handle)
  }
}
