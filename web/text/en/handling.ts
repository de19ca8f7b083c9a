import type { Text } from '../text.ts'

export const handling: Text['handling'] = {
  title: 'Task',
  opening: 'Opening…',
  noScript: 'Please switch on JavaScript, or ask whoever sent you the task to act for you.',
  noSecret: 'The link is not complete. Open the whole link that you were sent.',
  retry: 'Try again',
  refresh: 'Refresh',
  due: (moment) => `due ${moment}`,
  place: 'Place',
  words: 'What is wrong',
  number: 'Case number',
  map: 'Open on a map',
  nothing: (waiting) => `There is nothing for you to do now. The case stands at: ${waiting}.`,
  done: (action) => `Sent: ${action}`,
  photos: 'Take or choose photos',
  photoCount: (count) => `${count} chosen`,
  missing: (field) => `Please fill in: ${field}`,
  optional: (field) => `${field} (optional)`,
  confirm: (action) => action,
  sending: 'Sending…',
  unreachable: 'The service could not be reached. Nothing is lost: send again, it will not count twice.',
  make: {
    title: 'For a unit without accounts',
    advice:
      'Send a link for this one case: the unit signs and reports back on a phone. Only the device that opens it first can use it, and an earlier link ends.',
    submit: 'Make a one-case link',
    sending: 'Making it…',
    ready:
      'The link is made. Copy it and send it to the unit; it is not shown again once you leave this page.',
    copy: 'Copy',
    copied: 'Copied',
  },
}
