import { Stack, type StackProps } from 'aws-cdk-lib'
import type { IRole, Role } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { Grant } from '../../../functions/manifest.ts'
import { FunctionRole } from '../access/function-role.ts'
import {
  FIGURES_ACTIONS,
  IMPORT_ACTIONS,
  LEAVING_ACTIONS,
  MEDIA_ACTIONS,
  PASSING_ACTIONS,
  STORE_ACTIONS,
  TenantAccessRole,
} from '../access/tenant-access-role.ts'
import { constructId } from '../functions/construct-id.ts'
import { presentEntries } from '../functions/entries.ts'
import type { Settings } from '../settings.ts'
import type { DataStack } from './data-stack.ts'

/** By the grant that lets a function take it: a part of the path of that function's own role. */
const TAKEN_ROLES = {
  'assume-tenant': 'tenant-access',
  'assume-tenant-with-files': 'tenant-files',
  'assume-tenant-with-photos': 'tenant-photos',
  'assume-tenant-with-media': 'tenant-media',
  'assume-tenant-figures': 'tenant-figures',
  'assume-tenant-leaving': 'tenant-leaving',
} as const satisfies Partial<Record<Grant, string>>

/** Throws when a function would take two: a role lies under one path. */
function takenRoleOf(name: string, grants: readonly Grant[]): string {
  const taken = Object.entries(TAKEN_ROLES).filter(([grant]) => grants.includes(grant as Grant))
  if (taken.length > 1) throw new Error(`The function ${name} takes two roles of a county's data.`)
  return taken[0]?.[1] ?? 'no-tenant'
}

/** Who there is: one role per function, and the role that reaches a county's data. What they may do stands beside its use. */
export class AccessStack extends Stack {
  /** Reaches the data of the one county that a session is tagged with. */
  readonly tenantRoleArn: string
  /** The same, and the county's part of the uploads and the photos. */
  readonly tenantFilesRoleArn: string
  /** Reaches cases, and the county's part of the uploads and the photos. */
  readonly tenantMediaRoleArn: string
  /** Reaches what is passed on of a county's cases, and its photos. */
  readonly tenantPhotosRoleArn: string
  /** The same without its people. */
  readonly tenantFiguresRoleArn: string
  /** Takes the data of that county out, and alone may delete it. */
  readonly tenantLeavingRoleArn: string
  private readonly roles: ReadonlyMap<string, Role>

  constructor(scope: Construct, id: string, props: StackProps & { settings: Settings; data: DataStack }) {
    super(scope, id, props)
    const { name: installation } = props.settings
    const present = presentEntries(props.settings)
    this.roles = new Map(
      present.map(({ name, grants }) => {
        const path = `/${installation}/${takenRoleOf(name, grants)}/`
        return [name, new FunctionRole(this, `${constructId(name)}Role`, { name, path })]
      }),
    )
    const { tenantTable, peopleTable, uploads, photos } = props.data
    const tables = { tenantTable, peopleTable }
    const takenBy = (grant: keyof typeof TAKEN_ROLES) => ({
      takersPath: `/${installation}/${TAKEN_ROLES[grant]}/`,
    })
    this.tenantRoleArn = new TenantAccessRole(this, 'TenantAccess', {
      ...takenBy('assume-tenant'),
      actions: STORE_ACTIONS,
      ...tables,
    }).roleArn
    this.tenantFilesRoleArn = new TenantAccessRole(this, 'TenantFiles', {
      ...takenBy('assume-tenant-with-files'),
      actions: IMPORT_ACTIONS,
      ...tables,
      files: [uploads, photos],
    }).roleArn
    this.tenantMediaRoleArn = new TenantAccessRole(this, 'TenantMedia', {
      ...takenBy('assume-tenant-with-media'),
      actions: MEDIA_ACTIONS,
      ...tables,
      files: [uploads, photos],
    }).roleArn
    this.tenantPhotosRoleArn = new TenantAccessRole(this, 'TenantPhotos', {
      ...takenBy('assume-tenant-with-photos'),
      actions: PASSING_ACTIONS,
      ...tables,
      passedPhotos: photos,
    }).roleArn
    this.tenantFiguresRoleArn = new TenantAccessRole(this, 'TenantFigures', {
      ...takenBy('assume-tenant-figures'),
      actions: FIGURES_ACTIONS,
      tenantTable,
    }).roleArn
    this.tenantLeavingRoleArn = new TenantAccessRole(this, 'TenantLeaving', {
      ...takenBy('assume-tenant-leaving'),
      actions: LEAVING_ACTIONS,
      ...tables,
      leavingPhotos: photos,
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
