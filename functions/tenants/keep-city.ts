import { instantOf } from '#shared/kernel/instant'
import type { Refusal } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { type Asker, actOf } from './acts.ts'
import type { Registry } from './ports.ts'

interface Needs {
  readonly city: string
  readonly registry: Registry
  readonly clock: Clock
}

interface CityKept {
  readonly city: string
  readonly name: string
}

/** Registers the city under a name, or gives it another. */
export const keepCity =
  ({ city, registry, clock }: Needs) =>
  ({ person, key, name }: Asker & { name: string }): Promise<CityKept | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, city, name }) }
    return oneEffect(registry, submission, async () => {
      const answer = { city, name }
      const act = actOf('city-kept', { person }, { subject: city, at: instantOf(clock.now()) })
      const outcome = await registry.keepCity(name, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }
