import { colleague, commissionAdministrators, countyChange, onlyLooking, plain, STALE } from './asking.ts'
import { cityPosts, type Row, type Variant } from './row.ts'

/** Who calls people: to reach a unit or a colleague is their work. */
const callers = ['administrator', 'shift-leader', 'dispatcher', 'leader'] as const

const cityStaff = (
  route: string,
  fields: Row['fields'],
  variant: Pick<Variant, 'given' | 'verdict'>,
): Row => ({
  route,
  audience: 'people',
  access: 'city',
  posts: [...commissionAdministrators],
  fields: { 'path.city': 'city', ...fields },
  variants: [{ ...variant, allowed: 'all' }],
})

/** Served by the door of people, not of the ground. */
const amongPeople = (row: Row): Row => ({ ...row, audience: 'people' })

const aUnit = { name: '燃气公司', kind: 'company', classes: [], duty: [], actedFor: true, retired: false }

const aContact = { name: '何某', phone: '13900000001' }

/** Units, people and duty of a county; the staff of a commission. */
export const peopleRows: Readonly<Record<string, Row>> = {
  'list-units': amongPeople(onlyLooking('GET /api/t/{county}/organisation/units')),
  'keep-unit': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/units/{unit}',
      {
        'path.unit': 'plain',
        'body.version': 'plain',
        ...plain(
          ...['name', 'kind', 'area', 'classes[]', 'lead', 'duty[]', 'actedFor', 'retired'].map(
            (field) => `body.unit.${field}`,
          ),
          'body.unit.contact.name',
          'body.unit.contact.phone',
        ),
      },
      { given: { 'path.unit': 'gas', ...STALE, 'body.unit': aUnit }, verdict: '409 record-changed' },
    ),
  ),
  'read-unit-contact': {
    ...onlyLooking('GET /api/t/{county}/organisation/units/{unit}/contact', { 'path.unit': 'plain' }),
    audience: 'people',
    posts: [...callers],
    variants: [{ given: { 'path.unit': 'no-such-unit' }, allowed: 'all', verdict: '404 unknown-unit' }],
  },
  'list-people': amongPeople(onlyLooking('GET /api/t/{county}/organisation/people')),
  'read-person': {
    ...onlyLooking('GET /api/t/{county}/organisation/people/{person}', { 'path.person': colleague }),
    audience: 'people',
    posts: [...callers],
  },
  'add-person': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people',
      plain('body.contact.name', 'body.contact.phone', 'body.posts[]', 'body.unit'),
      {
        given: { 'body.contact': aContact, 'body.posts': ['administrator', 'auditor'] },
        verdict: '409 administrators-separate',
      },
    ),
  ),
  'invite-again': {
    ...amongPeople(
      countyChange(
        'POST /api/t/{county}/organisation/people/{person}/invitation',
        { 'path.person': colleague },
        { given: {}, verdict: '200' },
      ),
    ),
    posts: ['security-administrator', 'administrator'],
  },
  'change-person': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people/{person}',
      {
        'path.person': colleague,
        ...plain('body.version', 'body.posts[]', 'body.unit', 'body.contact.name', 'body.contact.phone'),
      },
      { given: { ...STALE, 'body.posts': ['collector'] }, verdict: '409 record-changed' },
    ),
  ),
  'change-stand-ins': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people/{person}/stand-ins',
      {
        'path.person': colleague,
        ...plain(
          'body.version',
          'body.standIns[].post',
          'body.standIns[].for',
          'body.standIns[].from',
          'body.standIns[].until',
        ),
      },
      { given: { ...STALE, 'body.standIns': [] }, verdict: '409 record-changed' },
    ),
  ),
  'leave-county': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people/{person}/leave',
      { 'path.person': colleague, 'body.version': 'plain' },
      { given: STALE, verdict: '409 record-changed' },
    ),
  ),
  'list-vacancies': amongPeople(
    onlyLooking('GET /api/t/{county}/organisation/vacancies', { 'query.date': 'plain' }),
  ),
  'read-duty': amongPeople(onlyLooking('GET /api/t/{county}/organisation/duty', { 'query.date': 'plain' })),
  'keep-duty': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/duty',
      plain(
        'body.version',
        'body.table[].day',
        'body.table[].from',
        'body.table[].until',
        'body.table[].person',
        'body.table[].phone',
      ),
      { given: { ...STALE, 'body.table': [] }, verdict: '409 record-changed' },
    ),
  ),
  'list-commission-staff': {
    ...cityStaff('GET /api/city/{city}/staff', { 'query.date': 'plain' }, { given: {}, verdict: '200' }),
    posts: [...cityPosts],
  },
  'read-commission-person': cityStaff(
    'GET /api/city/{city}/staff/{person}',
    { 'path.person': 'plain' },
    { given: { 'path.person': 'nobody' }, verdict: '404 unknown-person' },
  ),
  'add-commission-person': cityStaff(
    'POST /api/city/{city}/staff',
    plain('body.contact.name', 'body.contact.phone', 'body.posts[]'),
    {
      given: {
        'body.contact': aContact,
        'body.posts': ['commission-administrator', 'commission-auditor'],
      },
      verdict: '409 administrators-separate',
    },
  ),
  'invite-commission-again': {
    ...cityStaff('POST /api/city/{city}/staff/{person}/invitation', plain('path.person'), {
      given: { 'path.person': 'nobody' },
      verdict: '404 unknown-person',
    }),
    posts: ['commission-security-administrator', 'commission-administrator'],
  },
  'change-commission-person': cityStaff(
    'POST /api/city/{city}/staff/{person}',
    plain('path.person', 'body.version', 'body.posts[]', 'body.contact.name', 'body.contact.phone'),
    {
      given: { 'path.person': 'nobody', ...STALE, 'body.posts': ['supervisor'] },
      verdict: '404 unknown-person',
    },
  ),
  'change-commission-stand-ins': cityStaff(
    'POST /api/city/{city}/staff/{person}/stand-ins',
    plain(
      'path.person',
      'body.version',
      'body.standIns[].post',
      'body.standIns[].for',
      'body.standIns[].from',
      'body.standIns[].until',
    ),
    {
      given: { 'path.person': 'nobody', ...STALE, 'body.standIns': [] },
      verdict: '404 unknown-person',
    },
  ),
  'leave-commission': cityStaff(
    'POST /api/city/{city}/staff/{person}/leave',
    plain('path.person', 'body.version'),
    { given: { 'path.person': 'nobody', ...STALE }, verdict: '404 unknown-person' },
  ),
}
