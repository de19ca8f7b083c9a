'use client'
import { useFormStatus } from 'react-dom'
import buttons from '../../ui/button.module.css'

interface SubmitButtonProps {
  label: string
  sending: string
  look?: 'primary' | 'plain'
}

/** Says that it works while it does. A second press does no harm: the form's key makes both one. */
export function SubmitButton({ label, sending, look = 'primary' }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return (
    <button className={buttons[look]} type="submit" aria-disabled={pending}>
      {pending ? sending : label}
    </button>
  )
}
