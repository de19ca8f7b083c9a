import { type Portal, startPortal } from '../../support/portal.ts'

export const QUEUE = '/t/500235/queues?stage=reported'

/** The built portal before a county in memory whose acceptor has this many cases waiting, and the way in as that acceptor. */
export async function filledPortal(rows: number): Promise<{ portal: Portal; cookie: string }> {
  const portal = await startPortal()
  for (let at = 1; at <= rows; at++)
    await portal.api.report('路灯不亮，夜间行人不便', `滨江大道 ${at} 号门前`)
  const worn = await fetch(new URL('/api/demonstration/faces/acceptor', portal.origin), {
    method: 'POST',
    redirect: 'manual',
  })
  const cookie = worn.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error('The stand-in of the API lets nobody in.')
  return { portal, cookie }
}
