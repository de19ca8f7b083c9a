import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { MessageGateway } from '../../messages/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { createHttpGateway } from './http-gateway.ts'
import { createSnsGateway } from './sns-gateway.ts'

/** The way out that the installation was given: SNS, an HTTP gateway's address, or none. */
export function configuredGateway(): MessageGateway | undefined {
  const given = config('MESSAGE_GATEWAY')
  if (given === 'none') return undefined
  return given === 'sns' ? createSnsGateway() : createHttpGateway({ url: given, secret: keptSecret() })
}

/** Read when the first message goes out, and kept while the container lives. */
function keptSecret(): () => Promise<string> {
  let secret: Promise<string> | undefined
  return () => {
    secret ??= read()
    secret.catch(() => {
      secret = undefined
    })
    return secret
  }
}

async function read(): Promise<string> {
  const client = new SecretsManagerClient(callLimits)
  const SecretId = config('MESSAGE_GATEWAY_SECRET')
  const { SecretString } = await patiently(() => client.send(new GetSecretValueCommand({ SecretId })))
  if (!SecretString) throw new Error('The secret of the gateway of messages is empty.')
  return SecretString
}
