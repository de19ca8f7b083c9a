import { type Refusal, refuse } from '#shared/kernel/result'
import { type Asked, given } from './ask.ts'
import type { Client } from './ports.ts'

/** Asked in an hour: by a program that is known, and by a network that sends none of its keys. */
const MOST_OF_CLIENT = 3_000
const MOST_OF_NETWORK = 600

/**
 * Whose key came along: nobody's where none is needed and none was sent. A key that opens nothing is refused everywhere,
 * and kept where auditors look.
 */
export async function clientAsking(asked: Asked): Promise<Client | Refusal | undefined> {
  const { needs, network } = asked
  const apiKey = given(asked.form, 'api_key') ?? given(asked.query, 'api_key')
  if (apiKey === undefined)
    return (await needs.count(`network ${network}`)) > MOST_OF_NETWORK
      ? refuse('too-many-from-network')
      : undefined
  const client = await needs.clientOf(apiKey)
  if (!client) {
    await needs.recordDenial('client-key-invalid')
    return refuse('client-key-invalid')
  }
  return (await needs.count(`client ${client.id}`)) > MOST_OF_CLIENT ? refuse('too-many-from-client') : client
}

/** The same where a key is needed. */
export async function clientNeeded(asked: Asked): Promise<Client | Refusal> {
  return (await clientAsking(asked)) ?? refuse('client-key-missing')
}
