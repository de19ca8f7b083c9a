import { instantOf } from '#shared/kernel/instant'
import { type Document, SPECIFICATION } from '#shared/open311/georeport'
import { open311Wording } from '#shared/open311/wording'
import type { Ask } from './ports.ts'

/** When what this door offers was changed last: a client that sees another date asks for everything anew. */
const CHANGESET = instantOf(Date.UTC(2026, 10, 30))

/** What there is here, for programs that know nothing but this address. */
export const discover = ({ language }: Pick<Ask, 'language'>, endpoint: string): Document => ({
  root: 'discovery',
  value: {
    changeset: CHANGESET,
    contact: open311Wording.contact[language],
    key_service: open311Wording.keyService[language],
    endpoints: [
      {
        specification: SPECIFICATION,
        url: endpoint,
        changeset: CHANGESET,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  },
})
