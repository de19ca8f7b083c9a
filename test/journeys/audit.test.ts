import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLedger } from '../../functions/platform/dynamo/ledger.ts'
import { platformLedger } from '../../functions/platform/dynamo/ledger-places.ts'
import { verifyExport, writeExport } from '../../infra/commands/audit/export-files.ts'
import { type Installation, openInstallation } from '../../infra/commands/audit/installation.ts'
import { rootKey } from '../../shared/audit/root-key.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const MINUTE = 60_000
const COUNTY = '500235'
const CITY = '500000'
const everyPost = { posts: ['acceptor', 'shift-leader', 'dispatcher'] }

let cloud: ProductCloud
let installation: Installation
const folders: string[] = []
/** Chains that a test has changed. */
const tampered = new Set<string>()
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  installation = await openInstallation({ data: cloud.folder, name: 'Chengyun' })
})
afterAll(async () => {
  await cloud?.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const cases = `/api/t/${COUNTY}/cases`

async function acceptedCase(): Promise<string> {
  const { body } = await cloud.post(cases, { words: '滨江路路灯不亮', place: '滨江路 12 号' })
  await cloud.post(`${cases}/${body.id}/actions/accept`, { version: 1 }, { claims: everyPost })
  await cloud.settled()
  return body.id
}

/** Five minutes in which the queue gathers, and whatever follows. */
async function gathered() {
  await cloud.settled()
  await cloud.advance(6 * MINUTE)
  await cloud.settled()
}

async function exported(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'audit-journey-'))
  folders.push(folder)
  await writeExport(installation, folder, { scopes: [] })
  return folder
}

const breaksOf = (folder: string) => verifyExport(folder, []).flatMap(({ breaks }) => breaks)

/** An act above the counties, as the registry records it. */
async function actOnPlatform() {
  const ledger = createLedger(platformLedger(CITY), async () => ({
    client: installation.dynamo,
    name: installation.platformTable,
  }))
  const at = `${(await installation.now()).toISOString().slice(0, 19)}Z`
  await ledger.record({ act: 'tenant-founded', actor: 'p-commission', subject: COUNTY, at })
  await ledger.recordDenial({ actor: 'anonymous', code: 'sign-in-invalid', route: 'list-tenants', at })
}

describe('what was committed', () => {
  it('is under a root within five minutes, the counties’ and what stands above them, and verifies offline', async () => {
    const id = await acceptedCase()
    await actOnPlatform()
    await gathered()
    const folder = await exported()
    const verdicts = verifyExport(folder, [])
    expect(verdicts.map(({ scope, breaks, awaiting }) => ({ scope, breaks, awaiting }))).toEqual([
      { scope: CITY, breaks: [], awaiting: 0 },
      { scope: COUNTY, breaks: [], awaiting: 0 },
    ])
    const rows = readFileSync(join(folder, `${COUNTY}.rows.jsonl`), 'utf8')
    expect(rows).toContain(`"chain":"${COUNTY}#CASE#${id}","sequence":2`)
    const city = readFileSync(join(folder, `${CITY}.rows.jsonl`), 'utf8')
    expect(city).toContain('tenant-founded')
    expect(city).toContain('sign-in-invalid')
  })

  it('is found when somebody with every right on the tables changes it, at its chain and sequence', async () => {
    const id = await acceptedCase()
    tampered.add(`${COUNTY}#CASE#${id}`)
    await gathered()
    const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.clientConfig))
    await dynamo.send(
      new UpdateCommand({
        TableName: installation.tenantTable,
        Key: { pk: `${COUNTY}#CASE#${id}`, sk: 'HISTORY#000002' },
        UpdateExpression: 'SET person = :other',
        ExpressionAttributeValues: { ':other': 'p-innocent' },
      }),
    )
    expect(breaksOf(await exported())).toEqual([
      { scope: COUNTY, chain: `${COUNTY}#CASE#${id}`, sequence: 2, code: 'row-changed' },
    ])
  })
})

describe('an auditor', () => {
  const auditor = { posts: ['auditor'], person: 'p-auditor' }
  const date = '2026-11-24'

  it('lists the acts of a day, in which reading them stands too', async () => {
    const path = `/api/t/${COUNTY}/audit/acts?date=${date}`
    expect(await cloud.get(path, auditor)).toEqual({ status: 200, body: { date, acts: [expect.anything()] } })
    const { body } = await cloud.get(`${path}&actor=p-auditor&limit=1`, auditor)
    expect(body).toMatchObject({
      acts: [{ act: 'audit-read', actor: 'p-auditor', post: 'auditor', details: { list: 'acts', date } }],
      next: expect.any(String),
    })
    const second = await cloud.get(`${path}&limit=1&after=${body.next}`, auditor)
    expect(second.body.acts[0].details).toEqual({ list: 'acts', date, actor: 'p-auditor' })
  })

  it('sees that a reporter’s number was read in clear, by whom and why, and no number', async () => {
    const reporter = { name: '何某某', phone: '13800007788' }
    const { body } = await cloud.post(cases, { words: '井盖缺失', place: '滨江路 30 号', reporter })
    const contact = `${cases}/${body.id}/contact`
    expect((await cloud.get(contact, everyPost)).body).toEqual({ name: '何*', phone: '138****7788' })
    const reading = await cloud.post(
      `${contact}-readings`,
      { reason: 'call-back' },
      { claims: { ...everyPost, person: 'p-caller' } },
    )
    expect(reading).toEqual({ status: 200, body: reporter })
    const { body: listed } = await cloud.get(
      `/api/t/${COUNTY}/audit/acts?date=${date}&actor=p-caller`,
      auditor,
    )
    expect(listed.acts).toMatchObject([
      { act: 'personal-data-read', subject: body.id, details: { fields: 'name phone', reason: 'call-back' } },
    ])
    expect(JSON.stringify(listed)).not.toContain('13800007788')
  })

  it('of the city sees what was done and refused above the counties', async () => {
    const commission = { tenant: undefined, city: CITY, posts: ['commission-auditor'], person: 'p-city' }
    const acts = await cloud.get(`/api/city/${CITY}/audit/acts?date=${date}`, commission)
    expect(acts.body.acts.map(({ act }: { act: string }) => act)).toEqual(['tenant-founded', 'audit-read'])
    const denials = await cloud.get(`/api/city/${CITY}/audit/denials?date=${date}`, commission)
    expect(denials.body.denials).toMatchObject([{ code: 'sign-in-invalid', count: 1 }])
  })

  it('is refused a day that is none, and whoever is no auditor is refused at the door', async () => {
    const path = `/api/t/${COUNTY}/audit/denials`
    expect((await cloud.get(`${path}?date=2026-13-01`, auditor)).status).toBe(400)
    expect((await cloud.get(path, auditor)).status).toBe(400)
    const refused = await cloud.get(`${path}?date=${date}`, { posts: ['administrator'] })
    expect([refused.status, refused.body.code]).toEqual([403, 'post-not-held'])
  })
})

