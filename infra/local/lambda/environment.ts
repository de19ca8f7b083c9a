import type { Iam } from '../iam/iam.ts'
import type { Principal } from '../kernel/aws.ts'
import type { Place } from '../kernel/resource.ts'
import type { Sessions } from '../sts/sessions.ts'
import type { FunctionConfig } from './function.ts'

/** Under whose role the code of a function runs. Throws when the role does not trust Lambda. */
export function principalOf(config: FunctionConfig, { iam, place }: { iam: Iam; place: Place }): Principal {
  const role = iam.roleForService(config.roleArn, 'lambda.amazonaws.com')
  return {
    arn: `arn:${place.partition}:sts::${place.account}:assumed-role/${role.name}/${config.name}`,
    account: place.account,
    root: false,
    roleArn: role.arn,
    tags: {},
  }
}

/** What Lambda sets, then what the template sets; credentials are those of the function's role and last as long as it. */
export function environmentOf(
  config: FunctionConfig,
  principal: Principal,
  { sessions, place, endpointUrl }: { sessions: Sessions; place: Place; endpointUrl: string },
): Record<string, string> {
  const credentials = sessions.issue(principal)
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    _HANDLER: config.handler,
    LAMBDA_TASK_ROOT: config.taskRoot,
    AWS_EXECUTION_ENV: `AWS_Lambda_${config.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: config.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: config.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: `local/[$LATEST]${config.name}`,
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    AWS_ENDPOINT_URL: endpointUrl,
    ...config.environment,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken!,
  }
}
