import { readOwnShift } from '#shared/intake/field-contract'
import type { Post } from '#shared/lifecycle/posts'
import { ask } from '../../lib/api.ts'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { ShiftForm } from './later.ts'

interface ShiftCardProps {
  county: string
  posts: readonly Post[]
  text: Text['collector']['me']
}

const onFoot: readonly Post[] = ['collector', 'inspector', 'handler']

/** 考勤, for those who have one. */
export async function ShiftCard({ county, posts, text }: ShiftCardProps) {
  if (!posts.some((post) => onFoot.includes(post))) return null
  const reply = await ask(readOwnShift, { params: { county } })
  if (!reply.ok) return null
  const { shift } = reply.value
  const onDuty = shift?.onDuty ?? false
  const since = shift && dateAndTime(shift.since)
  return (
    <ShiftForm
      county={county}
      onDuty={onDuty}
      newKey={crypto.randomUUID()}
      text={{
        title: text.shift,
        told: since === undefined ? text.never : onDuty ? text.onDuty(since) : text.offDuty(since),
        submit: onDuty ? text.end : text.begin,
        sending: text.sending,
      }}
    />
  )
}
