/** What other parts know of Lambda. Credentials, environment, limits and retries are the lambda part's own business. */
export interface Functions {
  /**
   * Synchronous invocation. `payload` and the answer are JSON texts.
   * Throws AwsError for what the service itself would refuse: ResourceNotFoundException, TooManyRequestsException,
   * ServiceException (also by the fault switch).
   */
  invoke(functionArn: string, payload: string): Promise<Invocation>
  /** Asynchronous invocation: durable, at least once, retried as the template's event invoke configuration says. */
  invokeLater(functionArn: string, payload: string): Promise<void>
}

export interface Invocation {
  payload: string
  /** Set when the handler threw or timed out; payload is then {errorType, errorMessage, trace?}. */
  functionError?: 'Handled' | 'Unhandled'
  executedVersion: string
  requestId: string
}
