/** Where a runbook lies, from the root of the project. */
export const runbookPath = (runbook: string) => `infra/cloud/runbooks/${runbook}.md`

/** The runbooks that alarms of the infrastructure itself link to; a function's alarm names its own in the manifest. */
export const runbooks = {
  deadLetters: 'dead-letters',
  streamBehind: 'stream-behind',
  workflowFailed: 'workflow-failed',
  workflowThrottled: 'workflow-throttled',
  onboardingStopped: 'onboarding-stopped',
  leavingStopped: 'leaving-stopped',
  apiErrors: 'api-errors',
  functionThrottled: 'function-throttled',
  tableErrors: 'table-errors',
  auditRoots: 'audit-roots',
  figures: 'figures',
  deliveriesWaiting: 'deliveries-waiting',
  messagesWaiting: 'messages-waiting',
  messagesGivenUp: 'messages-given-up',
} as const
