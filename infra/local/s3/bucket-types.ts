import { createHash } from 'node:crypto'
import type { Place, ResourceType } from '../kernel/resource.ts'

type Identified = Parameters<ResourceType['identify']>[0]

/** Bucket names are lower case and at most 63 long; an unnamed bucket gets the same name at every start. */
function bucketName({ stack, logicalId, properties }: Identified): string {
  if (properties.BucketName !== undefined) return String(properties.BucketName)
  const digest = createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 12)
  return `${stack}-${logicalId}`
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 50)
    .concat('-', digest)
}

function identifyBucket(resource: Identified, place: Place) {
  const name = bucketName(resource)
  const domain = place.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
  return {
    ref: name,
    attributes: {
      Arn: `arn:${place.partition}:s3:::${name}`,
      DomainName: `${name}.s3.${domain}`,
      RegionalDomainName: `${name}.s3.${place.region}.${domain}`,
    },
  }
}

const identifyByName = ({ stack, logicalId }: Identified) => ({
  ref: `${stack}-${logicalId}`,
  attributes: {},
})

export const bucketTypes: ResourceType[] = [
  { type: 'AWS::S3::Bucket', identify: identifyBucket },
  { type: 'AWS::S3::BucketPolicy', identify: identifyByName },
  { type: 'Custom::S3BucketNotifications', identify: identifyByName },
]
