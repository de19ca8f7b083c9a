import type { Text } from '../text.ts'

export const approvals: Text['approvals'] = {
  title: 'Approvals',
  empty: 'No request waits for you. Requests for more time, a pause, voiding, and appeals stand here.',
  more: (count) => `${count} more follow once these are decided.`,
  rulings: (count) => `${count} returned cases wait for your ruling`,
  askedAt: (time) => `asked ${time}`,
  until: (time) => `until ${time}`,
  decideBy: (time) => `decide by ${time}`,
}
