import { BlockList, isIP } from 'node:net'

/** Where nothing of the public Internet is: this machine, its network, the cloud's metadata, and ways around to them. */
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const

/** Of IPv6 only what is assigned to the public Internet is public, less what leads to IPv4 or is set apart in it. */
const PUBLIC_V6 = ['2000::', 3] as const
const NOT_PUBLIC_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const forbidden = new BlockList()
for (const [net, prefix] of NOT_PUBLIC_V4) forbidden.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of NOT_PUBLIC_V6) forbidden.addSubnet(net, prefix, 'ipv6')
const assigned = new BlockList()
assigned.addSubnet(...PUBLIC_V6, 'ipv6')

/** Whether an IP address is on the public Internet; anything else is not, names included. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !forbidden.check(address, 'ipv4')
  return family === 6 && assigned.check(address, 'ipv6') && !forbidden.check(address, 'ipv6')
}
