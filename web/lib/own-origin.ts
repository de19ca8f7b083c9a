import { headers } from 'next/headers'

/** How the reader reaches us, for links on paper and in codes. On a line without encryption the page before says so. */
export async function ownOrigin(): Promise<string> {
  const asking = await headers()
  const scheme = asking.get('referer')?.startsWith('http:') ? 'http' : 'https'
  return `${scheme}://${asking.get('host')}`
}
