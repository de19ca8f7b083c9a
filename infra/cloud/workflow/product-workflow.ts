import { Aws, RemovalPolicy } from 'aws-cdk-lib'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import {
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  DefinitionBody,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { deliverLogs, invokeSteps, readSamplingRules, writeTraces } from '../access/permissions.ts'
import { LOG_RETENTION } from '../functions/product-function.ts'
import type { Settings } from '../settings.ts'

interface ProductWorkflowProps {
  settings: Settings
  /** The function behind each substitution of the document, such as `EnterStageArn`. */
  steps: Record<string, IFunction>
  /** What it is called in the descriptions of its role and policy: `the case workflow`. */
  called: string
  comment: string
  document: Record<string, unknown>
}

/**
 * A state machine of the product. Executions start on the alias, which points to the newest version; each stays on the
 * version it started with, so replaced versions are kept.
 */
export class ProductWorkflow extends Construct {
  readonly machine: StateMachine
  readonly aliasArn: string
  /** Pattern of the ARNs of all its executions. */
  readonly executionsArn: string

  constructor(scope: Construct, id: string, props: ProductWorkflowProps) {
    super(scope, id)
    const log = new LogGroup(this, 'Log', {
      retention: LOG_RETENTION,
      removalPolicy: props.settings.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const { role, policy } = this.role(props)
    this.machine = new StateMachine(this, 'Machine', {
      comment: props.comment,
      definitionBody: DefinitionBody.fromString(JSON.stringify(props.document)),
      definitionSubstitutions: substitutions(props.steps),
      role,
      // the data of an execution holds task tokens, which nobody who reads logs should have
      logs: { destination: log, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
    })
    this.machine.node.addDependency(policy)
    this.aliasArn = this.publish()
    this.executionsArn = executionsOf(this.machine)
  }

  private role({ called, steps }: ProductWorkflowProps) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      description: called.charAt(0).toUpperCase() + called.slice(1),
    })
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `What ${called} may do`,
      roles: [role],
      statements: [invokeSteps(Object.values(steps)), deliverLogs(), writeTraces(), readSamplingRules()],
    })
    return { role: role.withoutPolicyUpdates(), policy }
  }

  /** A changed definition has another revision, which replaces the version; the one replaced is retained. */
  private publish(): string {
    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: this.machine.stateMachineArn,
      stateMachineRevisionId: this.machine.stateMachineRevisionId,
    })
    version.applyRemovalPolicy(RemovalPolicy.RETAIN)
    return new CfnStateMachineAlias(this, 'Alias', {
      name: 'live',
      routingConfiguration: [{ stateMachineVersionArn: version.attrArn, weight: 100 }],
    }).attrArn
  }
}

/** What the document leaves open as `${…}`: its steps, and the partition in the ARNs of the service's own tasks. */
const substitutions = (steps: Record<string, IFunction>) => ({
  Partition: Aws.PARTITION,
  ...Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, step.functionArn])),
})

const executionsOf = (machine: StateMachine) =>
  `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:execution:${machine.stateMachineName}:*`
