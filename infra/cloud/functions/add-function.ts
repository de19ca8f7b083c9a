import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { FunctionEntry, Grant } from '../../../functions/manifest.ts'
import {
  eraseAccounts,
  keepAccounts,
  keepIdentity,
  keepOverview,
  keepRegistry,
  listCounties,
  readIssuer,
  readOverview,
  readPlatformAudit,
  readReaderSecret,
  readRegistry,
  readSeenPlatformRows,
  scanOpenWork,
  scanOutgoing,
  takeTenantRole,
} from '../access/permissions.ts'
import type { CodeOf } from '../bundled-code.ts'
import type { Settings } from '../settings.ts'
import type { AccessStack } from '../stacks/access-stack.ts'
import type { DataStack } from '../stacks/data-stack.ts'
import type { IdentityStack } from '../stacks/identity-stack.ts'
import { isWorkflowGrant } from '../workflow/workflow-permissions.ts'
import { constructId } from './construct-id.ts'
import { commonValues, type EnvironmentValues, environmentOf } from './environment.ts'
import { ProductFunction } from './product-function.ts'

/** What every function stands on. */
export interface Ground {
  settings: Settings
  code: CodeOf
  identity: IdentityStack
  data: DataStack
  access: AccessStack
}

/** What a stack offers its functions beyond the common ground. */
export interface Offer {
  values?: EnvironmentValues
  /** The manifest's grants as statements on the stack's own resources. */
  grants?: Partial<Record<Grant, PolicyStatement | PolicyStatement[]>>
  /** Permissions that come with the trigger. */
  statements?: PolicyStatement[]
}

/**
 * Renders an entry of the manifest. Grants on the case workflow are not given here: the workflow comes after its steps.
 * Throws when the entry asks for what neither the ground nor the offer has.
 */
export function addFunction(scope: Construct, ground: Ground, entry: FunctionEntry, offer: Offer = {}) {
  const grants: Offer['grants'] = {
    'assume-tenant': takeTenantRole(ground.access.tenantRoleArn),
    'assume-tenant-with-files': takeTenantRole(ground.access.tenantFilesRoleArn),
    'assume-tenant-with-photos': takeTenantRole(ground.access.tenantPhotosRoleArn),
    'assume-tenant-with-media': takeTenantRole(ground.access.tenantMediaRoleArn),
    'assume-tenant-figures': takeTenantRole(ground.access.tenantFiguresRoleArn),
    'list-counties': listCounties(ground.data.platformTable),
    'keep-overview': keepOverview(ground.data.platformTable),
    'read-overview': readOverview(ground.data.platformTable),
    'read-open-work': scanOpenWork(ground.data.tenantTable),
    'read-outgoing': scanOutgoing(ground.data.tenantTable),
    'read-registry': readRegistry(ground.data.platformTable),
    'read-platform-audit': readPlatformAudit(ground.data.platformTable),
    'read-seen-platform-rows': readSeenPlatformRows(ground.data.platformTable),
    'keep-registry': keepRegistry(ground.data.platformTable),
    'erase-accounts': eraseAccounts(ground.data.platformTable),
    'read-reader-secret': readReaderSecret(ground.identity.readerSeed),
    'read-issuer': readIssuer(ground.data.platformTable),
    'keep-accounts': keepAccounts(ground.data.platformTable),
    'keep-identity': keepIdentity(ground.data.platformTable),
    ...offer.grants,
  }
  const granted = entry.grants
    .filter((grant) => !isWorkflowGrant(grant))
    .flatMap((grant) => {
      const statement = grants[grant]
      if (!statement)
        throw new Error(
          `The function ${entry.name} asks for the grant ${grant}, which its stack cannot give.`,
        )
      return statement
    })
  return new ProductFunction(scope, constructId(entry.name), {
    entry,
    settings: ground.settings,
    code: ground.code,
    role: ground.access.roleOf(entry.name),
    environment: environmentOf(entry, {
      ...commonValues(ground),
      ...ownTenantRole(entry, ground),
      ...offer.values,
    }),
    statements: [...granted, ...(offer.statements ?? [])],
  })
}

/** Whoever works with a county's files, or only with its figures, reaches its items by a role for that. */
function ownTenantRole({ grants }: FunctionEntry, { access }: Ground): EnvironmentValues {
  if (grants.includes('assume-tenant-with-files')) return { TENANT_ROLE_ARN: access.tenantFilesRoleArn }
  if (grants.includes('assume-tenant-with-photos')) return { TENANT_ROLE_ARN: access.tenantPhotosRoleArn }
  if (grants.includes('assume-tenant-with-media')) return { TENANT_ROLE_ARN: access.tenantMediaRoleArn }
  if (grants.includes('assume-tenant-figures')) return { TENANT_ROLE_ARN: access.tenantFiguresRoleArn }
  return {}
}
