import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { divisionsOf } from '../../shared/organisation/divisions/read.ts'
import { assembleProduct } from '../support/assemble-product.ts'
import { type SpawnedCloud, spawnLocalCloud } from '../support/local-cloud.ts'
import { createTestIssuer } from '../support/test-issuer.ts'

const COUNTY = '500229'
const ROWS = 6_000
const folder = mkdtempSync(join(tmpdir(), 'import-killed-'))
const issuer = await createTestIssuer()
let assembly: string
let cloud: SpawnedCloud

const start = () =>
  spawnLocalCloud({
    assembly,
    folder: join(folder, 'data'),
    parameters: { IdentityJwks: JSON.stringify(issuer.jwks), IdentityIssuer: issuer.issuer },
  })

beforeAll(async () => {
  assembly = await assembleProduct(folder)
  cloud = await start()
}, 120_000)
afterAll(async () => {
  await cloud?.kill()
  rmSync(folder, { recursive: true, force: true })
})

// biome-ignore lint/suspicious/noExplicitAny: documents of several doors; the test says what it expects
async function ask(path: string, body: object | undefined, claims: object): Promise<any> {
  const answer = await fetch(new URL(path, cloud.access.baseUrl), {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${await issuer.token({ ...claims })}`,
      ...(body && { 'content-type': 'application/json', 'idempotency-key': `killed-${randomUUID()}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return answer.json()
}
const city = (path: string, body: object) =>
  ask(`/api/city/500000${path}`, body, {
    tenant: undefined,
    city: '500000',
    posts: ['commission-administrator'],
  })
const imports = (path: string, body?: object) =>
  ask(`/api/t/${COUNTY}/imports${path}`, body, { tenant: COUNTY, posts: ['administrator'] })

async function until<T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look()
    if (isSo(found)) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function checked(content: string) {
  const started = await imports('', { kind: 'components', coordinates: 'wgs84' })
  const form = new FormData()
  for (const [name, value] of Object.entries<string>(started.upload.fields)) form.append(name, value)
  form.append('file', new Blob([content]))
  await fetch(started.upload.url, { method: 'POST', body: form })
  const { id } = started.import
  await imports(`/${id}/check`, {})
  return until(
    () => imports(`/${id}`),
    ({ state }) => state === 'checked',
  )
}

it('an import that is killed twice while it is carried out goes on to its end, and writes no row twice', async () => {
  await city('', { name: '重庆市' })
  await city('/tenants', {
    tenant: COUNTY,
    name: '城口县',
    administrator: { name: '王五', phone: '13900000001' },
  })
  await until(
    () =>
      ask(`/api/city/500000/tenants/${COUNTY}`, undefined, {
        city: '500000',
        tenant: undefined,
        posts: ['commission-administrator'],
      }),
    ({ onboarding }) => onboarding?.state === 'done',
  )
  const [east, north] = divisionsOf(COUNTY)!.seat!.at
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `${COUNTY}0101${String(at).padStart(6, '0')},井盖,完好,${east + 0.0003},${north + 0.0003}`,
  )
  const content = ['部件标识码,部件名称,部件状态,经度,纬度', ...rows].join('\n')
  const { id, version, counts } = await checked(content)
  expect(counts).toMatchObject({ added: ROWS, bad: 0 })
  await imports(`/${id}/apply`, { version })
  for (let kill = 0; kill < 2; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await cloud.kill()
    cloud = await start()
  }
  const done = await until(
    () => imports(`/${id}`),
    ({ state }) => state === 'applied',
  )
  expect(done.written).toBe(ROWS)
  expect((await checked(content)).counts).toEqual({ rows: ROWS, added: 0, changed: 0, same: ROWS, bad: 0 })
}, 240_000)
