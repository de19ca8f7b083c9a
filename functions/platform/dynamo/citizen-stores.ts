import { createFollowedCases } from './followed-cases.ts'
import { createGateStores } from './gate-stores.ts'
import { createRatingStore } from './rating-store.ts'
import { createRecentCases } from './recent-cases.ts'
import { perScope } from './stores.ts'

/** What the door of citizens keeps and reads beside the cases themselves, by the county's code. */
export const createCitizenStores = () => ({
  ...createGateStores(),
  followedOf: perScope(createFollowedCases),
  ratingsOf: perScope(createRatingStore),
  recentOf: perScope(createRecentCases),
})
