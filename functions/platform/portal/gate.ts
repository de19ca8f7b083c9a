import type { PortalRequest } from './request.ts'

/** Why a request does not reach Next: a status, and a sentence in both languages. */
export interface TurnedAway {
  status: 400 | 403 | 405 | 413 | 415
  sentence: string
}

/** Photos come with the form that they belong to; the function takes six megabytes of base64, and no more. */
const maxBodyBytes = 4_400_000
/** What browsers send from forms, and what Next's scripts send when a form has no fields. */
const formTypes = /^(multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)\b/

const sentences: Record<TurnedAway['status'], string> = {
  400: '提交的内容或网址无法读取，请返回上一页重试。\nThe form or its address could not be read; go back and try again.\n',
  403: '这次提交来自其他网站，没有生效。请从本站的页面提交。\nThis came from another site and had no effect; submit it from our own page.\n',
  405: '这个地址只用于打开页面和提交表单。\nThis address only shows pages and takes forms.\n',
  413: '提交的内容过大，请删减后重新提交。\nThat is too large; shorten it and submit it again.\n',
  415: '这个地址只接受表单。\nThis address takes forms only.\n',
}

/** The answer that this status stands for. */
export const turnAway = (status: TurnedAway['status']): TurnedAway => ({
  status,
  sentence: sentences[status],
})

/** Turns away what no page of ours sends. Next would meet it with a fault, or not at all. */
export async function gate(asked: PortalRequest): Promise<TurnedAway | undefined> {
  if (asked.method === 'GET' || asked.method === 'HEAD') return undefined
  if (asked.method !== 'POST') return turnAway(405)
  if (isFromElsewhere(asked)) return turnAway(403)
  if (asked.body.length > maxBodyBytes) return turnAway(413)
  const type = asked.headers['content-type'] ?? ''
  if (!formTypes.test(type)) return turnAway(415)
  if (!type.startsWith('text/') && !(await isReadableForm(asked.body, type))) return turnAway(400)
  return undefined
}

/**
 * Browsers name the origin of every form that is posted, `null` when they hide it, and how it stands to ours; a page of
 * another site can forge neither. Who names none of the two is no browser, and carries nobody's cookies.
 */
function isFromElsewhere({ headers: { origin, host, 'sec-fetch-site': site } }: PortalRequest): boolean {
  if (site !== undefined && site !== 'same-origin') return true
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

async function isReadableForm(body: Buffer, type: string): Promise<boolean> {
  try {
    await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    return true
  } catch {
    return false
  }
}
