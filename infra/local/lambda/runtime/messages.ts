/** What the pool and a sandbox say to each other; both sides may be of different processes, so it is plain data. */
export interface InvokeMessage {
  requestId: string
  /** JSON text. */
  event: string
  functionArn: string
  /** Milliseconds of real time the handler may take. */
  timeoutMs: number
  /** Milliseconds to add to real time: the virtual clock at the start of the invocation. */
  clockOffset: number
}

export interface ErrorDocument {
  errorType: string
  errorMessage: string
  trace?: string[]
}

export type SandboxMessage =
  | { kind: 'ready' }
  | { kind: 'init-failed'; error: ErrorDocument }
  /** `payload` is JSON text. */
  | { kind: 'result'; requestId: string; payload: string }
  /** `fatal`: the sandbox ends now and takes no further invocation. */
  | { kind: 'failed'; requestId: string; error: ErrorDocument; fatal: boolean }

/** What a sandbox is told when it starts. */
export interface SandboxSettings {
  taskRoot: string
  /** `file.export` or `folder/file.export`. */
  handler: string
  functionName: string
  memoryMb: number
  logGroup: string
  logStream: string
}
