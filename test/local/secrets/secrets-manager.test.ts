import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  type GetSecretValueCommandInput,
  PutSecretValueCommand,
} from '@aws-sdk/client-secrets-manager'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { generateSecret } from '../../../infra/local/secrets/generate.ts'
import { role } from '../../support/part-harness.ts'
import { setUpSecrets, type Wanted } from './secrets-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpSecrets>>
afterEach(() => cloud.close())

const secret = (properties: object): Wanted => [
  ['AWS::SecretsManager::Secret', 'Login', { Name: 'app/login', ...properties }],
]
const get = (more: Partial<GetSecretValueCommandInput> = {}) =>
  cloud.secrets.send(new GetSecretValueCommand({ SecretId: 'app/login', ...more }))
const put = (more: object) =>
  cloud.secrets.send(new PutSecretValueCommand({ SecretId: 'app/login', ...more }))

test('a generated secret is made once and found again after a restart', async () => {
  const wanted = secret({
    GenerateSecretString: {
      SecretStringTemplate: '{"user":"admin"}',
      GenerateStringKey: 'password',
      PasswordLength: 20,
    },
  })
  cloud = await setUpSecrets(wanted)
  const first = await get()
  expect(JSON.parse(first.SecretString!)).toEqual({
    user: 'admin',
    password: expect.stringMatching(/^.{20}$/),
  })
  cloud = await cloud.restart()
  expect((await get()).SecretString).toBe(first.SecretString)
})

test('a stated secret follows the template and otherwise keeps what was put', async () => {
  cloud = await setUpSecrets(secret({ SecretString: 'stated' }))
  await put({ SecretString: 'put' })
  cloud = await cloud.restart()
  expect((await get()).SecretString).toBe('put')
  cloud = await cloud.restart(secret({ SecretString: 'stated anew' }))
  expect((await get()).SecretString).toBe('stated anew')
})

test('a new value becomes current and the one before stays reachable as previous', async () => {
  cloud = await setUpSecrets(secret({ SecretString: 'one' }))
  await put({ SecretBinary: new Uint8Array([1, 2]) })
  await put({ SecretString: 'pending', VersionStages: ['AWSPENDING'] })
  expect((await get()).SecretBinary).toEqual(new Uint8Array([1, 2]))
  expect((await get({ VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('one')
  expect((await get({ VersionStage: 'AWSPENDING' })).SecretString).toBe('pending')
  const { VersionIdsToStages } = await cloud.secrets.send(
    new DescribeSecretCommand({ SecretId: 'app/login' }),
  )
  expect(Object.values(VersionIdsToStages!).flat().sort()).toEqual([
    'AWSCURRENT',
    'AWSPENDING',
    'AWSPREVIOUS',
  ])
})

test('a repeated put with its token changes nothing, with another value it is refused', async () => {
  cloud = await setUpSecrets(secret({ SecretString: 'one' }))
  const ClientRequestToken = '0123456789abcdef0123456789abcdef'
  const first = await put({ SecretString: 'two', ClientRequestToken })
  const again = await put({ SecretString: 'two', ClientRequestToken })
  expect(again.VersionId).toBe(first.VersionId)
  await expect(put({ SecretString: 'three', ClientRequestToken })).rejects.toMatchObject({
    name: 'ResourceExistsException',
  })
})

test('a secret is found by name, ARN and ARN without its last characters, and by no other name', async () => {
  cloud = await setUpSecrets(secret({ SecretString: 'one' }))
  const arn = cloud.resources[0]!.ref
  for (const SecretId of [arn, arn.slice(0, -7), 'app/login'])
    expect((await get({ SecretId })).SecretString).toBe('one')
  await expect(get({ SecretId: 'app' })).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

test('a role reads only what it may', async () => {
  const rights = { allowed: ['secretsmanager:GetSecretValue arn:aws-cn:secretsmanager:*'] }
  cloud = await setUpSecrets(secret({ SecretString: 'one' }), { rights })
  cloud.become(role('reader'))
  expect((await get()).SecretString).toBe('one')
  await expect(put({ SecretString: 'x' })).rejects.toMatchObject({ name: 'AccessDeniedException' })
})

test('a generated text has the length and the kinds of characters asked for', async () => {
  cloud = await setUpSecrets([])
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 60 }),
      fc.string({ maxLength: 5 }),
      fc.boolean(),
      (length, without, letters) => {
        const text = generateSecret({
          PasswordLength: length,
          ExcludeCharacters: without,
          ExcludePunctuation: letters,
          RequireEachIncludedType: true,
        })
        expect(text).toHaveLength(length)
        expect([...without].some((char) => text.includes(char))).toBe(false)
        for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/]) expect(text).toMatch(kind)
        expect(/[^a-zA-Z0-9]/.test(text)).toBe(!letters)
      },
    ),
  )
  expect(() => generateSecret({ PasswordLength: 2 })).toThrow('asks for a length it cannot have')
})
