import {
  GetParameterCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  PutParameterCommand,
} from '@aws-sdk/client-ssm'
import { afterEach, expect, test } from 'vitest'
import { role } from '../../support/part-harness.ts'
import { setUpSecrets, type Wanted } from './secrets-setup.ts'

let cloud: Awaited<ReturnType<typeof setUpSecrets>>
afterEach(() => cloud.close())

const parameter = (Name: string, Value: string): Wanted[number] => [
  'AWS::SSM::Parameter',
  Name.replaceAll('/', ''),
  { Name, Value, Type: 'String' },
]
const value = async (Name: string) =>
  (await cloud.parameters.send(new GetParameterCommand({ Name, WithDecryption: true }))).Parameter?.Value
const put = (Name: string, Value: string, more: object = {}) =>
  cloud.parameters.send(new PutParameterCommand({ Name, Value, ...more }))

test('a parameter of the template can be read, overwritten, and read in an older version', async () => {
  cloud = await setUpSecrets([parameter('/app/a', 'one')])
  expect(await value('/app/a')).toBe('one')
  await expect(put('/app/a', 'two')).rejects.toMatchObject({ name: 'ParameterAlreadyExists' })
  expect((await put('/app/a', 'two', { Overwrite: true })).Version).toBe(2)
  expect(await value('/app/a')).toBe('two')
  expect(await value('/app/a:1')).toBe('one')
  await expect(value('/app/none')).rejects.toMatchObject({ name: 'ParameterNotFound' })
})

test('what was put outlives a restart until the template says something new', async () => {
  cloud = await setUpSecrets([parameter('/app/a', 'one')])
  await put('/app/a', 'two', { Overwrite: true })
  cloud = await cloud.restart()
  expect(await value('/app/a')).toBe('two')
  cloud = await cloud.restart([parameter('/app/a', 'three')])
  expect(await value('/app/a')).toBe('three')
})

test('several parameters are read at once, missing ones are named', async () => {
  cloud = await setUpSecrets([parameter('/a', '1'), parameter('/b', '2')])
  const answer = await cloud.parameters.send(new GetParametersCommand({ Names: ['/a', '/b', '/c'] }))
  expect(answer.Parameters?.map((one) => one.Value)).toEqual(['1', '2'])
  expect(answer.InvalidParameters).toEqual(['/c'])
})

test('a path is walked in pages, with or without what lies deeper', async () => {
  cloud = await setUpSecrets(['/p/a', '/p/b', '/p/c/d', '/pp/x'].map((name) => parameter(name, name)))
  const walk = (more: object) =>
    cloud.parameters.send(new GetParametersByPathCommand({ Path: '/p', ...more }))
  const names = (answer: Awaited<ReturnType<typeof walk>>) => answer.Parameters?.map((one) => one.Name)
  expect(names(await walk({}))).toEqual(['/p/a', '/p/b'])
  const first = await walk({ Recursive: true, MaxResults: 2 })
  expect(names(await walk({ Recursive: true, MaxResults: 2, NextToken: first.NextToken }))).toEqual([
    '/p/c/d',
  ])
})

test('a secure parameter is given only to who asks for it in clear', async () => {
  cloud = await setUpSecrets([])
  await put('/s', 'secret', { Type: 'SecureString' })
  expect(await value('/s')).toBe('secret')
  await expect(cloud.parameters.send(new GetParameterCommand({ Name: '/s' }))).rejects.toThrow(
    'only with WithDecryption',
  )
})

test('a role reads only what it may', async () => {
  const rights = { allowed: ['ssm:GetParameter arn:aws-cn:ssm:cn-north-1:000000000000:parameter/app/a'] }
  cloud = await setUpSecrets([parameter('/app/a', 'one'), parameter('/app/b', 'two')], { rights })
  cloud.become(role('reader'))
  expect(await value('/app/a')).toBe('one')
  await expect(value('/app/b')).rejects.toMatchObject({ name: 'AccessDeniedException' })
})
