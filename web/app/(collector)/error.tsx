'use client'
import { frame as english } from '../../text/en/frame.ts'
import { frame as chinese } from '../../text/zh-CN/frame.ts'
import { FailedPage } from '../../ui/failed-page.tsx'

/** A fault of ours while the page for the street was made; both languages are said. */
export default function CollectorError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <FailedPage wordings={[chinese.failed, english.failed]} number={error.digest} retry={reset} />
}
