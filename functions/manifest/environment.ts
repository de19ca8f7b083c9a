/** Environment variables a function reads (functions/platform/config.ts reads them, infra/cloud fills them). */
export type EnvironmentName =
  | 'TENANT_TABLE'
  | 'PEOPLE_TABLE'
  | 'PLATFORM_TABLE'
  | 'TENANT_ROLE_ARN'
  | 'IDENTITY_JWKS'
  | 'IDENTITY_ISSUER'
  | 'CASE_WORKFLOW_ARN'
  | 'ONBOARDING_WORKFLOW_ARN'
  | 'LEAVING_WORKFLOW_ARN'
  | 'TENANT_LEAVING_ROLE_ARN'
  | 'EXPORTS_BUCKET'
  | 'UPLOADS_BUCKET'
  | 'PHOTOS_BUCKET'
  | 'RUN_IMPORT_FUNCTION'
  | 'DEVELOP_PHOTO_FUNCTION'
  | 'TAKE_REPORT_FUNCTION'
  | 'LOG_LEVEL'
  | 'API_ORIGIN'
  /** `yes` where a demonstration is synthesized beside the product: pages then say so. */
  | 'DEMONSTRATION'
  | 'DEMONSTRATION_KEY_SECRET'
  | 'AUDIT_ROOTS_BUCKET'
  | 'SEEN_ROWS_QUEUE_URL'
  | 'BUILT_IN_ISSUER'
  | 'SIGN_IN_ISSUER'
  | 'ISSUER_SECRET'
  | 'PORTAL_SECRET'
  | 'READER_SECRET'
  | 'FOLDED_DAYS_QUEUE_URL'
  | 'MESSAGE_QUEUE_URL'
  | 'DELIVERY_QUEUE_URL'
  | 'MESSAGE_GATEWAY'
  | 'MESSAGE_GATEWAY_SECRET'

/** What a function needs that opens the data of counties. */
export const tenantData = ['TENANT_TABLE', 'PEOPLE_TABLE', 'TENANT_ROLE_ARN', 'LOG_LEVEL'] as const
/** What a function needs that checks who asks. */
export const identity = ['IDENTITY_JWKS', 'IDENTITY_ISSUER', 'BUILT_IN_ISSUER'] as const
