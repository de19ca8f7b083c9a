import { baseCatalogue } from '#shared/catalogue/base/catalogue'
import type { Language } from '#shared/kernel/language'
import { divisionsOf } from '#shared/organisation/divisions/read'
import { unitOfArea, unitTemplate } from '#shared/organisation/unit-template'
import type { OwnNames } from '../statistics/value-names.ts'

/**
 * The commission reads figures and not a county's lists: what every county is laid with has its names here, what a county
 * added of its own is shown by its code.
 */
export function countyNames(tenant: string, language: Language): OwnNames {
  const streets = divisionsOf(tenant)?.streets ?? []
  const units = [...unitTemplate, ...streets.map(unitOfArea)]
  return {
    kind: new Map(baseCatalogue.kinds.map(({ code, name }) => [code, name[language]])),
    street: new Map(streets.map(({ code, name }) => [code, name])),
    unit: new Map(units.map(({ id, name }) => [id, name])),
  }
}
