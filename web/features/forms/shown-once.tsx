'use client'
import { useState } from 'react'
import buttons from '../../ui/button.module.css'
import field from '../../ui/field.module.css'
import { Notice } from '../../ui/notice.tsx'

interface ShownOnceProps {
  /** What it is, and that it will not be seen again. */
  ready: string
  label: string
  value: string
  text: Record<'copy' | 'copied', string>
}

/** Something secret that its maker alone is shown, and now: to be copied to where it is used. */
export function ShownOnce({ ready, label, value, text }: ShownOnceProps) {
  const [copied, setCopied] = useState(false)
  return (
    <>
      <Notice tone="good" title={ready} />
      <input className={field.control} aria-label={label} readOnly value={value} />
      <div>
        <button
          type="button"
          className={buttons.plain}
          onClick={() => navigator.clipboard.writeText(value).then(() => setCopied(true))}
        >
          {copied ? text.copied : text.copy}
        </button>
      </div>
    </>
  )
}
