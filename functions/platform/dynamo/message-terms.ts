import { usualQuietHours } from '#shared/messages/quiet-hours'
import type { MessageTermsOf } from '../../messages/ports.ts'
import { createCountyReader } from './county-reader.ts'

/** A scope that the register of counties does not know is a commission, which has no settings. */
const commission = {
  place: { zh: '城市管理主管部门', en: 'The city commission' },
  quietHours: usualQuietHours,
}

/** What a county's messages keep to, by its settings in force. */
export function createMessageTerms(): MessageTermsOf {
  const read = createCountyReader()
  return async (scope) => {
    const county = await read(scope)
    if (!county) return commission
    const { placeName, quietHours } = county.settings.settings
    return { place: { zh: placeName, en: placeName }, quietHours }
  }
}
