import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { parse } from 'yaml'

/** The published description of GeoReport v2, kept beside the project and not in it. */
const file = join(import.meta.dirname, '../../../shared/open311/georeport_v2-1.yaml')

export const georeportIsHere = existsSync(file)

if (!georeportIsHere)
  process.stderr.write('open311: the published description is not beside the project, comparison left out\n')

interface Published {
  readonly definitions: Readonly<Record<string, object>>
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly schema?: object }>>
}

export const georeport: Published = georeportIsHere
  ? (parse(readFileSync(file, 'utf8')) as Published)
  : { definitions: {}, paths: {} }

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: {
    uid: true,
    uint: true,
    double: true,
    uri: (text: string) => URL.canParse(text),
    // with its zone, as the specification asks
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  },
})

/** What does not fit a published answer: nothing, where it does. Fields that the description has not are told too. */
export function misfits(method: 'get' | 'post', path: string, body: unknown): readonly string[] {
  const schema = georeport.paths[path]?.[method]?.responses['200']?.schema
  if (!schema) throw new Error(`The published description has no ${method} ${path}.`)
  const validate = ajv.compile({ ...schema, definitions: georeport.definitions })
  validate(body)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
