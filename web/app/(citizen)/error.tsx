'use client'
import { frame as english } from '../../text/en/frame.ts'
import { frame as chinese } from '../../text/zh-CN/frame.ts'
import { FailedPage } from '../../ui/failed-page.tsx'

/** A fault of ours while a citizen's page was made; the reader's language may be what failed, so both are said. */
export default function CitizenError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <FailedPage wordings={[chinese.failed, english.failed]} number={error.digest} retry={reset} />
}
