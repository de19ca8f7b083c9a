import { isIPv6 } from 'node:net'

/** IPv6 before a single household: what an operator gives a customer. */
const IPV6_GROUPS = 3

/** The network that an address is of: the first 24 bits of an IPv4 one, the first 48 of an IPv6 one. */
export function addressRange(address: string): string {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1]
  if (mapped) return mapped
  return isIPv6(address) ? groupsOf(address).slice(0, IPV6_GROUPS).join(':') : address
}

/** All eight groups, where `::` stands for those that are zero. */
function groupsOf(address: string): string[] {
  const [before = '', after] = address.split('%')[0]!.split('::')
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter(Boolean))
  const missing = after === undefined ? 0 : Math.max(0, 8 - head!.length - tail!.length)
  const groups = [...head!, ...Array.from({ length: missing }, () => '0'), ...tail!]
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}
