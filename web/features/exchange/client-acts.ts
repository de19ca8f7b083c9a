'use server'
import { createClient, renewClientKey, revokeClient } from '#shared/exchange/contract'
import { ask } from '../../lib/api.ts'
import { settingsPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut } from '../forms/carry-out.ts'

/** A key that was made: told to this page once, kept nowhere. */
export interface KeyMade extends Submission {
  readonly apiKey?: string
}

/** Lets a client in, or gives one that is there another key. */
export async function makeKey(_previous: KeyMade, form: FormData): Promise<KeyMade> {
  const typed = typedIn(form)
  const { county = '', client, version, name = '', key = '' } = typed
  const reply = client
    ? await ask(renewClientKey, { params: { county, client }, body: { version: Number(version) }, key })
    : await ask(createClient, { params: { county }, body: { name }, key })
  return reply.ok ? { typed: {}, apiKey: reply.value.apiKey } : { typed, problem: reply.problem }
}

export async function shutOut(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(revokeClient, form, ({ county = '', client = '', version }) => ({
    params: { county, client },
    body: { version: Number(version) },
    to: afterDone(settingsPaths.clients(county), 'revoked'),
  }))
}
