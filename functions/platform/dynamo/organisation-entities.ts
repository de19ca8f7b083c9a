import { Entity } from 'dynamodb-toolbox/entity'
import { boolean } from 'dynamodb-toolbox/schema/boolean'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { areaClasses } from '#shared/organisation/areas'
import { areaOfGrid } from '#shared/organisation/codes'
import { gridSources } from '#shared/organisation/grids'
import { unitKinds } from '#shared/organisation/units'
import { perObject } from '../kept.ts'
import type { PeopleTable, TenantTable } from './tables.ts'

export const areasPartition = (tenant: string) => `${tenant}#AREAS`
/** `area`: the community, or the street where none is drawn. */
export const gridsPartition = (tenant: string, area: string) => `${tenant}#GRIDS#${area}`
/** Drawn grids by the cells that they lie in. */
export const gridCellsPartition = (tenant: string) => `${tenant}#GRID-CELLS`
export const unitsPartition = (tenant: string) => `${tenant}#UNITS`
export const beatsPartition = (tenant: string) => `${tenant}#BEATS`
const dutyPartition = (tenant: string) => `${tenant}#DUTY`

const areaClass = string().enum(...areaClasses)
const kept = { retired: boolean(), version: number() }

export const areaEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Area',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        code: string().key(),
        name: string(),
        class: areaClass,
        ...kept,
      }),
      computeKey: ({ tenant, code }) => ({ pk: areasPartition(tenant), sk: code }),
    }),
)

export const gridEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Grid',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        code: string().key(),
        name: string().optional(),
        class: areaClass,
        source: string().enum(...gridSources),
        shape: string().optional(),
        squareMetres: number().optional(),
        sketch: boolean(),
        ...kept,
      }),
      computeKey: ({ tenant, code }) => ({ pk: gridsPartition(tenant, areaOfGrid(code)), sk: code }),
    }),
)

/**
 * A grid in one of the cells that it lies in. Never taken away: whoever finds one looks at the grid itself, which may have
 * been drawn anew or retired.
 */
export const gridCellEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'GridCell',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        cell: string().key(),
        code: string().key(),
        shape: string(),
      }),
      computeKey: ({ tenant, cell, code }) => ({ pk: gridCellsPartition(tenant), sk: `${cell}#${code}` }),
    }),
)

/** Where the county lies, schematic. Among the cells, whose names are digits. */
export const outlineEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Outline',
      table,
      timestamps: false,
      schema: item({ tenant: string().key(), shape: string() }),
      computeKey: ({ tenant }) => ({ pk: gridCellsPartition(tenant), sk: 'OUTLINE' }),
    }),
)

export const unitEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Unit',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        id: string().key(),
        name: string(),
        kind: string().enum(...unitKinds),
        area: string().optional(),
        classes: list(string()),
        lead: string().optional(),
        duty: list(string()),
        actedFor: boolean(),
        ...kept,
      }),
      computeKey: ({ tenant, id }) => ({ pk: unitsPartition(tenant), sk: id }),
    }),
)

export const beatEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Beat',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        id: string().key(),
        name: string(),
        collector: string().optional(),
        grids: list(string()),
        ...kept,
      }),
      computeKey: ({ tenant, id }) => ({ pk: beatsPartition(tenant), sk: id }),
    }),
)

/**
 * Counts the changes of a county's beats, so that two that are kept at once cannot both take a grid. Among the beats, whose
 * ids are in small letters.
 */
export const beatTurnEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'BeatTurn',
      table,
      timestamps: false,
      schema: item({ tenant: string().key(), version: number() }),
      computeKey: ({ tenant }) => ({ pk: beatsPartition(tenant), sk: 'TURN' }),
    }),
)

/** The county's table of duty hours, the numbers left out: they stand at the same place of the people table's. */
export const dutyEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Duty',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        rows: list(map({ day: string(), from: string(), until: string(), person: string().optional() })),
        version: number(),
      }),
      computeKey: ({ tenant }) => ({ pk: dutyPartition(tenant), sk: 'DUTY' }),
    }),
)

export const dutyPhonesEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'DutyPhones',
      table,
      timestamps: false,
      schema: item({ tenant: string().key(), phones: list(string()), version: number() }),
      computeKey: ({ tenant }) => ({ pk: dutyPartition(tenant), sk: 'DUTY' }),
    }),
)

/** Whom to call at a unit that does not sign in. */
export const unitContactEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'UnitContact',
      table,
      timestamps: false,
      schema: item({ tenant: string().key(), id: string().key(), name: string(), phone: string() }),
      computeKey: ({ tenant, id }) => ({ pk: unitsPartition(tenant), sk: id }),
    }),
)
