/** What is hashed with SHA-256. Without a schema's library beside it: browsers do this work. */
export const provenText = ({ challenge, nonce }: { readonly challenge: string; readonly nonce: string }) =>
  `${challenge}:${nonce}`

/** How many bits a hash begins with that are zero. */
export function leadingZeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first === -1 ? hash.length * 8 : first * 8 + Math.clz32(hash[first]!) - 24
}
