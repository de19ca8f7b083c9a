import type { Row } from './row.ts'

const ofImport = { id: 'import', missing: '404 unknown-import' } as const

/** Imports of a county. */
export const importRows: Readonly<Record<string, Row>> = {
  'start-import': {
    route: 'POST /api/t/{county}/imports',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'body.kind': 'plain', 'body.coordinates': 'plain' },
    variants: [{ given: { 'body.kind': 'areas' }, allowed: 'all', verdict: '201' }],
  },
  'list-imports': {
    route: 'GET /api/t/{county}/imports',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'read-import': {
    route: 'GET /api/t/{county}/imports/{import}',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.import': ofImport },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'check-import': {
    route: 'POST /api/t/{county}/imports/{import}/check',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.import': ofImport, 'body.coordinates': 'plain' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'apply-import': {
    route: 'POST /api/t/{county}/imports/{import}/apply',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.import': ofImport, 'body.version': 'plain' },
    // nothing was uploaded, so that nothing can be carried out
    variants: [{ given: { 'body.version': 1 }, allowed: 'all', verdict: '409 record-changed' }],
  },
  'read-import-template': {
    route: 'GET /api/t/{county}/imports/templates/{kind}',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.kind': 'plain' },
    variants: [{ given: { 'path.kind': 'areas' }, allowed: 'all', verdict: '200' }],
  },
}
