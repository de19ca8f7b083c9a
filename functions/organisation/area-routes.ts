import { refuse } from '#shared/kernel/result'
import {
  importGrids as importGridsContract,
  keepArea as keepAreaContract,
  keepBeat as keepBeatContract,
  keepGrid as keepGridContract,
  layOutline as layOutlineContract,
  type listAreas,
  type listBeats,
  type listGrids,
} from '#shared/organisation/contract'
import { problemSentence } from '#shared/organisation/row-problems'
import type { Routes } from '#shared/routes'
import { askingAs, type GroundNeeds, inPost } from './asking.ts'
import { importGrids } from './import-grids.ts'
import { keepArea } from './keep-area.ts'
import { keepBeat } from './keep-beat.ts'
import { keepGrid } from './keep-grid.ts'
import { layOutline } from './lay-outline.ts'

type AreaContract =
  | typeof listAreas
  | typeof keepAreaContract
  | typeof listGrids
  | typeof keepGridContract
  | typeof layOutlineContract
  | typeof importGridsContract
  | typeof listBeats
  | typeof keepBeatContract

/** The ground of a county: areas, unit grids, beats. */
export const areaRoutes = ({ areasOf, staffOf, clock }: GroundNeeds): Routes<AreaContract> => ({
  'list-areas': async ({ signedIn }) => ({ areas: [...(await areasOf(signedIn.tenant).areas())] }),

  'keep-area': ({ signedIn, params, input, key }) => {
    const { tenant } = signedIn
    const asking = askingAs(signedIn, keepAreaContract.posts, key)
    return keepArea({ tenant, store: areasOf(tenant), clock })(asking, {
      code: params.area,
      ...input,
    })
  },

  'list-grids': async ({ signedIn, params }) => {
    const store = areasOf(signedIn.tenant)
    if (!(await store.area(params.area))) return refuse('unknown-area')
    return { grids: [...(await store.grids(params.area))] }
  },

  'keep-grid': ({ signedIn, params, input, key }) =>
    keepGrid({ store: areasOf(signedIn.tenant), clock })(askingAs(signedIn, keepGridContract.posts, key), {
      code: params.grid,
      ...input,
    }),

  'lay-grids': ({ signedIn, params, input }) => {
    const store = areasOf(signedIn.tenant)
    const who = inPost(signedIn, layOutlineContract.posts)
    return layOutline({ store, clock })({ ...who, area: params.area, ...input })
  },

  'import-grids': async ({ signedIn, input, language }) => {
    const { tenant } = signedIn
    const who = inPost(signedIn, importGridsContract.posts)
    const features = input.features.map((feature, at) => ({ row: at + 1, ...feature }))
    const use = importGrids({ tenant, store: areasOf(tenant), clock })
    const { problems, ...put } = await use({ ...who, features, dryRun: input.dryRun })
    return {
      ...put,
      problems: problems.map((problem) => ({
        row: problem.row,
        field: problem.field,
        code: problem.code,
        sentence: problemSentence(problem, language),
      })),
    }
  },

  'list-beats': async ({ signedIn }) => {
    const { beats } = await areasOf(signedIn.tenant).beats()
    return { beats: [...beats] }
  },

  'keep-beat': ({ signedIn, params, input, key }) => {
    const { tenant } = signedIn
    const asking = askingAs(signedIn, keepBeatContract.posts, key)
    const needs = { store: areasOf(tenant), staff: staffOf(tenant), clock }
    return keepBeat(needs)(asking, { id: params.beat, ...input.beat, version: input.version })
  },
})
