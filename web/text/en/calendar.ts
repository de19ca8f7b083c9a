import type { Text } from '../text.ts'

export const calendar: Text['calendar'] = {
  missing: (year) => `The public holidays of ${year} are not imported yet`,
  counting:
    'Until they are, deadlines count weekends only, neither public holidays nor make-up working days. Ask the city commission to import the published notice.',
  coming: (year) => `Prepare the public holidays of ${year}`,
  remind:
    'Once they are published the city commission imports them; until then deadlines that run into that year count weekends only.',
  grid: {
    month: (month) => `Month ${month}`,
    weekdays: 'Mo Tu We Th Fr Sa Su',
    letters: { holiday: 'H', 'make-up': 'W', 'own-off': 'h', 'own-work': 'w' },
    marks: {
      holiday: 'Public holiday',
      'make-up': 'Make-up working day',
      'own-off': "The county's day off",
      'own-work': "The county's working day",
    },
  },
}
