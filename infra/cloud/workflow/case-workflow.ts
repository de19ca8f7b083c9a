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
import { caseWorkflow } from '#shared/lifecycle/asl'
import { deliverLogs, invokeSteps, readSamplingRules, writeTraces } from '../access/permissions.ts'
import { LOG_RETENTION } from '../functions/product-function.ts'
import type { Settings } from '../settings.ts'

/**
 * The machine that times the stages of a case. Cases start on the alias, which points to the newest version; a case
 * stays on the version it started with, so replaced versions are kept.
 */
export class CaseWorkflow extends Construct {
  readonly machine: StateMachine
  readonly aliasArn: string
  /** Pattern of the ARNs of all its executions. */
  readonly executionsArn: string

  /** `steps`: the function behind each substitution of the document, such as `EnterStageArn`. */
  constructor(scope: Construct, id: string, props: { settings: Settings; steps: Record<string, IFunction> }) {
    super(scope, id)
    const log = new LogGroup(this, 'Log', {
      retention: LOG_RETENTION,
      removalPolicy: props.settings.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const { role, policy } = this.role(Object.values(props.steps))
    this.machine = new StateMachine(this, 'Machine', {
      comment: 'One run of a case: waits for people, stage by stage, and tells when a stage is overdue',
      definitionBody: DefinitionBody.fromString(JSON.stringify(caseWorkflow())),
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

  private role(steps: IFunction[]) {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      description: 'The case workflow',
    })
    const policy = new ManagedPolicy(this, 'Policy', {
      description: 'What the case workflow may do',
      roles: [role],
      statements: [invokeSteps(steps), deliverLogs(), writeTraces(), readSamplingRules()],
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
