/**
 * Code for a kind of one's own: extensions number from 99 down, so that they do not meet the standard's, which count
 * up. `taken` are the codes in use, and those withdrawn that old cases still carry. Undefined when the class is full.
 */
export function nextExtensionCode(classCode: string, taken: Iterable<string>): string | undefined {
  const used = new Set(taken)
  for (let minor = 99; minor >= 1; minor -= 1) {
    const code = classCode + String(minor).padStart(2, '0')
    if (!used.has(code)) return code
  }
  return undefined
}
