import type { Text } from '../text.ts'

export const failed: Text['frame']['failed'] = {
  title: 'The page could not be opened',
  advice:
    'You did nothing wrong. Please try again later; if it persists, tell your administrator the error number.',
  number: (number) => `Error number: ${number}`,
  retry: 'Try again',
}
