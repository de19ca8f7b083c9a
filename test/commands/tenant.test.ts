import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COMMAND = fileURLToPath(import.meta.resolve('../../infra/commands/tenant.ts'))
const claims = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }

let cloud: ProductCloud
let token: string
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  token = await cloud.issuer.token(claims)
})
afterAll(() => cloud?.stop())

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
    const started = performance.now()
    const { code, out, error } = await tenant('add', '500229', ...administrator)
    expect(error).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(/Areas {2}25 streets, 204 communities \d+ ms/)
    expect(out).toMatch(/204 kinds/)
    expect(out).toMatch(/500229 城口县 is on trial \d+ ms/)
    expect(performance.now() - started).toBeLessThan(10_000)
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
