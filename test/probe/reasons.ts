/**
 * What the roles may do and the journeys do not, with the reason: by statement, by role and statement, or with the action
 * and the number of the resource.
 */
export const unusedForAReason: Readonly<Record<string, string>> = {
  WriteLog: 'Lambda writes the logs itself; on one machine they are files.',
  WriteTraces: 'Lambda sends traces itself; on one machine there are none.',
  DeliverLogs: 'Step Functions delivers its log itself; on one machine it is a file.',
  ReadSamplingRules: 'Step Functions asks X-Ray itself; on one machine there is none.',
  PutAside: 'Lambda puts aside what failed for good; nothing does in the journeys.',
  ListStreams: 'Lambda looks for the stream itself.',
  ReadIssuer:
    "Which issuer signed is the token's to say: each door reads the built-in one's keys when it brings one of its.",
  'Portal ReadSecret': 'The journeys leave the portal out; the browser tests read it.',
  'SignalWorkflow states:SendTaskFailure': "A token is judged by either form of the machine's ARN.",
  'SignalWorkflow states:SendTaskSuccess': "A token is judged by either form of the machine's ARN.",
  'Reconcile ListExecutions states:ListExecutions 1': 'Listing is judged by the machine or by its alias.',
  'Reconcile DescribeExecutions':
    'Asked of an execution that no case expects; none is left over in the journeys.',
  'Reconcile StopExecutions': 'Stops an execution that no case expects; none is left over in the journeys.',
  'SendMessage ReadSecret':
    'The journeys send by SNS. The secret is read where a stack parameter names an HTTP gateway, which test/platform tries.',
}

/** What roles ask for and are denied, by role and action, with the reason why it is not granted all the same. */
export const deniedForAReason: Readonly<Record<string, string>> = {
  'TenantPhotos s3:ListBucket':
    'Not asked for by the product: of an object that is not there S3 says so only to whoever may list. A photo that is gone does not come along.',
  'TenantFiles s3:ListBucket':
    'Not asked for by the product: of an object that is not there S3 says so only to whoever may list, and to others that it is none of theirs. The store takes either for missing.',
}
