import { cookies } from 'next/headers'
import { languages } from '#shared/kernel/language'
import { backTo } from '../../lib/back-to.ts'
import { languageCookie } from '../../lib/language.ts'

const oneYear = 365 * 24 * 60 * 60

/** The language switch: a plain form, so that it works without JavaScript, and back to the page it stood on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData()
  const chosen = languages.find((known) => known === form.get('to')) ?? 'zh'
  const jar = await cookies()
  jar.set(languageCookie, chosen, { path: '/', maxAge: oneYear, sameSite: 'lax', httpOnly: true })
  return backTo(request)
}
