'use client'
import buttons from '../../ui/button.module.css'

/** Opens the browser's own way to the printer, or to a PDF. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button className={buttons.primary} type="button" onClick={() => window.print()}>
      {label}
    </button>
  )
}
