import type { BilledWrite } from '../dynamodb/dynamodb.ts'
import type { OwnRoutes } from '../http/own-routes.ts'
import type { Decision } from '../iam/decision.ts'

export interface LocalCloudOptions {
  /** Folder of the synthesized assembly (cdk.out). */
  assembly: string
  /** Data folder: everything durable lies in it. */
  folder: string
  /** Port of the first HTTP API; 0 takes any free one. The AWS endpoint and further APIs take the ports behind it. */
  port: number
  /** Where the HTTP APIs listen; the loopback unless others on the network shall come in. */
  host?: string
  /** Values of stack parameters, by `Name` or `Stack:Name`. */
  parameters: Record<string, string>
  /** Virtual milliseconds since the epoch at which an empty data folder begins. */
  clockStart?: number
  /** PEM files; the HTTP APIs then speak TLS. */
  tls?: { cert: string; key: string }
  /** Sandboxes per function at most. */
  poolSize?: number
  /** Start one sandbox of every function at once instead of at its first invocation. */
  prewarm?: boolean
  /** Lines for people: steps of the start, what went wrong. */
  log: (line: string) => void
  /** Hears of every decision about a role of the template: which permissions are used, which are missing. */
  onDecision?: (decision: Decision) => void
  /** Hears of every write of the database as it is billed. */
  onWrite?: (write: BilledWrite) => void
  /** What this process answers beside the assembly, at the same addresses. */
  ownRoutes?: OwnRoutes
  /** What functions print, for a console; it is in the data folder's logs in any case. */
  echo?: (functionName: string, text: string) => void
}
