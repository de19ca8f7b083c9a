import { type PublicProgress, ratings } from '#shared/intake/citizen-contract'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { JudgeForm } from './judge-form.tsx'

interface JudgeProps {
  county: string
  code: string
  progress: PublicProgress
  newKeys: readonly [string, string]
  text: Text['citizen']['follow']
}

/** What whoever reported may still say, in sentences that a browser can be handed. */
export function Judge({ county, code, progress, newKeys, text }: JudgeProps) {
  const { number, mayRate, rating, objectUntil } = progress
  const { rate, object, objectReason, objectSend } = text
  return (
    <JudgeForm
      county={county}
      number={number}
      code={code}
      newKeys={newKeys}
      ratings={mayRate ? ratings.map((value) => ({ value, words: text.ratings[value] })) : []}
      rated={rating && text.rated(text.ratings[rating])}
      objectUntil={objectUntil && text.objectUntil(dateAndTime(objectUntil))}
      text={{ rate, object, objectReason, objectSend }}
    />
  )
}
