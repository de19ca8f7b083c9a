import { breakWording } from '#shared/audit/breaks'
import type { Verification } from '#shared/audit/contract'
import type { Language } from '#shared/kernel/language'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { Notice } from '../../ui/notice.tsx'

interface VerificationNoticeProps {
  /** Undefined where it could not be verified now. */
  verification: Verification | undefined
  language: Language
  text: Text['audit']
}

/** Whether the day's acts are those that were committed: what was compared, or where they are not. */
export function VerificationNotice({ verification, language, text }: VerificationNoticeProps) {
  if (!verification) return <Notice tone="late" title={text.notVerified} />
  const { breaks, rows, roots, awaiting, at } = verification
  if (breaks.length === 0)
    return (
      <Notice tone="good" title={text.verified(rows)}>
        {[text.compared(roots, dateAndTime(at)), awaiting > 0 && text.awaiting(awaiting)]
          .filter(Boolean)
          .join(' ')}
      </Notice>
    )
  return (
    <Notice tone="bad" title={text.broken(breaks.length)}>
      <ul>
        {breaks.map(({ chain, sequence, code }) => (
          <li key={`${chain} ${sequence}`}>
            {chain} / {sequence}：{breakWording[code][language]}
          </li>
        ))}
      </ul>
      {text.whatNow}
    </Notice>
  )
}
