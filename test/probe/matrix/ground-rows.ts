import { countyChange, onlyLooking, plain, STALE } from './asking.ts'
import type { Row } from './row.ts'

const street = { id: 'street', missing: '404 unknown-area' } as const

/** 100 m around the middle of 云阳 county. */
const aSquare = [
  [
    [108.69, 30.93],
    [108.691, 30.93],
    [108.691, 30.931],
    [108.69, 30.931],
    [108.69, 30.93],
  ],
]

/** The ground of a county. */
export const groundRows: Readonly<Record<string, Row>> = {
  'list-areas': onlyLooking('GET /api/t/{county}/organisation/areas'),
  'keep-area': countyChange(
    'POST /api/t/{county}/organisation/areas/{area}',
    {
      'path.area': { id: 'street', missing: '404 unknown-area' },
      ...plain('body.version', 'body.name', 'body.class', 'body.retired'),
    },
    {
      given: { ...STALE, 'body.name': '某街道', 'body.class': 'town', 'body.retired': false },
      verdict: '409 record-changed',
    },
  ),
  'list-grids': onlyLooking('GET /api/t/{county}/organisation/areas/{area}/grids', { 'path.area': street }),
  'keep-grid': countyChange(
    'POST /api/t/{county}/organisation/grids/{grid}',
    plain('path.grid', 'body.version', 'body.name', 'body.class', 'body.retired'),
    {
      given: { 'path.grid': '510104001001001', ...STALE, 'body.class': 'town', 'body.retired': true },
      verdict: '404 unknown-grid',
    },
  ),
  'lay-grids': countyChange(
    'POST /api/t/{county}/organisation/areas/{area}/outline',
    { 'path.area': street, ...plain('body.rings[][]', 'body.dryRun') },
    { given: { 'body.rings': aSquare, 'body.dryRun': true }, verdict: '200' },
  ),
  'import-grids': countyChange(
    'POST /api/t/{county}/organisation/grids',
    plain(
      'body.features[].code',
      'body.features[].name',
      'body.features[].class',
      'body.features[].rings[][]',
      'body.dryRun',
    ),
    // another county's code in it is a problem of its row, told to whoever sent it
    {
      given: { 'body.features': [{ code: '510104001001001', rings: aSquare }], 'body.dryRun': true },
      verdict: '200',
    },
  ),
  'list-beats': onlyLooking('GET /api/t/{county}/organisation/beats'),
  'keep-beat': countyChange(
    'POST /api/t/{county}/organisation/beats/{beat}',
    plain(
      'path.beat',
      'body.version',
      'body.beat.name',
      'body.beat.collector',
      'body.beat.grids[]',
      'body.beat.retired',
    ),
    {
      given: {
        'path.beat': 'b1',
        ...STALE,
        'body.beat': { name: '滨江路段', grids: [], retired: false },
      },
      verdict: '409 record-changed',
    },
  ),
}
