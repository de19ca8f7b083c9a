import type { Text } from '../text.ts'

export const demonstration: Text['demonstration'] = {
  title: 'Chengyun demonstration',
  intro: 'People and cases are invented. Try anything: choose who to be, or follow one case all the way.',
  tourLink: 'Guided tour: the life of one case (2 minutes)',
  enterAs: (name) => `Enter as ${name}`,
  cards: {
    county: {
      title: 'County desk',
      about: 'Accept, file, dispatch, handle, inspect, close: each post has its queue.',
    },
    commission: {
      title: 'City commission',
      about: 'See how every county does; spot checks, standards, onboarding.',
    },
    citizen: {
      title: 'Citizen report',
      about: 'No account: three steps, then progress by number and code.',
      enter: 'Report a problem',
    },
    field: {
      title: 'Collector on a phone',
      about: 'Photo reports, verifying and inspecting, also without a signal.',
      enter: 'Enter as collector first',
    },
  },
  menu: {
    mark: 'Demo data',
    invented: 'People, cases and numbers here are invented.',
    clock: (now) => `Demonstration clock: ${now}`,
    forward: { hour: 'Forward 1 hour', day: 'Forward 1 day' },
    effect:
      'What falls due on the way is marked and reminded of, which takes some seconds. The clock only moves forward.',
    tour: 'Guided tour',
    faces: 'Be somebody else',
  },
  tour: {
    title: 'Guided tour: the life of one case',
    intro:
      'A citizen reports a street lamp that is out; then take it through every post. The picture lights up.',
    begin: 'Let a citizen report',
    again: 'Report another',
    on: (number) => `Case ${number}`,
    file: 'Open the case file',
    goOn: (name) => `Go on as ${name}`,
    yours: 'Your turn: act on this page',
    ended: 'All done',
    picture: 'See the whole picture',
    pictureLabel: 'Stages of a case: where it was, where it is, where it may go',
    failed: 'The report did not come through. Try again.',
    problem: {
      words: 'The street lamp is out; one cannot see the road at night',
      place: 'Riverside Avenue 12',
    },
    about: {
      reported: 'The seat checks it and accepts or rejects it',
      accepted: 'The shift leader files it under a condition',
      filed: 'Dispatched by rule; the dispatcher decides where rules do not',
      dispatched: 'The unit signs for it, or returns it with a reason',
      handling: 'Done on the spot and reported back with a photo',
      inspecting: 'The inspector looks: passed or rework. Nobody inspects his own work',
      closing: 'The shift leader closes it by its condition',
      closed: 'Whoever reported may rate it, and object within 72 hours',
    },
  },
  none: {
    title: 'Chengyun · City Management',
    advice: 'Your queue opens as soon as you are signed in.',
  },
}
