'use client'
import { type RefObject, useEffect, useState } from 'react'
import { type Draft, keepDraft, readDraft } from './draft.ts'

const KEPT = ['place', 'words', 'kind', 'name', 'phone', 'longitude', 'latitude']

/** Keeps what is typed on the device until it is sent, and fills it in again the next time. */
export function useDraft(county: string, form: RefObject<HTMLFormElement | null>) {
  const [values, setValues] = useState<Draft>({})
  /** Fields are drawn anew when a draft is filled in or thrown away. */
  const [made, setMade] = useState(0)
  useEffect(() => {
    const found = readDraft(county)
    if (!found) return
    setValues(found)
    setMade(1)
  }, [county])
  return {
    values,
    made,
    restored: made % 2 === 1,
    keep() {
      if (!form.current) return
      const data = new FormData(form.current)
      const filled = KEPT.map((name) => [name, data.get(name)]).filter(([, value]) => value)
      keepDraft(county, filled.length > 0 ? Object.fromEntries(filled) : undefined)
    },
    forget() {
      keepDraft(county, undefined)
      setValues({})
      setMade(2)
    },
  }
}
