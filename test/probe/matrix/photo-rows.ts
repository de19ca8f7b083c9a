import type { Row } from './row.ts'
import { countyPosts } from './row.ts'

const ofPhoto = { id: 'photo', missing: '404 unknown-photo' } as const

/** Photos: everybody of the county may bring some and see them. */
export const photoRows: Readonly<Record<string, Row>> = {
  'start-photo': {
    route: 'POST /api/t/{county}/photos',
    audience: 'photos',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '201' }],
  },
  'finish-photo': {
    route: 'POST /api/t/{county}/photos/{photo}/finish',
    audience: 'photos',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'path.photo': ofPhoto },
    // nothing was uploaded
    variants: [{ given: {}, allowed: 'all', verdict: '409 photo-missing' }],
  },
  'read-photo': {
    route: 'GET /api/t/{county}/photos/{photo}',
    audience: 'photos',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'path.photo': ofPhoto },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
}
