import { described, Field } from '../../ui/field.tsx'
import type { Pickable } from './pickable.ts'

interface PickerProps {
  id: string
  name: string
  label: string
  hint: string
  error: string | undefined
  typed: string | undefined
  entries: readonly Pickable[]
}

/** A list of hundreds that is typed into; the browser's own, so that it works without a script. */
export function Picker({ id, name, label, hint, error, typed, entries }: PickerProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...described(id, hint, error)}
        name={name}
        type="text"
        list={`${id}-list`}
        defaultValue={typed}
        autoComplete="off"
      />
      <datalist id={`${id}-list`}>
        {entries.map(({ value, label: foundBy }) => (
          <option key={value} value={value} label={foundBy} />
        ))}
      </datalist>
    </Field>
  )
}
