import type { Text } from '../text.ts'

export const desk: Text['desk'] = {
  title: 'Desk',
  noPosts:
    'Your account holds no post yet, so no work waits for it. Ask your county’s system administrator for one.',
  mine: 'My work',
  watched: 'Work of all posts',
  shortcuts: 'Shortcuts',
  dueToday: 'Due today',
  overdue: 'Overdue',
  supervised: 'Supervised',
  asked: 'For me to decide',
  urgent: 'Longest overdue',
  nothingOverdue: 'No case is overdue.',
  allOverdue: (count) => `All ${count} overdue cases`,
  updated: (time) => `Updated ${time}`,
  figures: (from, until) => `This month (${from} to ${until})`,
  change: (points) => `${points.startsWith('-') ? points : `+${points}`} points since last month`,
}
