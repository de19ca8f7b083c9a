import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COMMAND = fileURLToPath(import.meta.resolve('../../infra/commands/tenant.ts'))
const claims = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }

const target = mkdtempSync(join(tmpdir(), 'tenant-command-'))
let cloud: ProductCloud
let token: string
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  token = await cloud.issuer.token(claims)
})
afterAll(async () => {
  await cloud?.stop()
  rmSync(target, { recursive: true, force: true })
})

interface Outcome {
  code: number
  out: string
  error: string
}

/** What somebody at no terminal gets. */
const tenant = (...args: string[]) =>
  new Promise<Outcome>((resolve) => {
    const env = { ...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1' }
    const given = ['--url', cloud.baseUrl, '--token', token, ...args]
    execFile(process.execPath, [COMMAND, ...given], { env }, (failed, out, error) =>
      resolve({ code: typeof failed?.code === 'number' ? failed.code : 0, out, error }),
    )
  })

const administrator = ['--admin-name', '何某', '--admin-phone', '13900000001']

describe('npm run tenant', () => {
  it('founds a county of real size, step by step, in at most ten seconds', async () => {
    const { code, out, error } = await tenant('add', '500229', ...administrator)
    expect(error).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(/Areas {2}25 streets, 204 communities \d+ ms/)
    expect(out).toMatch(/204 kinds/)
    // below ten seconds a duration is told in milliseconds
    expect(out).toMatch(/500229 城口县 is on trial [\d.]+ m?s/)
  })

  it('names the county by its code, and lists it once', async () => {
    const { code, out } = await tenant('--json', 'list')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      city: '500000',
      name: '重庆市',
      tenants: [{ tenant: '500229', name: '城口县', state: 'trial' }],
    })
  })

  it('pauses and resumes', async () => {
    expect((await tenant('pause', '500229')).out).toMatch('500229 城口县: paused')
    expect((await tenant('show', '500229')).out).toMatch('Paused')
    expect((await tenant('resume', '500229')).out).toMatch('500229 城口县: trial')
  })

  it('takes a county out into files that can be read without the installation', async () => {
    const folder = join(target, 'export')
    const { code, out, error } = await tenant('export', '500229', '--to', folder)
    expect(error).toBe('')
    expect(code).toBe(0)
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8')
    expect(out).toContain(createHash('sha256').update(manifest).digest('hex'))
    const lines = readFileSync(join(folder, 'part-000001.jsonl'), 'utf8').trimEnd().split('\n')
    expect(lines.length).toBe(JSON.parse(manifest).parts[0].items)
  })

  it('removes a county only when that is meant, and leaves the proof beside what was taken out', async () => {
    expect(await tenant('remove', '500229')).toMatchObject({
      code: 1,
      error: expect.stringContaining('--yes'),
    })
    const folder = join(target, 'removed')
    const { code, out, error } = await tenant('remove', '500229', '--yes', '--to', folder)
    expect(error).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch('500229 城口县 has left')
    const proof = JSON.parse(readFileSync(join(folder, 'proof.json'), 'utf8'))
    expect(proof).toMatchObject({ state: 'done', before: { AREAS: 230 } })
    expect(Object.keys(proof.after)).toEqual(['AUDIT'])
    expect((await tenant('show', '500229')).out).toMatch('Left')
  })

  it.each([
    [['add', '500229', ...administrator], 1, 'already founded'],
    [['add', '50022', ...administrator], 1, 'six digits'],
    [['add', '510104', '--name', '锦江区', ...administrator], 1, 'tenant: Not the six-digit code'],
    [['add', '500230', '--admin-name', '何某'], 1, 'Missing: --admin-phone'],
    [['show', '500299'], 1, 'No such county'],
    [['pause'], 2, 'missing required argument'],
    [['found', '500230'], 2, 'unknown command'],
  ])('refuses %j with code %i and a sentence', async (args, code, sentence) => {
    const outcome = await tenant(...args)
    expect(outcome.code).toBe(code)
    expect(outcome.error).toContain(sentence)
    expect(outcome.error).not.toMatch(/\n\s+at /)
  })
})
