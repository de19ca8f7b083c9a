import type { Audience } from '#shared/kernel/contract'
import type { EnvironmentName } from './environment.ts'
import type { Grant } from './grants.ts'

export type Trigger =
  /** One route per contract of the audience; `fallback` routes answer 404 as problem+json. */
  | { readonly kind: 'http'; readonly audience: Audience; readonly fallback: readonly string[] }
  /**
   * Serves all below a path, by no contract of ours: the contract is the protocol's, OpenID Connect with its pages, or
   * Open311 GeoReport.
   */
  | { readonly kind: 'proxy-route'; readonly path: string; readonly protocol: 'openid' | 'open311' }
  /** Serves what no other route takes, pages included. */
  | { readonly kind: 'default-route' }
  /** Invoked by the case workflow; its ARN fills `substitution` in the document of shared/lifecycle/asl.ts. */
  | { readonly kind: 'workflow-step'; readonly substitution: string }
  /** Invoked by the onboarding of a county; the same for the document of shared/tenants/onboarding-asl.ts. */
  | { readonly kind: 'onboarding-step'; readonly substitution: string }
  /** Invoked by the workflow that exports and erases counties, shared/tenants/leaving-asl.ts. */
  | { readonly kind: 'leaving-step'; readonly substitution: string }
  | {
      readonly kind: 'stream'
      readonly table: 'tenant' | 'platform'
      /** Patterns of the event source mapping. */
      readonly filters: readonly object[]
      readonly batchSize: number
      readonly maxAttempts: number
      readonly maxAgeSeconds: number
      /** How long records gather before a batch is handed over that is not full; absent: not at all. */
      readonly batchingWindowSeconds?: number
      readonly parallelBatchesPerShard: number
    }
  /** A queue of the function's own, in the stack that serves it. */
  | {
      readonly kind: 'queue'
      readonly batchSize: number
      /** How long messages gather before a batch is handed over that is not full. */
      readonly batchingWindowSeconds: number
      readonly batchesAtOnce: number
      /** Receives after which a message is put aside. */
      readonly maxReceives: number
    }
  /** Invoked by other functions, most often without waiting; what it cannot do after all tries is put aside. */
  | { readonly kind: 'invoked'; readonly retries: 0 | 1 | 2 }
  | { readonly kind: 'schedule'; readonly everyMinutes: number }

export interface Alarm {
  /** Runbook: infra/cloud/runbooks/<runbook>.md */
  readonly runbook: string
  /** Errors within five minutes that wake somebody. */
  readonly errorsInFiveMinutes: number
}

export interface FunctionEntry {
  readonly name: string
  /** Bundled by path. */
  readonly file: string
  readonly purpose: string
  readonly trigger: Trigger
  readonly grants: readonly Grant[]
  readonly environment: readonly EnvironmentName[]
  readonly timeoutSeconds: number
  readonly memoryMb: number
  readonly alarm: Alarm
  /** `demonstration`: synthesized only into the demonstration's own stack. */
  readonly stack: 'product' | 'demonstration'
  /** `process`: needs a process of its own (Next's server changes the working directory). */
  readonly isolation?: 'process'
  /** Its library tells classes apart by their names: the bundler leaves them. */
  readonly keepsNames?: true
}
