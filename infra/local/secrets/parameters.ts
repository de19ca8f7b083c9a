import { type AwsCall, AwsError, type AwsService, jsonService } from '../kernel/aws.ts'
import type { Database } from '../kernel/database.ts'
import { ofType, type PartDeps, refuseUnknownProperties } from '../kernel/part.ts'
import type { Place, Resource } from '../kernel/resource.ts'
import { declaredName, parameterArn } from './identity.ts'

interface Parameter {
  name: string
  version: number
  type: string
  value: string
  /** Virtual milliseconds. */
  modified: number
}

interface Putting {
  Name?: string
  Value?: string
  Type?: string
  Overwrite?: boolean
}
interface Walking {
  Path?: string
  Recursive?: boolean
  WithDecryption?: boolean
  MaxResults?: number
  NextToken?: string
}

const MOST_RESULTS = 10
const MOST_BYTES = 4096
const TYPES = ['String', 'StringList', 'SecureString']

function createParameterStore(database: Database) {
  const { sqlite } = database
  sqlite.exec(`CREATE TABLE IF NOT EXISTS ssm_parameter (
      name TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, modified INTEGER NOT NULL,
      PRIMARY KEY (name, version));
    CREATE TABLE IF NOT EXISTS ssm_declared (name TEXT PRIMARY KEY, value TEXT NOT NULL)`)
  const newest = sqlite.prepare('SELECT * FROM ssm_parameter WHERE name = ? ORDER BY version DESC LIMIT 1')
  const version = sqlite.prepare('SELECT * FROM ssm_parameter WHERE name = ? AND version = ?')
  const below = sqlite.prepare(
    `SELECT name, max(version) AS version, type, value, modified FROM ssm_parameter
     WHERE substr(name, 1, length(?1)) = ?1 AND name > ?2 GROUP BY name ORDER BY name`,
  )
  const insert = sqlite.prepare('INSERT INTO ssm_parameter VALUES (?, ?, ?, ?, ?)')
  const declared = sqlite.prepare('SELECT value FROM ssm_declared WHERE name = ?')
  const declare = sqlite.prepare('INSERT OR REPLACE INTO ssm_declared VALUES (?, ?)')
  return {
    newest: (name: string) => newest.get(name) as Parameter | undefined,
    version: (name: string, wanted: number) => version.get(name, wanted) as Parameter | undefined,
    below: (path: string, after: string) => below.all(path, after) as unknown as Parameter[],
    put(name: string, type: string, value: string, modified: number): number {
      const next = ((newest.get(name)?.version as number | undefined) ?? 0) + 1
      insert.run(name, next, type, value, modified)
      return next
    },
    declared: (name: string) => declared.get(name)?.value as string | undefined,
    declare: (name: string, value: string) => {
      declare.run(name, value)
    },
  }
}

type ParameterStore = ReturnType<typeof createParameterStore>

export function createParameters(deps: PartDeps): {
  service: AwsService
  provision(resources: Resource[]): void
} {
  const { database, clock, authorize, place } = deps
  const store = createParameterStore(database)
  const now = () => Math.floor(clock.now())
  const demand = (call: AwsCall, action: string, name: string) =>
    authorize(call.principal, `ssm:${action}`, parameterArn(place, name.replace(/:\d+$/, '')))

  const service = jsonService({
    name: 'ssm',
    version: '1.1',
    operations: {
      GetParameter(input: { Name?: string; WithDecryption?: boolean }, call) {
        const name = input.Name ?? ''
        demand(call, 'GetParameter', name)
        const parameter = find(store, name)
        if (!parameter) throw new AwsError('ParameterNotFound', '')
        return { Parameter: show(parameter, place, input.WithDecryption) }
      },
      GetParameters(input: { Names?: string[]; WithDecryption?: boolean }, call) {
        const names = input.Names ?? []
        for (const name of names) demand(call, 'GetParameters', name)
        const found = names.map((name) => ({ name, parameter: find(store, name) }))
        return {
          Parameters: found.flatMap((one) =>
            one.parameter ? [show(one.parameter, place, input.WithDecryption)] : [],
          ),
          InvalidParameters: found.filter((one) => !one.parameter).map((one) => one.name),
        }
      },
      GetParametersByPath(input: Walking, call) {
        demand(call, 'GetParametersByPath', input.Path ?? '')
        return walk(store, place, input)
      },
      PutParameter(input: Putting, call) {
        demand(call, 'PutParameter', input.Name ?? '')
        return database.write(() => put(store, input, now()))
      },
    },
  })

  return {
    service,
    provision(resources) {
      for (const resource of ofType(resources, 'AWS::SSM::Parameter'))
        provisionParameter(store, resource, now())
    },
  }
}

/** `name` or `name:version`. */
function find(store: ParameterStore, name: string): Parameter | undefined {
  const [, plain = '', version] = /^(.*?)(?::(\d+))?$/s.exec(name) ?? []
  return version === undefined ? store.newest(plain) : store.version(plain, Number(version))
}

function show(parameter: Parameter, place: Place, decrypted = false) {
  if (parameter.type === 'SecureString' && !decrypted)
    throw new AwsError(
      'ValidationException',
      'The local cloud gives a SecureString only with WithDecryption.',
    )
  return {
    Name: parameter.name,
    Type: parameter.type,
    Value: parameter.value,
    Version: parameter.version,
    LastModifiedDate: parameter.modified / 1000,
    ARN: parameterArn(place, parameter.name),
    DataType: 'text',
  }
}

function walk(store: ParameterStore, place: Place, input: Walking) {
  if (!input.Path?.startsWith('/'))
    throw new AwsError('ValidationException', 'The parameter path must begin with a slash.')
  const path = input.Path.endsWith('/') ? input.Path : `${input.Path}/`
  const most = Math.min(input.MaxResults ?? MOST_RESULTS, MOST_RESULTS)
  const after = Buffer.from(input.NextToken ?? '', 'base64url').toString()
  const found = store
    .below(path, after)
    .filter((one) => input.Recursive || !one.name.slice(path.length).includes('/'))
  const page = found.slice(0, most)
  return {
    Parameters: page.map((one) => show(one, place, input.WithDecryption)),
    NextToken: found.length > most ? Buffer.from(page.at(-1)!.name).toString('base64url') : undefined,
  }
}

function put(store: ParameterStore, input: Putting, modified: number) {
  const { Name: name = '', Value: value = '' } = input
  const before = store.newest(name)
  const type = input.Type ?? before?.type
  if (!/^[\w./-]+$/.test(name) || value === '' || type === undefined || !TYPES.includes(type))
    throw new AwsError(
      'ValidationException',
      'A parameter needs a name, a value, and a type of String, StringList or SecureString.',
    )
  if (Buffer.byteLength(value) > MOST_BYTES)
    throw new AwsError(
      'ValidationException',
      `Standard tier parameters support a maximum parameter value of ${MOST_BYTES} characters.`,
    )
  if (before && !input.Overwrite)
    throw new AwsError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    )
  return { Version: store.put(name, type, value, modified), Tier: 'Standard' }
}

const KNOWN = ['Name', 'Type', 'Value', 'Description', 'Tier', 'DataType', 'AllowedPattern', 'Tags']

/** The template's value counts until somebody overwrites it, and again once the template changes. */
function provisionParameter(store: ParameterStore, resource: Resource, modified: number) {
  refuseUnknownProperties(resource, KNOWN)
  const name = declaredName(resource)
  const { type, value } = { type: String(resource.properties.Type), value: String(resource.properties.Value) }
  if (store.declared(name) === value) return
  store.declare(name, value)
  store.put(name, type, value, modified)
}
