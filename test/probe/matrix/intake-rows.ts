import type { Row } from './row.ts'
import { countyPosts } from './row.ts'

const ofPhoto = { id: 'photo', missing: '404 unknown-photo' } as const

/** What comes in beside reports: everybody of the county may bring photos and see them, and ask where a point lies. */
export const intakeRows: Readonly<Record<string, Row>> = {
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
  'locate-place': {
    route: 'GET /api/t/{county}/places/at',
    audience: 'intake',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'query.longitude': 'plain', 'query.latitude': 'plain' },
    // elsewhere, for whoever asks
    variants: [
      {
        given: { 'query.longitude': '-73.9', 'query.latitude': '40.7' },
        allowed: 'all',
        verdict: '400 invalid-input',
      },
    ],
  },
}
