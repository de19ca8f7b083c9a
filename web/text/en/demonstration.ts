import type { Text } from '../text.ts'

export const demonstration: Text['demonstration'] = {
  title: 'Choose who to be in this demonstration',
  intro: 'This is a demonstration with invented data. Try anything.',
  enter: 'Enter',
  enterAs: (name) => `Enter as ${name}`,
  county: (code) => `County desk · ${code}`,
  commission: (code) => `City commission · ${code}`,
  citizen: 'Citizen report (no account)',
  field: 'Collector on a phone (enter as collector first)',
  none: {
    title: 'Chengyun · City Management',
    advice: 'Your queue opens as soon as you are signed in.',
  },
}
