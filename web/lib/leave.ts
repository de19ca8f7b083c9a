import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

/**
 * Ends a form's action: without JavaScript the answer is a redirect; with it, the page is told where to go, because
 * Next would otherwise fetch the next page from itself over the network.
 */
export async function leaveFor<State>(path: string, state: State): Promise<State & { goTo: string }> {
  const sentByScript = (await headers()).has('next-action')
  if (!sentByScript) redirect(path)
  return { ...state, goTo: path }
}
