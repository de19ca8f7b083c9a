import { existsSync } from 'node:fs'
import { capture } from './processes.ts'

/** One answer about the whole tree that needs no running part of it. */
export interface Check {
  name: string
  /** What to do when it fails, for the person reading the summary. */
  advice: string
  run(): Promise<{ ok: boolean; output: string }>
}

/** Folders with a tsconfig of their own; what a folder may use (Node, the DOM) stands in it. */
const TYPED_FOLDERS = ['shared', 'functions', 'infra', 'test', 'web']

export const checks: Check[] = [
  {
    name: 'types',
    advice: 'the lines above name file and line; `npm run typecheck` repeats them',
    run: typecheck,
  },
  {
    name: 'style',
    advice: 'most of it mends itself: npx biome check --write .',
    run: () => program('biome', ['check', '--reporter=summary', '.']),
  },
  {
    name: 'imports',
    advice: 'the table of who may import whom stands in .dependency-cruiser.cjs',
    run: () => program('depcruise', ['--config', '.dependency-cruiser.cjs', ...TYPED_FOLDERS]),
  },
  {
    name: 'unused',
    advice: 'delete what nothing uses; new entry points are named in .knip.json',
    run: () => program('knip', ['--no-progress']),
  },
]

async function typecheck() {
  const projects = TYPED_FOLDERS.map((folder) => `${folder}/tsconfig.json`).filter((file) => existsSync(file))
  const results = []
  // one after the other: each compiler already uses every core
  for (const project of projects) results.push(await program('tsc', ['--project', project]))
  return {
    ok: results.every((result) => result.ok),
    output: results.map((result) => result.output).join(''),
  }
}

async function program(name: string, args: string[]) {
  const { code, output } = await capture(name, args)
  return { ok: code === 0, output }
}
