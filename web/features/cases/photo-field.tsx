'use client'
import { described, Field } from '../../ui/field.tsx'
import { shrunk } from './shrunk.ts'

interface PhotoFieldProps {
  id: string
  name: string
  label: string
  hint: string
  error: string | undefined
}

/** Pictures from the camera or the album, made small on the device: a county's lines are thin. */
export function PhotoField({ id, name, label, hint, error }: PhotoFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...described(id, hint, error)}
        name={name}
        type="file"
        accept="image/*"
        multiple
        onChange={async ({ currentTarget: input }) => {
          const small = new DataTransfer()
          for (const file of input.files ?? []) small.items.add(await shrunk(file))
          input.files = small.files
        }}
      />
    </Field>
  )
}
