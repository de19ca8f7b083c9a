/** Characters of a short message by its alphabet: alone, and as part of a longer one, whose parts carry a header. */
const LONGEST = {
  /** UCS-2 (GB/T and 3GPP TS 23.038 alike): any text with a Chinese character. */
  wide: { alone: 70, part: 67 },
  /** GSM 7 bit: what its basic table has. */
  narrow: { alone: 160, part: 153 },
} as const

/** The basic table of GSM 7 bit as far as ASCII goes; its other signs make a message wide here, which is never too few parts. */
const NARROW = /^[A-Za-z0-9 @$_!"#%&'()*+,\-./:;<=>?\n\r]*$/

/** How many short messages a text takes; gateways bill by the part. Counted in UTF-16 units, as the network does. */
export function shortMessageParts(text: string): number {
  const { alone, part } = NARROW.test(text) ? LONGEST.narrow : LONGEST.wide
  return text.length <= alone ? 1 : Math.ceil(text.length / part)
}

/** Beyond this no phone joins the parts reliably, and a county pays for a letter. */
export const MOST_PARTS = 5
