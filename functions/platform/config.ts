import type { EnvironmentName } from '../manifest.ts'

/** The only reader of the environment. Throws at start, naming what the function's manifest entry should have listed. */
export function config(name: EnvironmentName): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is not set; functions/manifest.ts lists it.`)
  return value
}

/** Where S3 is reached when it is not AWS's own: the variables by which every SDK is told so. */
export const s3Endpoint = (): string | undefined =>
  process.env.AWS_ENDPOINT_URL_S3 || process.env.AWS_ENDPOINT_URL || undefined
