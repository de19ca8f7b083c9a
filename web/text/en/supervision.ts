import type { Text } from '../text.ts'

export const supervision: Text['supervision'] = {
  title: 'Overdue cases',
  views: 'Range',
  all: 'All overdue',
  thrice: 'Thrice their term and more',
  supervised: 'Supervised',
  empty: 'No overdue case fits.',
  times: (times) => `${times}× its term`,
  steps: { 1: 'Reminded', 2: 'Supervised', 3: 'By the leader', 4: 'For the notice' },
}
