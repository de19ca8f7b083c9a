import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { AwsError } from '../kernel/aws.ts'
import type { Database } from '../kernel/database.ts'
import { ofType, refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'

export type Key = {
  id: string
  arn: string
  spec: string
  enabled: boolean
  description: string
  /** Virtual milliseconds. */
  created: number
} & ({ usage: 'ENCRYPT_DECRYPT'; secret: Buffer } | { usage: 'SIGN_VERIFY'; privateKey: KeyObject })

const CURVES: Record<string, string> = {
  ECC_NIST_P256: 'P-256',
  ECC_NIST_P384: 'P-384',
  ECC_NIST_P521: 'P-521',
}
const RSA_BITS: Record<string, number> = { RSA_2048: 2048, RSA_3072: 3072, RSA_4096: 4096 }

const KNOWN = [
  'KeyPolicy',
  'Description',
  'Enabled',
  'EnableKeyRotation',
  'RotationPeriodInDays',
  'KeySpec',
  'KeyUsage',
  'MultiRegion',
  'Origin',
  'PendingWindowInDays',
  'BypassPolicyLockoutSafetyCheck',
  'Tags',
]

/** Keys and their aliases; the material is made once and kept in the data folder. */
export interface KeyStore {
  provision(resources: Resource[], now: number): void
  /** By id, ARN, alias name or alias ARN; throws AwsError NotFoundException. */
  find(reference: string): Key
}

export function createKeyStore(database: Database): KeyStore {
  const { sqlite } = database
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS kms_key (id TEXT PRIMARY KEY, material BLOB NOT NULL, created INTEGER NOT NULL)',
  )
  const select = sqlite.prepare('SELECT material, created FROM kms_key WHERE id = ?')
  const insert = sqlite.prepare('INSERT INTO kms_key VALUES (?, ?, ?)')
  const keys = new Map<string, Key>()
  const aliases = new Map<string, string>()

  function provisionKey(resource: Resource, now: number) {
    refuseUnknownProperties(resource, KNOWN)
    const { properties, ref: id } = resource
    const spec = String(properties.KeySpec ?? 'SYMMETRIC_DEFAULT')
    const usage = String(properties.KeyUsage ?? 'ENCRYPT_DECRYPT')
    const symmetric = spec === 'SYMMETRIC_DEFAULT' && usage === 'ENCRYPT_DECRYPT'
    const signing = (spec in CURVES || spec in RSA_BITS) && usage === 'SIGN_VERIFY'
    if (!symmetric && !signing)
      refuseResource(resource, `the local cloud has no key of KeySpec ${spec} for KeyUsage ${usage}.`)
    if (!select.get(id)) insert.run(id, newMaterial(spec), now)
    const row = select.get(id)!
    const material = Buffer.from(row.material as Uint8Array)
    const common = {
      id,
      arn: resource.attributes.Arn!,
      spec,
      enabled: String(properties.Enabled ?? true) === 'true',
      description: String(properties.Description ?? ''),
      created: row.created as number,
    }
    keys.set(
      id,
      symmetric
        ? { ...common, usage: 'ENCRYPT_DECRYPT', secret: material }
        : {
            ...common,
            usage: 'SIGN_VERIFY',
            privateKey: createPrivateKey({ key: material, format: 'der', type: 'pkcs8' }),
          },
    )
  }

  return {
    provision(resources, now) {
      for (const resource of ofType(resources, 'AWS::KMS::Key')) provisionKey(resource, now)
      for (const resource of ofType(resources, 'AWS::KMS::Alias')) {
        const target = String(resource.properties.TargetKeyId).replace(/^.*:key\//, '')
        if (!keys.has(target)) refuseResource(resource, 'its key is not in the template.')
        aliases.set(resource.ref, target)
      }
    },
    find(reference) {
      const name = reference.replace(/^arn:[^:]*:kms:[^:]*:[^:]*:(key\/)?/, '')
      const key = keys.get(aliases.get(name) ?? name)
      if (!key)
        throw new AwsError(
          'NotFoundException',
          `${name.startsWith('alias/') ? 'Alias' : 'Key'} '${reference}' does not exist`,
        )
      return key
    },
  }
}

function newMaterial(spec: string): Buffer {
  const bits = RSA_BITS[spec]
  const curve = CURVES[spec]
  const form = { format: 'der', type: 'pkcs8' } as const
  if (bits !== undefined) return generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export(form)
  if (curve !== undefined) return generateKeyPairSync('ec', { namedCurve: curve }).privateKey.export(form)
  return randomBytes(32)
}
