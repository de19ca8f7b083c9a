import { kindOfComponent } from '#shared/components/component'
import type { fieldContracts } from '#shared/intake/field-contract'
import { instantOf } from '#shared/kernel/instant'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { changeShift } from './change-shift.ts'
import { placeRoutes } from './place-routes.ts'
import type { ComponentsNear, CountyGround, ShiftStore } from './ports.ts'

interface Needs {
  componentsOf(tenant: string): ComponentsNear
  shiftsOf(tenant: string): ShiftStore
  groundOf(tenant: string): CountyGround
  readonly clock: Clock
}

/** As far as somebody sees what stands in the street, and as many as a thumb scrolls through. */
const METRES = 60
const MOST = 10

export const fieldRoutes = ({
  componentsOf,
  shiftsOf,
  groundOf,
  clock,
}: Needs): Routes<(typeof fieldContracts)[number]> => ({
  ...placeRoutes({ groundOf }),
  'list-components-near': async ({ signedIn: { tenant }, query: { longitude, latitude } }) => {
    const found = await componentsOf(tenant).near(longitude, latitude, METRES)
    return {
      components: found.slice(0, MOST).map(({ component, metres }) => ({
        code: component.code,
        name: component.name,
        kind: kindOfComponent(component.code),
        state: component.state,
        longitude: component.longitude,
        latitude: component.latitude,
        metres: Math.round(metres),
      })),
    }
  },
  'read-own-shift': async ({ signedIn: { tenant, person } }) => {
    const kept = await shiftsOf(tenant).of(person)
    const { version: _version, ...shift } = kept ?? {}
    return { ...(kept && { shift: shift as typeof kept }), serverTime: instantOf(clock.now()) }
  },
  'change-shift': ({ signedIn: { tenant, person }, input, key }) => {
    const needs = { tenant, shifts: shiftsOf(tenant), ground: groundOf(tenant), clock }
    return changeShift(needs)({ person, key, ...input })
  },
})
