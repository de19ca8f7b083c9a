'use client'
import { useEffect } from 'react'

/** Tasks open without a line, as they were when the list was last seen. */
export function KeepTasks({ paths }: { paths: readonly string[] }) {
  const keep = paths.join(' ')
  useEffect(() => {
    if (keep && 'serviceWorker' in navigator)
      void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage({ keep: keep.split(' ') }))
  }, [keep])
  return null
}
