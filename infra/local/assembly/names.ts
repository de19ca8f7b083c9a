import { createHash } from 'node:crypto'
import type { Place, Resource } from '../kernel/resource.ts'

/** `length` characters (a–z, 0–9) that always follow from the same text: a name must survive a restart. */
export function fingerprint(text: string, length: number): string {
  const digits = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`).toString(36)
  return digits.padStart(50, '0').slice(-length)
}

/** What CloudFormation does where a template names nothing: stack, logical id and a suffix, here a lasting one. */
export function physicalName(
  { stack, logicalId }: Pick<Resource, 'stack' | 'logicalId'>,
  longest = 64,
): string {
  const suffix = fingerprint(`${stack}/${logicalId}`, 8)
  const head = `${stack}-${logicalId}`.slice(0, longest - suffix.length - 1)
  return `${head}-${suffix}`
}

export const arnOf = ({ partition, region, account }: Place, service: string, rest: string) =>
  `arn:${partition}:${service}:${region}:${account}:${rest}`
