import { Entity } from 'dynamodb-toolbox/entity'
import { any } from 'dynamodb-toolbox/schema/any'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { number } from 'dynamodb-toolbox/schema/number'
import { record } from 'dynamodb-toolbox/schema/record'
import { string } from 'dynamodb-toolbox/schema/string'
import { onboardingSteps } from '#shared/tenants/onboarding-steps'
import { tenantStates } from '#shared/tenants/standing'
import { perObject } from '../kept.ts'
import {
  cityPartition,
  countyLineKey,
  exportKey,
  nameKey,
  settingsKey,
  stepKey,
  tenantPartition,
} from './platform-keys.ts'
import type { PlatformTable } from './platform-tables.ts'

const state = string().enum(...tenantStates)

/** Cities and their counties, as the register keeps them. */
export const registryEntities = /* @__PURE__ */ perObject((table: PlatformTable) => ({
  cities: new Entity({
    name: 'City',
    table,
    timestamps: false,
    schema: item({ city: string().key(), name: string() }),
    computeKey: ({ city }) => ({ pk: cityPartition(city), sk: 'CITY' }),
  }),
  lines: new Entity({
    name: 'CountyLine',
    table,
    timestamps: false,
    schema: item({ city: string().key(), tenant: string().key(), name: string(), state }),
    computeKey: ({ city, tenant }) => ({ pk: cityPartition(city), sk: countyLineKey(tenant) }),
  }),
  names: new Entity({
    name: 'CountyName',
    table,
    timestamps: false,
    schema: item({ city: string().key(), name: string().key(), tenant: string() }),
    computeKey: ({ city, name }) => ({ pk: cityPartition(city), sk: nameKey(name) }),
  }),
  tenants: new Entity({
    name: 'Tenant',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      city: string(),
      name: string(),
      state,
      before: state.optional(),
      version: number(),
      settings: number(),
      foundedAt: string(),
      administrator: string(),
      /** Judged by the schema of shared/tenants when it is read. */
      onboarding: any(),
      erasure: any().optional(),
    }),
    computeKey: ({ tenant }) => ({ pk: tenantPartition(tenant), sk: 'TENANT' }),
  }),
  settings: new Entity({
    name: 'Settings',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      version: number().key(),
      at: string(),
      person: string(),
      settings: any(),
    }),
    computeKey: ({ tenant, version }) => ({ pk: tenantPartition(tenant), sk: settingsKey(version) }),
  }),
  exports: new Entity({
    name: 'Export',
    table,
    timestamps: false,
    schema: item({ tenant: string().key(), number: number().key(), sequence: number(), export: any() }),
    computeKey: ({ tenant, number }) => ({ pk: tenantPartition(tenant), sk: exportKey(number) }),
  }),
  steps: new Entity({
    name: 'Step',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      step: string()
        .enum(...onboardingSteps)
        .key(),
      at: string(),
      milliseconds: number(),
      counts: record(string(), number()),
      notes: list(string()),
    }),
    computeKey: ({ tenant, step }) => ({ pk: tenantPartition(tenant), sk: stepKey(step) }),
  }),
}))
export type RegistryEntities = ReturnType<typeof registryEntities>
