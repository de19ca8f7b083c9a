import { cookies } from 'next/headers'
import { cache } from 'react'
import type { CaseView } from '#shared/cases/case'
import { readCase } from '#shared/cases/contract'
import { ask } from '../../lib/api.ts'
import { isDemonstration } from '../../lib/config.ts'
import { faceToken } from './face-token.ts'

export const tourCookie = 'tour'
const known = /^(\d{6}) ([0-9A-Z]{26})$/

export interface Toured {
  readonly county: string
  readonly file: CaseView
}

/** The case that the reader takes through all posts, as it stands now; undefined before a tour has begun. */
export const readTour = cache(async (): Promise<Toured | undefined> => {
  if (!isDemonstration()) return undefined
  const [, county, id] = known.exec((await cookies()).get(tourCookie)?.value ?? '') ?? []
  if (!county || !id) return undefined
  const token = await faceToken('leader')
  const reply = await ask(readCase, { params: { county, case: id }, ...(token && { token }) })
  return reply.ok ? { county, file: reply.value } : undefined
})

/** The tour goes on with this case until another takes its place. */
export async function keepTour(county: string, id: string): Promise<void> {
  const jar = await cookies()
  jar.set(tourCookie, `${county} ${id}`, { path: '/', sameSite: 'lax', httpOnly: true })
}
