import { readingOf } from '#shared/audit/act'
import { type ContactReason, type ContactView, contactReaders, masksFor } from '#shared/cases/contact'
import type { Contact } from '#shared/cases/record'
import { instantOf } from '#shared/kernel/instant'
import { type Masks, maskContact } from '#shared/kernel/mask'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Post } from '#shared/lifecycle/posts'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { CaseStore, Contacts } from './ports.ts'

interface Needs {
  readonly store: Pick<CaseStore, 'read'>
  readonly contacts: Contacts
}

interface Asked {
  readonly caseId: string
  readonly person: string
  readonly posts: readonly Post[]
}

/** Who reported, as far as the asking person may see it. */
export const readContact =
  ({ masks, ...needs }: Needs & { readonly masks: Masks }) =>
  async ({ caseId, posts }: Asked): Promise<ContactView | Refusal> => {
    const contact = await contactOf(needs, caseId)
    return isRefusal(contact) ? contact : maskContact(contact, masksFor(posts, masks))
  }

/** Name and number in clear, after it is on record who read them and why. */
export const readContactInClear =
  ({ clock, ...needs }: Needs & { readonly clock: Clock }) =>
  async ({
    caseId,
    person,
    posts,
    key,
    reason,
  }: Asked & { key: string; reason: ContactReason }): Promise<ContactView | Refusal> => {
    const contact = await contactOf(needs, caseId)
    if (isRefusal(contact)) return contact
    const post = contactReaders.find((one) => posts.includes(one))
    if (!post) return refuse('post-not-held')
    const fields = Object.keys(contact).toSorted()
    const at = instantOf(clock.now())
    const act = readingOf({ actor: person, post, subject: caseId, fields, reason, at })
    const submission = { key, bodyHash: bodyHashOf({ person, caseId, reason }) }
    // what is remembered of it is that it was read, never what
    const recorded = await oneEffect(needs.contacts, submission, () =>
      needs.contacts.recordReading({ ...submission, act, answer: {} }),
    )
    return isRefusal(recorded) ? recorded : contact
  }

async function contactOf({ store, contacts }: Needs, caseId: string): Promise<Contact | Refusal> {
  if (!(await store.read(caseId))) return refuse('unknown-case')
  return (await contacts.of(caseId)) ?? refuse('no-contact')
}
