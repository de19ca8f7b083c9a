'use client'
import { useEffect, useRef } from 'react'
import type { FormErrors } from './form-errors.ts'
import styles from './report-form.module.css'

interface ErrorSummaryProps {
  errors: FormErrors
  text: { errors: string }
  /** Brings the field into sight, where it is not. */
  onGo?(field: string): void
}

/** What is wrong, above everything and with the focus; each sentence leads to its field. */
export function ErrorSummary({ errors, text, onGo }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new attempt takes the focus again
  useEffect(() => box.current?.focus(), [errors])
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{errors.fields.length > 0 ? text.errors : errors.title}</h2>
      <ul>
        {errors.fields.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`} onClick={() => onGo?.(field)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
