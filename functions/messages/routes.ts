import { chinaDate } from '#shared/kernel/instant'
import type { messageContracts } from '#shared/messages/contract'
import { figuresOf } from '#shared/messages/figures'
import { templates } from '#shared/messages/templates'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { listMessages } from './list-messages.ts'
import type { MessageDesk, MessageTermsOf } from './ports.ts'
import { resendMessage } from './resend-message.ts'

interface Needs {
  readonly deskOf: (scope: string) => MessageDesk
  readonly termsOf: MessageTermsOf
  readonly clock: Clock
}

/** What left for the people of a county, for its administrators. */
export function messageRoutes({ deskOf, termsOf, clock }: Needs): Routes<(typeof messageContracts)[number]> {
  const thisMonth = () => chinaDate(clock.now()).slice(0, 7).replace('-', '')
  return {
    'list-messages': async ({ signedIn: { tenant }, query, language }) =>
      listMessages({ desk: deskOf(tenant), terms: await termsOf(tenant) })({
        ...query,
        month: query.month ?? thisMonth(),
        language,
      }),
    'read-message-figures': async ({ signedIn: { tenant }, query, language }) => {
      const month = query.month ?? thisMonth()
      const { all, templates: each } = figuresOf(await deskOf(tenant).standings(month))
      const named = each.map((one) => ({ ...one, name: templates[one.template].name[language] }))
      return { month, all, templates: named }
    },
    'resend-message': ({ signedIn: { tenant, person }, params, input, key }) =>
      resendMessage({ desk: deskOf(tenant), clock })({
        id: params.message,
        version: input.version,
        key,
        person,
        post: 'administrator',
      }),
  }
}
