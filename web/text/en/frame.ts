import type { Text } from '../text.ts'
import { failed } from './failed.ts'

export const frame: Text['frame'] = {
  product: 'Chengyun',
  skip: 'Skip to content',
  navigation: 'Main',
  report: 'Report',
  otherLanguage: '中文',
  menu: 'Menu',
  narrow: 'Fold',
  wide: 'Unfold',
  groups: {
    desk: 'Desk',
    cases: 'Cases',
    supervision: 'Supervision',
    statistics: 'Statistics',
    map: 'Map',
    settings: 'Settings',
  },
  countyTitle: (name) => `${name} · Chengyun`,
  staffTitle: (county) => `Chengyun · county ${county}`,
  span: {
    day: (count) => `${count} d`,
    hour: (count) => `${count} h`,
    minute: (count) => `${count} min`,
    between: ' ',
  },
  notFound: {
    title: 'There is no such page',
    advice:
      'The address may be mistyped, or the page has moved. Check the address or start again from the first page.',
    home: 'Go to the first page',
  },
  failed,
  unreachable: {
    title: 'The service cannot be reached right now',
    detail:
      'No answer came back. What you typed is still here; submit it again later, nothing will be recorded twice.',
  },
  signIn: {
    title: 'Please sign in',
    advice: 'You are not signed in, or your session has ended. You will be brought back to this page.',
    enter: 'Sign in',
    leave: 'Sign out',
    unfinished:
      'The sign-in was not finished: it took too long, moved to another browser or was broken off. Sign in again.',
    unreachable: 'The sign-in service cannot be reached right now. Try again later.',
  },
  wrongPost: {
    who: (posts) => `This page is for: ${posts}.`,
    advice: 'Your post does not include it; ask your administrator if you need it.',
    between: ', ',
  },
}
