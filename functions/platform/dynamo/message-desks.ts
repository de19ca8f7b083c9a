import type { MessageDesk, MessageTermsOf } from '../../messages/ports.ts'
import { createMessageStore } from './message-store.ts'
import { createMessageTerms } from './message-terms.ts'
import { perScope } from './stores.ts'

/** The messages of every scope by its code, for the doors of its administrators. */
export const createMessageDesks = (): {
  readonly deskOf: (scope: string) => MessageDesk
  readonly termsOf: MessageTermsOf
} => ({ deskOf: perScope(createMessageStore), termsOf: createMessageTerms() })
