import { Stack, type StackProps } from 'aws-cdk-lib'
import type { IRole, Role } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { Grant } from '../../../functions/manifest.ts'
import { FunctionRole } from '../access/function-role.ts'
import { LEAVING_ACTIONS, STORE_ACTIONS, TenantAccessRole } from '../access/tenant-access-role.ts'
import { constructId } from '../functions/construct-id.ts'
import { presentEntries } from '../functions/entries.ts'
import type { Settings } from '../settings.ts'
import type { DataStack } from './data-stack.ts'

/** Who there is: one role per function, and the role that reaches a county's data. What they may do stands beside its use. */
export class AccessStack extends Stack {
  /** Reaches the data of the one county that a session is tagged with. */
  readonly tenantRoleArn: string
  /** The same, and the county's part of the uploads. */
  readonly tenantFilesRoleArn: string
  /** Takes the data of that county out, and alone may delete it. */
  readonly tenantLeavingRoleArn: string
  private readonly roles: ReadonlyMap<string, Role>

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings; data: DataStack }) {
    super(scope, id, props)
    const present = presentEntries(props.settings)
    this.roles = new Map(
      present.map(({ name }) => [name, new FunctionRole(this, `${constructId(name)}Role`, name)]),
    )
    const { tenantTable, peopleTable } = props.data
    const rolesWith = (grant: Grant) =>
      present.filter(({ grants }) => grants.includes(grant)).map(({ name }) => this.roleOf(name))
    this.tenantRoleArn = new TenantAccessRole(this, 'TenantAccess', {
      takers: rolesWith('assume-tenant'),
      actions: STORE_ACTIONS,
      tenantTable,
      peopleTable,
    }).roleArn
    this.tenantFilesRoleArn = new TenantAccessRole(this, 'TenantFiles', {
      takers: rolesWith('assume-tenant-with-files'),
      actions: STORE_ACTIONS,
      tenantTable,
      peopleTable,
      uploads: props.data.uploads,
    }).roleArn
    this.tenantLeavingRoleArn = new TenantAccessRole(this, 'TenantLeaving', {
      takers: rolesWith('assume-tenant-leaving'),
      actions: LEAVING_ACTIONS,
      tenantTable,
      peopleTable,
    }).roleArn
  }

  /**
   * The role as its function may use it: the CDK adds nothing to it, all it may do is written down in a policy.
   * Throws for a function that is not in the manifest.
   */
  roleOf(name: string): IRole {
    const role = this.roles.get(name)
    if (!role)
      throw new Error(`There is no role for the function ${name}: functions/manifest.ts does not name it.`)
    return role.withoutPolicyUpdates()
  }
}
