import { cookies } from 'next/headers'
import { backTo } from '../../lib/back-to.ts'
import { elderCookie } from '../../lib/elder.ts'

const oneYear = 365 * 24 * 60 * 60

/** The switch between normal and large type: a plain form, like that of the language. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const jar = await cookies()
  const value = form.get('to') === 'on' ? 'on' : 'off'
  jar.set(elderCookie, value, { path: '/', maxAge: oneYear, sameSite: 'lax', httpOnly: true })
  return backTo(request)
}
