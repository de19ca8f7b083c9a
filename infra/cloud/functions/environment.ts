import type { EnvironmentName, FunctionEntry } from '../../../functions/manifest.ts'
import type { Settings } from '../settings.ts'
import type { AccessStack } from '../stacks/access-stack.ts'
import type { DataStack } from '../stacks/data-stack.ts'
import type { IdentityStack } from '../stacks/identity-stack.ts'

/** What a stack can tell its functions, by the name under which they read it. */
export type EnvironmentValues = Partial<Record<EnvironmentName, string>>

/** What every stack with functions knows. */
export const commonValues = (ground: {
  settings: Settings
  identity: IdentityStack
  data: DataStack
  access: AccessStack
}): EnvironmentValues => ({
  TENANT_TABLE: ground.data.tenantTable.tableName,
  PEOPLE_TABLE: ground.data.peopleTable.tableName,
  PLATFORM_TABLE: ground.data.platformTable.tableName,
  UPLOADS_BUCKET: ground.data.uploads.bucketName,
  PHOTOS_BUCKET: ground.data.photos.bucketName,
  TENANT_ROLE_ARN: ground.access.tenantRoleArn,
  IDENTITY_JWKS: ground.identity.jwks,
  IDENTITY_ISSUER: ground.identity.issuer,
  BUILT_IN_ISSUER: ground.settings.builtInIssuer ? 'trusted' : 'none',
  READER_SECRET: ground.identity.readerSeed.secretArn,
  LOG_LEVEL: 'INFO',
})

/** What the entry asks for, no more. Throws when its stack does not know one of them. */
export function environmentOf(
  { name, environment }: FunctionEntry,
  values: EnvironmentValues,
): Record<string, string> {
  return Object.fromEntries(
    environment.map((key) => {
      const value = values[key]
      if (value === undefined)
        throw new Error(`The function ${name} asks for ${key}, which its stack does not know.`)
      return [key, value]
    }),
  )
}
