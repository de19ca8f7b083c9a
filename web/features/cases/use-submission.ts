'use client'
import { useActionState, useEffect } from 'react'
import { blank, type Submission } from './submission.ts'

/** The state of a form over its attempts. When all is done the reader is taken on, as a redirect would without JavaScript. */
export function useSubmission(send: (previous: Submission, form: FormData) => Promise<Submission>) {
  const [submission, formAction] = useActionState(send, blank)
  const { goTo } = submission
  useEffect(() => {
    if (goTo) window.location.assign(goTo)
  }, [goTo])
  return { submission, formAction }
}
