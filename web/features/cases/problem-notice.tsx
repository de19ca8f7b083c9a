'use client'
import { useEffect, useRef } from 'react'
import type { Problem } from '#shared/kernel/problem'
import { Notice } from '../../ui/notice.tsx'

interface ProblemNoticeProps {
  problem: Problem
  /** The controls of the form, by the field's name in the API's input. */
  controls: Record<string, { id: string; label: string }>
}

/** A refusal in plain sentences; each wrong field leads to its control. Takes the focus, so that nobody misses it. */
export function ProblemNotice({ problem, controls }: ProblemNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new problem takes the focus again
  useEffect(() => box.current?.focus(), [problem])
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone={problem.code === 'case-changed' ? 'late' : 'bad'} title={problem.title}>
        <p>{problem.detail}</p>
        {problem.fields && (
          <ul>
            {problem.fields.map(({ field, message }) => {
              const control = controls[field]
              return (
                <li key={field}>
                  {control ? (
                    <a href={`#${control.id}`}>
                      {control.label}：{message}
                    </a>
                  ) : (
                    message
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Notice>
    </div>
  )
}
