'use server'
import { setTimeout } from 'node:timers/promises'
import { redirect } from 'next/navigation'
import { listQueue } from '#shared/cases/contract'
import { reportPublicly } from '#shared/intake/citizen-contract'
import { ask } from '../../lib/api.ts'
import { readText } from '../../lib/language.ts'
import { proving } from '../citizen/proof.ts'
import { faceToken } from './face-token.ts'
import { demonstrationPaths } from './paths.ts'
import { keepTour } from './tour-case.ts'

/** 路灯, near the county's seat: the demonstration's own unit answers for lamps. */
const PROBLEM = { kind: '10137', position: { longitude: 108.6972, latitude: 30.9304 } }
const TRIES = 10
const PAUSE_MS = 200

/** A citizen reports; the case that this becomes is the tour's. */
export async function startTour(form: FormData): Promise<void> {
  const county = String(form.get('county'))
  const { words, place } = (await readText()).demonstration.tour.problem
  const device = crypto.randomUUID()
  const key = crypto.randomUUID()
  const reply = await proving(county, 'report', (proof) =>
    ask(reportPublicly, {
      params: { county },
      body: { ...PROBLEM, words, place, device, ...(proof && { proof }) },
      key,
    }),
  )
  const id = reply.ok ? await idOf(county, reply.value.number) : undefined
  if (!id) redirect(`${demonstrationPaths.tour}?failed=yes`)
  await keepTour(county, id)
  redirect(demonstrationPaths.tour)
}

/** Citizens know a case by its number, the county's people by its id: whoever accepts it has both. */
async function idOf(county: string, number: string): Promise<string | undefined> {
  const token = await faceToken('acceptor')
  for (let tried = 0; tried < TRIES; tried++) {
    const reply = await ask(listQueue, {
      params: { county, post: 'acceptor' },
      query: { limit: '100' },
      ...(token && { token }),
    })
    const found = reply.ok && reply.value.cases.find((line) => line.number === number)
    if (found) return found.id
    await setTimeout(PAUSE_MS)
  }
  return undefined
}
