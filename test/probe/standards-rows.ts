import type { Field, Row, Variant } from './matrix.ts'

/** Calendars and catalogues: who may read and keep them. Written by hand, as the rest of the matrix. */

const everyCityPost = [
  'supervisor',
  'standards-keeper',
  'commission-administrator',
  'commission-security-administrator',
  'commission-auditor',
] as const

const plain = (...names: string[]): Record<string, Field> =>
  Object.fromEntries(names.map((name): [string, Field] => [name, 'plain']))

const forAll = (given: Variant['given'], verdict: Variant['verdict']): Variant[] => [
  { given, allowed: 'all', verdict },
]

const slots = (path: string) => [`${path}[].from`, `${path}[].to`]
const calendarFields = [
  'body.calendar.version',
  'body.calendar.week',
  ...slots('body.calendar.makeUpDay'),
  'body.calendar.years',
  'body.calendar.seasons[].from',
  'body.calendar.seasons[].to',
  ...slots('body.calendar.seasons[].slots'),
  'body.calendar.own.daysOff[]',
  'body.calendar.own.workdays[]',
]
const hours = [{ from: 28_800, to: 43_200 }]

export const standardsRows: Readonly<Record<string, Row>> = {
  'read-calendar': {
    route: 'GET /api/t/{county}/calendar',
    audience: 'standards',
    access: 'county',
    fields: { 'path.county': 'county' },
    variants: forAll({}, '200'),
  },
  'keep-own-calendar': {
    route: 'POST /api/t/{county}/calendar/own',
    audience: 'standards',
    access: 'county',
    posts: ['administrator'],
    fields: {
      'path.county': 'county',
      ...plain(
        'body.sequence',
        'body.own.daysOff[]',
        'body.own.workdays[]',
        'body.own.seasons[].from',
        'body.own.seasons[].to',
        ...slots('body.own.seasons[].slots'),
      ),
    },
    variants: forAll(
      { 'body.sequence': 999, 'body.own': { daysOff: [], workdays: [], seasons: [] } },
      '409 record-changed',
    ),
  },
  'list-calendars': {
    route: 'GET /api/city/{city}/calendars',
    audience: 'standards',
    access: 'city',
    posts: [...everyCityPost],
    fields: { 'path.city': 'city' },
    variants: forAll({}, '200'),
  },
  'read-city-calendar': {
    route: 'GET /api/city/{city}/calendars/{version}',
    audience: 'standards',
    access: 'city',
    posts: [...everyCityPost],
    fields: { 'path.city': 'city', 'path.version': 'plain' },
    variants: [
      ...forAll({ 'path.version': 'default-2026' }, '200'),
      ...forAll({ 'path.version': 'nobody-published-it' }, '404 unknown-calendar'),
    ],
  },
  'publish-calendar': {
    route: 'POST /api/city/{city}/calendars',
    audience: 'standards',
    access: 'city',
    posts: ['standards-keeper'],
    fields: { 'path.city': 'city', ...plain(...calendarFields) },
    variants: forAll(
      {
        'body.calendar': {
          version: 'default-2026',
          week: [[], hours, hours, hours, hours, hours, []],
          makeUpDay: hours,
          years: {},
        },
      },
      '409 version-taken',
    ),
  },
  'import-year': {
    route: 'POST /api/city/{city}/calendars/{version}/years',
    audience: 'standards',
    access: 'city',
    posts: ['standards-keeper'],
    fields: {
      'path.city': 'city',
      ...plain('path.version', 'body.as', 'body.year', 'body.holidays[]', 'body.workdays[]'),
    },
    variants: forAll(
      {
        'path.version': 'nobody-published-it',
        'body.as': 'cq-2027',
        'body.year': 2027,
        'body.holidays': ['2027-01-01'],
        'body.workdays': [],
      },
      '404 unknown-calendar',
    ),
  },
}
