import { contactReaders, contactReasons, readContact } from '#shared/cases/contact'
import type { Post } from '#shared/lifecycle/posts'
import { ask } from '../../lib/api.ts'
import type { Text } from '../../text/text.ts'
import styles from './case-file.module.css'
import { ContactForm } from './contact-form.tsx'

interface CaseContactProps {
  county: string
  caseId: string
  posts: readonly Post[]
  text: Text['cases']
}

/** Who reported, masked; in clear for who speaks with reporters, for a reason that goes on record. */
export async function CaseContact({ county, caseId, posts, text }: CaseContactProps) {
  const reply = await ask(readContact, { params: { county, case: caseId } })
  if (!reply.ok) return null
  const mayReveal = posts.some((post) => (contactReaders as readonly Post[]).includes(post))
  const { reasons, ...words } = text.contact
  return (
    <section className={styles.sheet} aria-labelledby="contact">
      <h2 id="contact">{words.title}</h2>
      <p className="figures">{[reply.value.name, reply.value.phone].filter(Boolean).join(' · ')}</p>
      {mayReveal && (
        <ContactForm
          county={county}
          caseId={caseId}
          reasons={contactReasons.map((reason) => ({ value: reason, words: reasons[reason] }))}
          newKey={crypto.randomUUID()}
          text={{ ...words, sending: text.act.sending }}
        />
      )}
    </section>
  )
}
