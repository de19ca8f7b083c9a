'use client'
import { frame as english } from '../../text/en/frame.ts'
import { frame as chinese } from '../../text/zh-CN/frame.ts'
import { FailedPage } from '../../ui/failed-page.tsx'

/** A fault of ours while the page of a link was made; both languages, for the reader's may be what failed. */
export default function HandlingError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <FailedPage wordings={[chinese.failed, english.failed]} number={error.digest} retry={reset} />
}
