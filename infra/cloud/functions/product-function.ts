import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { type IRole, ManagedPolicy, type PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  type CfnFunction,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { FunctionEntry } from '../../../functions/manifest.ts'
import { writeLog, writeTraces } from '../access/permissions.ts'
import type { CodeOf } from '../bundled-code.ts'
import { type Settings, tracesFunctions } from '../settings.ts'

/** The Cybersecurity Law asks for 190 days; a year also covers an annual audit. */
export const LOG_RETENTION = RetentionDays.ONE_YEAR

export interface ProductFunctionProps {
  entry: FunctionEntry
  settings: Settings
  code: CodeOf
  role: IRole
  environment: Record<string, string>
  /** What it may do beyond writing its log. */
  statements: PolicyStatement[]
}

/** A process of its own is dear (Next's takes 130 MB) and serves pages side by side. */
const REQUESTS_PER_PROCESS = 8

/** One function of the manifest with its log and its policy. */
export class ProductFunction extends Construct {
  readonly entry: FunctionEntry
  readonly handler: LambdaFunction

  constructor(scope: Construct, id: string, props: ProductFunctionProps) {
    super(scope, id)
    const { entry, settings } = props
    this.entry = entry
    const traced = tracesFunctions(settings)
    const logGroup = new LogGroup(this, 'Log', {
      retention: LOG_RETENTION,
      removalPolicy: settings.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const policy = new ManagedPolicy(this, 'Policy', {
      description: `What the function ${entry.name} may do`,
      roles: [props.role],
      statements: [writeLog(logGroup), ...(traced ? [writeTraces()] : []), ...props.statements],
    })
    this.handler = new LambdaFunction(this, 'Function', {
      description: entry.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code(entry),
      role: props.role,
      timeout: Duration.seconds(entry.timeoutSeconds),
      memorySize: entry.memoryMb,
      environment: { ...props.environment, NODE_OPTIONS: '--enable-source-maps' },
      logGroup,
      tracing: traced ? Tracing.ACTIVE : Tracing.DISABLED,
    })
    this.handler.node.addDependency(policy)
    if (entry.isolation) this.hint(entry.isolation)
  }

  /** For runners of this template other than Lambda: Lambda itself isolates every function and ignores it. */
  private hint(isolation: string) {
    const resource = this.handler.node.defaultChild as CfnFunction
    resource.addMetadata('local-cloud', { isolation, concurrency: REQUESTS_PER_PROCESS })
  }
}
