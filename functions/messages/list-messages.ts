import type { Language } from '#shared/kernel/language'
import type { MessageLine } from '#shared/messages/contract'
import { canResend } from '#shared/messages/delivery'
import type { MessageRecord } from '#shared/messages/message'
import { maskedText, templates } from '#shared/messages/templates'
import { standingOf } from '#shared/messages/wording'
import type { MessageDesk, MessageTerms } from './ports.ts'

interface Needs {
  readonly desk: MessageDesk
  readonly terms: MessageTerms
}

interface Asked {
  readonly month: string
  readonly after?: string | undefined
  readonly limit: number
  readonly language: Language
}

/** The messages of a month, the latest first; of what was in them only the words that are everybody's. */
export const listMessages =
  ({ desk, terms }: Needs) =>
  async ({ month, after, limit, language }: Asked) => {
    const { messages, next } = await desk.ofMonth(month, { limit, ...(after && { after }) })
    return { month, messages: messages.map((one) => lineOf(one, terms, language)), ...(next && { next }) }
  }

function lineOf(
  { scope: _, ...message }: MessageRecord,
  terms: MessageTerms,
  language: Language,
): MessageLine {
  const { template } = message
  const place = terms.place[message.language]
  return {
    ...message,
    name: templates[template].name[language],
    text: maskedText(template, message.language, { place, origin: '' }),
    standing: standingOf(message, language),
    resendable: canResend(message),
  }
}
