/** Back to the page that a plain form stood on. */
export const backTo = (request: Request): Response =>
  new Response(null, { status: 303, headers: { location: pathOf(request.headers.get('referer')) } })

/** Only the path is taken: whatever site the reader came from, the answer stays on this one. */
function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.replace(/^\/+/, '/') + search
}
