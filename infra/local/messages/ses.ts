import { randomUUID } from 'node:crypto'
import { type AwsAnswer, type AwsCall, AwsError, type AwsService } from '../kernel/aws.ts'
import type { PartDeps } from '../kernel/part.ts'
import type { Outgoing } from './outgoing.ts'

interface Content {
  Data?: string
}
interface SendEmail {
  FromEmailAddress?: string
  ReplyToAddresses?: string[]
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] }
  Content?: {
    Simple?: {
      Subject?: Content
      Body?: { Text?: Content; Html?: Content }
      Attachments?: { FileName?: string }[]
    }
    Raw?: Content
    Template?: unknown
  }
  ConfigurationSetName?: string
  EmailTags?: unknown
}

const JSON_TYPE = { 'content-type': 'application/json' }
const badRequest = (message: string) => new AwsError('BadRequestException', message)

/** SES v2 as far as mail is sent: it is stored, for the outbox page. `identities` are addresses and domains. */
export function createSes(deps: PartDeps, identities: ReadonlySet<string>, outgoing: Outgoing): AwsService {
  async function send(call: AwsCall): Promise<object> {
    const input = readJson(call.body)
    const from = input.FromEmailAddress ?? ''
    deps.authorize(call.principal, 'ses:SendEmail', identityArn(from))
    const to = Object.values(input.Destination ?? {}).flatMap((addresses) => addresses ?? [])
    const { subject, body, html, attachments } = contentOf(input)
    if (to.length === 0 && !input.Content?.Raw)
      throw badRequest('Destination must name at least one address.')
    const id = randomUUID()
    const details = {
      messageId: id,
      html,
      attachments,
      destination: input.Destination,
      replyTo: input.ReplyToAddresses,
      configurationSet: input.ConfigurationSetName,
      tags: input.EmailTags,
    }
    await deps.database.write(() =>
      outgoing.add({ channel: 'mail', to: to.join(', '), from, subject, body, details }),
    )
    return { MessageId: id }
  }

  /** The identity that covers a sender's address: the address itself, else its domain. */
  function identityArn(from: string): string {
    const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()
    const domain = address.slice(address.lastIndexOf('@') + 1)
    const identity = [address, domain].find((one) => identities.has(one))
    if (identity === undefined)
      throw new AwsError(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check: ${address}`,
      )
    const { partition, region, account } = deps.place
    return `arn:${partition}:ses:${region}:${account}:identity/${identity}`
  }

  return {
    name: 'ses',
    async handle(call): Promise<AwsAnswer> {
      try {
        if (call.method !== 'POST' || call.path !== '/v2/email/outbound-emails')
          throw new AwsError(
            'NotFoundException',
            `The local cloud does not run SES ${call.method} ${call.path}.`,
            404,
          )
        return { status: 200, headers: JSON_TYPE, body: JSON.stringify(await send(call)) }
      } catch (error) {
        if (!(error instanceof AwsError)) throw error
        const status = error.code === 'AccessDeniedException' ? 403 : error.status
        return {
          status,
          headers: { ...JSON_TYPE, 'x-amzn-errortype': error.code },
          body: JSON.stringify({ message: error.message }),
        }
      }
    },
  }
}

function contentOf({ Content: content }: SendEmail) {
  if (content?.Template !== undefined)
    throw badRequest('The local cloud does not run mail templates; send the finished text.')
  if (content?.Raw) {
    const body = Buffer.from(content.Raw.Data ?? '', 'base64').toString('utf8')
    return {
      subject: /^subject:[ \t]*(.*)$/im.exec(body)?.[1]?.trim() ?? '',
      body,
      html: undefined,
      attachments: [],
    }
  }
  const { Subject, Body, Attachments } = content?.Simple ?? {}
  const html = Body?.Html?.Data
  const body = Body?.Text?.Data ?? html
  if (Subject?.Data === undefined || body === undefined)
    throw badRequest('A simple mail needs a subject and a text or HTML body.')
  return { subject: Subject.Data, body, html, attachments: (Attachments ?? []).map((one) => one.FileName) }
}

function readJson(body: Buffer): SendEmail {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw badRequest('The request body is not valid JSON.')
  }
}
