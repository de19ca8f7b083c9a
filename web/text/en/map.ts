import type { Text } from '../text.ts'

export const map: Text['map'] = {
  where: 'Where',
  caseMap: 'The unit grid of the case and what is around',
  queueMap: 'Map of the queue',
  several: '{n} cases',
  metres: (metres) => (metres < 1_000 ? `${metres} m` : `${metres / 1_000} km`),
  grid: (area, number) => `${area}, grid ${number}`,
  measured: 'The star is where it was reported; other cases stand in the middle of their unit grids.',
  byGrid: 'It was reported without a position: shown by its unit grid.',
  components: (names) => `Components near: ${names}`,
  between: ', ',
  others: (count) => `Other open cases of the community in your lists: ${count}`,
  inMiddles: 'Each case stands in the middle of its unit grid; shape and colour are its lamp. Press to open.',
  nothingDrawn: 'No unit grids are drawn where these cases are. See the list; grids come in under Imports.',
  leftOut: (count) => `${count} more, where no grid is drawn: in the list alone.`,
  views: 'Show as',
  view: { list: 'List', split: 'List and map', map: 'Map' },
}
