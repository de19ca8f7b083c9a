import { chinaDate } from '#shared/kernel/instant'
import { timeOfId } from '../../kernel/timed-id.ts'

// Every key begins with its county, which is all that the county's own credentials reach.

/** Photos begun on a day, `yyyy-MM-dd`: what a county's are found by when it leaves. */
export const photosOfDay = (tenant: string, day: string) => `${tenant}/${day.replaceAll('-', '')}/`

/** A photo that is kept. */
export const photoKey = (tenant: string, id: string) =>
  `${photosOfDay(tenant, chinaDate(timeOfId(id)))}${id}.jpg`

/** A photo as it was uploaded, among the county's uploads. */
export const negativeKey = (tenant: string, id: string) => `${tenant}/photos/${id}`
