/** The 204 kind codes of the base catalogue, packed (`code-list.ts`): all that a door needs to know a kind. */
export const baseCodes =
  '10101-57 10201-30 10301-14 10401-10 10501-10 20101-38 20201-07 20301-12 20401-10 20501-11 20601-05'
