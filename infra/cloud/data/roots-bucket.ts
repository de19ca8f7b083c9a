import { CfnParameter, RemovalPolicy } from 'aws-cdk-lib'
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Settings } from '../settings.ts'

/** The Cybersecurity Law asks for six months of logs; with the days of a long audit. */
const LEAST_DAYS = 190
const USUAL_DAYS = 400

/**
 * The audit's roots. Every object is locked when it is written: nobody changes or deletes it before its time, in the mode
 * COMPLIANCE not even who owns the account. What cannot be lost this way needs no second copy.
 */
export class RootsBucket extends Bucket {
  constructor(scope: Construct, id: string, { production }: Settings) {
    super(scope, id, {
      objectLockEnabled: true,
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    const resource = this.node.defaultChild as CfnBucket
    resource.objectLockConfiguration = {
      objectLockEnabled: 'Enabled',
      rule: { defaultRetention: this.retention(production) },
    }
    this.addToResourcePolicy(this.writtenOnce())
  }

  private retention(production: boolean) {
    const mode = new CfnParameter(this, 'LockMode', {
      description:
        'COMPLIANCE: nobody may delete a root before its time. GOVERNANCE: who may bypass it; for trials.',
      allowedValues: ['COMPLIANCE', 'GOVERNANCE'],
      default: production ? 'COMPLIANCE' : 'GOVERNANCE',
    })
    mode.overrideLogicalId('AuditLockMode')
    const days = new CfnParameter(this, 'LockDays', {
      description: 'For how many days a root is locked',
      type: 'Number',
      minValue: LEAST_DAYS,
      default: USUAL_DAYS,
    })
    days.overrideLogicalId('AuditLockDays')
    return { mode: mode.valueAsString, days: days.valueAsNumber }
  }

  /** A second object under the key of a root would hide the first from who reads the newest version. */
  private writtenOnce() {
    return new PolicyStatement({
      sid: 'WrittenOnce',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [this.arnForObjects('*')],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    })
  }
}
