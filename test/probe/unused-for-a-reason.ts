/**
 * What the roles may do and the journeys do not, with the reason: by statement, by role and statement, or with the action
 * and the number of the resource.
 */
export const unusedForAReason: Readonly<Record<string, string>> = {
  WriteLog: 'Lambda writes the logs itself; on one machine they are files.',
  WriteTraces: 'Lambda sends traces itself; on one machine there are none.',
  DeliverLogs: 'Step Functions delivers its log itself; on one machine it is a file.',
  ReadSamplingRules: 'Step Functions asks X-Ray itself; on one machine there is none.',
  'SendMessage ReadSecret': 'The secret is for a gateway at an https:// address; the journeys send by SNS.',
  PutAside: 'Lambda puts aside what failed for good; nothing does in the journeys.',
}
