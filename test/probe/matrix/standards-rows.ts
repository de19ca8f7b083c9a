import type { Field, Row, Variant } from './row.ts'

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
const conditionFields = (path: string) => [
  `${path}.grade`,
  `${path}.limit.amount`,
  `${path}.limit.unit`,
  `${path}.filing.zh`,
  `${path}.filing.en`,
  `${path}.closing.zh`,
  `${path}.closing.en`,
]

const county = (
  method: string,
  path: string,
  fields: Record<string, Field>,
  variants: readonly Variant[],
): Row => ({
  route: `${method} /api/t/{county}/${path}`,
  audience: 'standards',
  access: 'county',
  fields: { 'path.county': 'county', ...fields },
  variants,
})

/** Read by every post of the commission, unless the row says otherwise. */
const city = (
  method: string,
  path: string,
  fields: Record<string, Field>,
  variants: readonly Variant[],
): Row => ({
  route: `${method} /api/city/{city}/${path}`,
  audience: 'standards',
  access: 'city',
  posts: [...everyCityPost],
  fields: { 'path.city': 'city', ...fields },
  variants,
})

const aTemplate = (version: string) => ({
  version,
  classes: [{ code: '101', name: { zh: '公用设施', en: 'Public utilities' } }],
  kinds: [{ code: '10101', name: { zh: '上水井盖', en: 'Water cover' }, status: 'verified-code' }],
  conditions: [
    {
      kind: '10101',
      no: 1,
      grade: 'ordinary',
      limit: { amount: 1, unit: 'work_day' },
      confirmed: true,
      filing: { zh: '井盖缺失或者破损', en: 'The cover is missing' },
      closing: { zh: '井盖已经补齐修复', en: 'The cover is in place' },
    },
  ],
})

const hours = [{ from: 28_800, to: 43_200 }]

export const standardsRows: Readonly<Record<string, Row>> = {
  'read-calendar': {
    route: 'GET /api/t/{county}/calendar',
    audience: 'standards',
    access: 'county',
    fields: { 'path.county': 'county' },
    variants: forAll({}, '200'),
  },
  'read-calendar-year': {
    route: 'GET /api/t/{county}/calendar/years/{year}',
    audience: 'standards',
    access: 'county',
    fields: { 'path.county': 'county', 'path.year': 'plain' },
    variants: forAll({ 'path.year': '2026' }, '200'),
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
  'read-catalogue': county('GET', 'catalogue', {}, forAll({}, '200')),
  'read-kind': county('GET', 'catalogue/kinds/{kind}', plain('path.kind', 'query.version'), [
    ...forAll({ 'path.kind': '10101' }, '200'),
    ...forAll({ 'path.kind': '19999' }, '404 unknown-kind'),
  ]),
  'list-unconfirmed': county('GET', 'catalogue/unconfirmed', {}, forAll({}, '200')),
  'list-catalogue-versions': county('GET', 'catalogue/versions', {}, forAll({}, '200')),
  'confirm-limits': {
    ...county(
      'POST',
      'catalogue/confirmations',
      plain(
        'body.sequence',
        'body.conditions[].condition',
        'body.conditions[].limit.amount',
        'body.conditions[].limit.unit',
      ),
      forAll(
        {
          'body.sequence': 999,
          'body.conditions': [{ condition: '10105-1', limit: { amount: 1, unit: 'work_day' } }],
        },
        '409 record-changed',
      ),
    ),
    posts: ['administrator'],
  },
  'read-proposal': county('GET', 'catalogue/proposal', {}, forAll({}, '200')),
  'take-proposal': {
    ...county(
      'POST',
      'catalogue/proposal',
      plain('body.sequence', 'body.template'),
      forAll({ 'body.sequence': 999, 'body.template': 'base-1' }, '409 record-changed'),
    ),
    posts: ['administrator'],
  },
  'list-extensions': county('GET', 'catalogue/extensions', {}, forAll({}, '200')),
  'propose-kind': {
    ...county(
      'POST',
      'catalogue/extensions',
      plain('body.class', 'body.name.zh', 'body.name.en', ...conditionFields('body.conditions[]')),
      forAll(
        {
          // a class that is not there: what is right would use a code up with every question
          'body.class': '199',
          'body.name': { zh: '缆车立柱', en: 'Cable-car pillar' },
          'body.conditions': [
            {
              grade: 'ordinary',
              limit: { amount: 1, unit: 'work_day' },
              filing: { zh: '立柱倾斜或破损', en: 'The pillar leans or is broken' },
              closing: { zh: '立柱已扶正修复', en: 'The pillar stands and is whole' },
            },
          ],
        },
        '400 invalid-input',
      ),
    ),
    posts: ['administrator'],
  },
  'list-templates': city('GET', 'catalogue', {}, forAll({}, '200')),
  'read-template': city('GET', 'catalogue/templates/{version}', plain('path.version'), [
    ...forAll({ 'path.version': 'base-1' }, '200'),
    ...forAll({ 'path.version': 'nobody-published-it' }, '404 unknown-catalogue'),
  ]),
  'replace-draft': {
    ...city(
      'POST',
      'catalogue/draft',
      plain(
        'body.revision',
        'body.catalogue.version',
        ...['classes', 'kinds'].flatMap((list) =>
          ['code', 'name.zh', 'name.en'].map((field) => `body.catalogue.${list}[].${field}`),
        ),
        'body.catalogue.kinds[].status',
        'body.catalogue.conditions[].kind',
        'body.catalogue.conditions[].no',
        'body.catalogue.conditions[].confirmed',
        ...conditionFields('body.catalogue.conditions[]'),
      ),
      // nobody's draft has this revision, and the base catalogue's version is taken
      forAll({ 'body.revision': 999, 'body.catalogue': aTemplate('base-1') }, '409 version-taken').concat(
        forAll({ 'body.revision': 999, 'body.catalogue': aTemplate('cq-1') }, '409 record-changed'),
      ),
    ),
    posts: ['standards-keeper'],
  },
  'read-draft': city('GET', 'catalogue/draft', {}, forAll({}, '404 no-draft')),
  'publish-template': {
    ...city(
      'POST',
      'catalogue/publications',
      plain('body.revision'),
      forAll({ 'body.revision': 1 }, '404 no-draft'),
    ),
    posts: ['standards-keeper'],
  },
  'push-template': {
    ...city(
      'POST',
      'catalogue/templates/{version}/pushes',
      plain('path.version', 'body.counties[]', 'body.force'),
      // a county of another city among them is answered as one that is not there
      forAll({ 'path.version': 'base-1', 'body.counties': ['510104', '599999'] }, '200').concat(
        forAll(
          { 'path.version': 'nobody-published-it', 'body.counties': ['510104'] },
          '404 unknown-catalogue',
        ),
      ),
    ),
    posts: ['standards-keeper'],
  },
  'list-county-extensions': city(
    'GET',
    'tenants/{tenant}/extensions',
    plain('path.tenant'),
    forAll({ 'path.tenant': '510104' }, '404 unknown-tenant'),
  ),
  'decide-extension': {
    ...city(
      'POST',
      'tenants/{tenant}/extensions/{kind}',
      plain('path.tenant', 'path.kind', 'body.decision', 'body.reason'),
      forAll(
        { 'path.tenant': '510104', 'path.kind': '10199', 'body.decision': 'approve' },
        '404 unknown-tenant',
      ),
    ),
    posts: ['standards-keeper'],
  },
}
