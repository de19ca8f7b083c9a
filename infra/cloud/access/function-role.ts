import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

/**
 * The role of one function and of nothing else. It may do nothing until its function attaches a policy; `path` says
 * which role of a county's data trusts it.
 */
export class FunctionRole extends Role {
  constructor(scope: Construct, id: string, { name, path }: { name: string; path: string }) {
    super(scope, id, {
      path,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `The function ${name}`,
    })
  }
}
