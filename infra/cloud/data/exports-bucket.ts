import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

/** Whoever took an export has it by then; what is erased is to be gone from here too. */
const KEPT_DAYS = 30

/** Exports of whole counties, personal data among them: reached by links of minutes, and gone after a month. */
export class ExportsBucket extends Bucket {
  constructor(scope: Construct, id: string, { production }: Settings) {
    super(scope, id, {
      versioned: true,
      encryption: BucketEncryption.KMS_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [
        {
          id: 'GoneAfterAMonth',
          expiration: Duration.days(KEPT_DAYS),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
  }
}
