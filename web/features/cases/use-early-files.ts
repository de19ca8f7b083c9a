'use client'
import { useEffect, useRef } from 'react'

/** The input, and what was chosen in it before the page's scripts had come: on a thin line that is not rare. */
export function useEarlyFiles(take: (input: HTMLInputElement) => unknown) {
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the scripts have come
  useEffect(() => {
    if (input.current?.files?.length) void take(input.current)
  }, [])
  return input
}
