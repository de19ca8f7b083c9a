import type { Language } from '#shared/kernel/language'
import { posts, postWording } from '#shared/lifecycle/posts'
import type { Unit } from '#shared/organisation/units'
import type { Text } from '../../text/text.ts'
import type { FormField } from '../forms/command-form.tsx'

interface PersonForm {
  /** Absent for somebody new. */
  held?: readonly string[]
  unit?: string | undefined
  units: readonly Unit[]
  language: Language
  text: Text['settings']['people']
}

/** Name and number are asked for of somebody new; of others they are typed only to be changed. */
export function personFields({ held, unit, units, language, text }: PersonForm): FormField[] {
  return [
    {
      name: 'name',
      label: text.name,
      ...(held && { hint: text.unchanged }),
      kind: 'text',
      path: 'contact.name',
    },
    {
      name: 'phone',
      label: text.phone,
      hint: held ? text.unchanged : text.phoneHint,
      kind: 'tel',
      path: 'contact.phone',
    },
    {
      name: 'unit',
      label: text.unit,
      hint: text.unitHint,
      kind: 'choice',
      value: unit ?? '',
      choices: [
        { value: '', words: text.noUnit },
        ...units.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, words: name })),
      ],
    },
    {
      name: 'posts',
      label: text.posts,
      hint: text.postsHint,
      kind: 'ticks',
      ticked: held ?? [],
      choices: posts.map((value) => ({ value, words: postWording[value][language] })),
    },
  ]
}
