import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { caseId, tenantCode } from '../kernel/ids.ts'
import type { Masks } from '../kernel/mask.ts'
import { type Post, posts } from '../lifecycle/posts.ts'

/** Why somebody needs the reporter's number in clear. A list, not words: the audit names no person. */
export const contactReasons = ['ask-for-details', 'meet-on-site', 'call-back', 'handle-complaint'] as const
export type ContactReason = (typeof contactReasons)[number]

/** Those who speak with reporters: who takes, who answers for, and who checks what was reported. */
export const contactReaders = ['acceptor', 'shift-leader', 'inspector'] as const satisfies readonly Post[]

/** Who speaks with reporters must tell one from another; everybody else sees what the county lets them. */
export const masksFor = (held: readonly Post[], ofCounty: Masks): Masks =>
  held.some((post) => (contactReaders as readonly Post[]).includes(post))
    ? { phones: 'middle', names: 'given' }
    : ofCounty

const ofCase = z.strictObject({ county: tenantCode, case: caseId })
const contactView = z.object({ name: z.string().optional(), phone: z.string() })
export type ContactView = z.output<typeof contactView>

export const readContact = contract({
  name: 'read-contact',
  summary: { zh: '查看上报人（已脱敏）', en: 'See who reported, masked' },
  method: 'GET',
  path: '/api/t/{county}/cases/{case}/contact',
  audience: 'staff',
  access: 'county',
  posts,
  params: ofCase,
  output: contactView,
  status: 200,
  refusals: ['unknown-case', 'no-contact'],
})

export const readContactInClear = contract({
  name: 'read-contact-in-clear',
  summary: { zh: '查看上报人联系方式（留痕）', en: "Read the reporter's contact in clear, on record" },
  method: 'POST',
  path: '/api/t/{county}/cases/{case}/contact-readings',
  audience: 'staff',
  access: 'county',
  posts: contactReaders,
  params: ofCase,
  input: z.strictObject({ reason: z.enum(contactReasons) }),
  output: contactView,
  status: 200,
  refusals: ['unknown-case', 'no-contact'],
})

export const contactContracts = [readContact, readContactInClear] as const
