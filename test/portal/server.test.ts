import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Portal, startPortal } from '../support/portal.ts'

describe('the portal over HTTP', () => {
  let portal: Portal
  beforeAll(async () => {
    portal = await startPortal()
  }, 180_000)
  afterAll(() => portal?.stop())

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(portal.origin + path, { headers, redirect: 'manual' })

  async function wear(): Promise<string> {
    const door = `${portal.origin}/api/demonstration/faces/acceptor`
    const worn = await fetch(door, { method: 'POST', redirect: 'manual' })
    return worn.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  const compressedSize = async (path: string) => gzipSync(await (await get(path)).bytes()).length

  it('lets no script run that is not its own, and forbids framing', async () => {
    const [first, second] = [await get('/'), await get('/')]
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)
    const scripts = (await first.text()).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
  })

  it('serves its files from the same function, to be kept for good', async () => {
    const page = await (await get('/')).text()
    const path = /\/_next\/static\/[^"]+\.css/.exec(page)?.[0] ?? ''
    const style = await get(path, { 'accept-encoding': 'gzip' })
    expect(style.status).toBe(200)
    expect(style.headers.get('cache-control')).toContain('immutable')
    expect(style.headers.get('content-encoding')).toBe('gzip')
    expect(await style.text()).toContain('--primary')
  })

  it('never keeps a page that somebody was shown', async () => {
    expect((await get('/t/500235')).headers.get('cache-control')).toContain('no-store')
  })

  it.each(['/nowhere', '/t', '/t/500235/cases', '/t/500235/cases/%F0%9F%98%80', '/_next/static/none.js'])(
    'answers %s with 4xx, not with a fault',
    async (path) => {
      const { status } = await get(path)
      expect(status).toBeGreaterThanOrEqual(path.includes('cases/') ? 200 : 400)
      expect(status).toBeLessThan(500)
    },
  )

  it('says above every page of the staff that the holidays of the running year are missing', async () => {
    const headers = { cookie: await wear() }
    const now = new Date().getUTCFullYear()
    const toNextYear = Date.UTC(now + 1, 5, 1) - Date.now()
    const told = new RegExp(`${now + 1} 年的放假安排尚未导入`)
    portal.api.advance(toNextYear)
    try {
      expect(await (await get('/t/500235', headers)).text()).toMatch(told)
      const english = await (
        await get('/t/500235/report', { cookie: `${headers.cookie}; language=en` })
      ).text()
      expect(english).toContain(`The public holidays of ${now + 1} are not imported yet`)
    } finally {
      portal.api.advance(-toNextYear)
    }
    expect(await (await get('/t/500235', headers)).text()).not.toMatch(told)
  })

  it('answers 404 for a case that is not there, in plain words', async () => {
    const cookie = await wear()
    for (const id of ['00000000000000000000000000', 'mistyped']) {
      const answer = await get(`/t/500235/cases/${id}`, { cookie })
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain('没有这个案卷')
    }
  })

  it('takes the county from the path, whatever host is named', async () => {
    const headers = { 'x-forwarded-host': '500229.example', 'x-forwarded-proto': 'gopher' }
    const page = await (await get('/t/500235', headers)).text()
    expect(page).toContain('500235')
    expect(page).not.toContain('500229')
  })

  it('lets the language switch lead to no other site', async () => {
    const answer = await fetch(`${portal.origin}/language`, {
      method: 'POST',
      redirect: 'manual',
      headers: { referer: 'https://evil.example//evil.example/x?y=1' },
      body: new URLSearchParams({ to: 'en' }),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/evil.example/x?y=1')
  })

  it.each(['/', '/t/500235', '/t/500235/queues', '/t/500235/report', 'a case'])(
    '%s needs at most 200 KiB of compressed JavaScript when it is opened first',
    async (path) => {
      const reported = await portal.api.report('井盖', '人和街道', 'script-size-00000')
      const id = 'id' in reported ? reported.id : ''
      const page = await get(path === 'a case' ? `/t/500235/cases/${id}` : path, { cookie: await wear() })
      const tags = (await page.text()).match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? []
      const modern = tags
        .filter((tag) => !/nomodule/i.test(tag))
        .map((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? '')
      const sizes = await Promise.all([...new Set(modern)].map(compressedSize))
      const kibibytes = sizes.reduce((sum, size) => sum + size, 0) / 1024
      expect(kibibytes).toBeGreaterThan(50)
      expect(kibibytes).toBeLessThanOrEqual(200)
    },
  )

  it.each<[string, number, RequestInit]>([
    [
      'a form that comes from another site',
      403,
      { body: formOf({}), headers: { origin: 'https://evil.example' } },
    ],
    ['a form of a page without an origin', 403, { body: formOf({}), headers: { origin: 'null' } }],
    [
      'a form that breaks off',
      400,
      { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
    ],
    ['a form larger than any of ours', 413, { body: formOf({ words: 'x'.repeat(4_500_000) }) }],
    ['JSON', 415, { body: '{}', headers: { 'content-type': 'application/json' } }],
    [
      'an action that this build does not have',
      409,
      { body: '[]', headers: { 'next-action': '7f'.repeat(21) } },
    ],
    ['a method that no page uses', 405, { method: 'DELETE' }],
  ])('refuses %s, and nothing is recorded', async (_, status, request) => {
    const cookie = await wear()
    const before = await (await get('/t/500235', { cookie })).text()
    const answer = await fetch(`${portal.origin}/t/500235/report`, {
      method: 'POST',
      redirect: 'manual',
      ...request,
      headers: { ...request.headers, cookie },
    })
    expect(answer.status).toBe(status)
    expect(rowsOf(await (await get('/t/500235', { cookie })).text())).toBe(rowsOf(before))
  })

  it('points to the sign-in where no demonstration is', async () => {
    portal.api.answers('none')
    const page = await (await get('/')).text()
    portal.api.answers('come')
    expect(page).toContain('href="/sign-in"')
  })
})

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ county: '500235', place: '人和街道', ...fields }))
    form.set(name, value)
  return form
}

const rowsOf = (page: string) => page.split('<tr').length
