import type { Text } from '../text.ts'

export const phrases: Text['phrases'] = {
  title: 'Phrases',
  intro:
    'One press writes them into a description, an answer or an opinion. Where the county has none of its own, the usual ones are offered.',
  place: 'Offered at',
  places: { report: 'Intake · what is wrong', answer: 'Intake · answered at once' },
  sentences: 'Sentences',
  hint: 'One a line, twelve at most, 100 characters each. Without any the usual ones are offered again.',
  own: 'own',
  of: (place) => `Change · ${place}`,
  between: ' / ',
  usual: {
    report: ['It blocks the way.', 'It is dangerous.', 'It was reported before and is still there.'],
    answer: [
      'Told to call 12345.',
      'Not a matter of city management; told whom to ask.',
      'Told how it is done.',
      'It is being handled; told how far it is.',
    ],
    reject: ['Not a matter of city management.', 'The place is unclear.', 'It is being handled already.'],
    refuse: ['No filing condition is met.', 'It is gone already.'],
    return: ['Not ours to handle.', 'Not in our area.', 'Too little is known.'],
    'ask-extension': [
      'Material has to be bought.',
      'The weather holds it up.',
      'Other departments have to help.',
    ],
    'ask-suspension': ['It needs a works project.', 'It is not settled whose it is.'],
    fail: ['It is still there.', 'It is done in part only.', 'The photos do not show this place.'],
    'report-back': ['Done, all is in order again.', 'The part was replaced.', 'Cleaned up.'],
    remind: ['Please see to it soon.'],
    supervise: ['It is overdue: say why, and finish it.'],
    'send-to-verify': ['Please look whether it is true.'],
  },
}
