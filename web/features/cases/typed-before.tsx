import { evidenceFieldOf } from './evidence-fields.tsx'

/** Nothing that was typed is lost, even when its form is gone. */
export function TypedBefore({ label, typed }: { label: string; typed: Record<string, string> }) {
  return Object.keys(evidenceFieldOf)
    .filter((field) => typed[field])
    .map((field) => (
      <p key={field}>
        {label}
        <q>{typed[field]}</q>
      </p>
    ))
}
