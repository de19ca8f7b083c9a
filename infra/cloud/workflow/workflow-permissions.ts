import { type IRole, ManagedPolicy, type PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { Grant } from '../../../functions/manifest.ts'
import { listWorkflow, signalWorkflow, startWorkflow, stopWorkflow } from '../access/permissions.ts'
import type { CaseWorkflow } from './case-workflow.ts'

const statements = {
  'start-workflow': startWorkflow,
  'signal-workflow': signalWorkflow,
  'list-workflow': listWorkflow,
  'stop-workflow': stopWorkflow,
} satisfies Partial<Record<Grant, (workflow: CaseWorkflow) => PolicyStatement[]>>

export const isWorkflowGrant = (grant: Grant): grant is keyof typeof statements => grant in statements

/**
 * What one function may do with the case workflow. A policy of its own: the workflow's steps signal the workflow that
 * calls them, so the policy can only come after both.
 */
export class WorkflowPermissions extends ManagedPolicy {
  constructor(
    scope: Construct,
    id: string,
    props: { name: string; role: IRole; grants: readonly Grant[]; workflow: CaseWorkflow },
  ) {
    super(scope, id, {
      description: `What the function ${props.name} may do with the case workflow`,
      roles: [props.role],
      statements: props.grants.filter(isWorkflowGrant).flatMap((grant) => statements[grant](props.workflow)),
    })
  }
}