describe('a root', () => {
  const s3 = () => new S3Client(cloud.clientConfig)
  const root = () => ({ Bucket: installation.rootsBucket, Key: rootKey({ scope: COUNTY, sequence: 1 }) })
  const versions = async () => {
    const { Versions = [] } = await s3().send(
      new ListObjectVersionsCommand({ Bucket: root().Bucket, Prefix: root().Key }),
    )
    return Versions
  }

  it('cannot be deleted by anybody, root included', async () => {
    const [written] = await versions()
    await expect(
      s3().send(
        new DeleteObjectCommand({
          ...root(),
          VersionId: written?.VersionId,
          BypassGovernanceRetention: true,
        }),
      ),
    ).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  it('is read as it was first written, whatever is put over it or hides it', async () => {
    await s3().send(new PutObjectCommand({ ...root(), Body: '{}' }))
    await s3().send(new DeleteObjectCommand(root()))
    expect(await versions()).toHaveLength(2)
    expect(breaksOf(await exported()).filter(({ chain }) => chain.endsWith('#ROOTS'))).toEqual([])
  })

  it('that was changed in an export is found', async () => {
    const folder = await exported()
    const file = join(folder, `${COUNTY}.roots.jsonl`)
    const [first, ...rest] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, [first!.replace('"at":"2026-11-24', '"at":"2026-11-23'), ...rest].join('\n'))
    expect(breaksOf(folder)).toContainEqual({
      scope: COUNTY,
      chain: `${COUNTY}#ROOTS`,
      sequence: 1,
      code: 'root-changed',
    })
  })
})

describe('with answers lost, calls failing, and the stream doubled and out of order', () => {
  it('every act is under a root, and the audit verifies', async () => {
    cloud.faults.set([
      ...['dynamodb:*', 'sqs:*', 's3:*'].flatMap((method) => [
        { kind: 'lost-answer' as const, method, rate: 0.1 },
        { kind: 'error' as const, method, rate: 0.1 },
      ]),
      { kind: 'conflict', method: 'dynamodb:TransactWriteItems', rate: 0.1 },
      { kind: 'duplicate', method: 'streams:*', rate: 0.2 },
      { kind: 'reorder', method: 'streams:*', rate: 0.2 },
    ])
    const reported = await Promise.all(
      Array.from({ length: 30 }, () => cloud.post(cases, { words: '井盖缺失', place: '滨江路' })),
    )
    await cloud.settled()
    await cloud.advance(6 * MINUTE)
    cloud.faults.set([])
    // what failed all its tries comes again when it becomes visible
    await cloud.advance(60 * MINUTE)
    await cloud.settled()
    const folder = await exported()
    expect(breaksOf(folder).filter(({ chain }) => !tampered.has(chain))).toEqual([])
    const rows = readFileSync(join(folder, `${COUNTY}.rows.jsonl`), 'utf8')
    const created = reported.filter(({ status }) => status === 201)
    expect(created.length).toBeGreaterThan(15)
    for (const { body } of created) expect(rows).toContain(`#CASE#${body.id}","sequence":1`)
  }, 120_000)
})

describe('an export that is not whole', () => {
  it.each([
    [
      'a file cut off',
      (folder: string) => cutOff(join(folder, `${COUNTY}.rows.jsonl`)),
      /line \d+: this is no line/,
    ],
    ['no manifest', (folder: string) => rmSync(join(folder, 'manifest.json')), /no manifest\.json/],
    [
      'a manifest that was changed',
      (folder: string) => cutOff(join(folder, 'manifest.json')),
      /changed or cut off/,
    ],
    ['a file missing', (folder: string) => rmSync(join(folder, `${COUNTY}.rows.jsonl`)), /is missing/],
  ])('is refused with a sentence: %s', async (_, damage, sentence) => {
    const folder = await exported()
    damage(folder)
    expect(() => verifyExport(folder, [])).toThrow(sentence)
  })

  it('is refused when it holds nothing of the county asked for', async () => {
    const folder = await exported()
    expect(() => verifyExport(folder, ['500999'])).toThrow(/holds nothing of 500999/)
  })
})

const cutOff = (file: string) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9))
