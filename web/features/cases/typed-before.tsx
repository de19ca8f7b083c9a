import { evidenceFields } from '#shared/lifecycle/evidence'

/** Nothing that was typed is lost, even when its form is gone. */
export function TypedBefore({ label, typed }: { label: string; typed: Record<string, string> }) {
  const words = evidenceFields.flatMap((field) => (typed[field] ? [[field, typed[field]] as const] : []))
  return words.map(([field, value]) => (
    <p key={field}>
      {label}
      <q>{value}</q>
    </p>
  ))
}
