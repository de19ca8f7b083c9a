import { join } from 'node:path'
import { type AwsAnswer, type AwsCall, AwsError, type AwsService, type Principal } from '../kernel/aws.ts'
import { createOutbox } from '../kernel/outbox.ts'
import { ofType, type Part, type PartDeps, refuseResource } from '../kernel/part.ts'
import type { Resource } from '../kernel/resource.ts'
import { createBodies } from './bodies.ts'
import { type Bucket, bucketInert, readBucket } from './bucket.ts'
import { bucketTypes } from './bucket-types.ts'
import { answerPreflight, corsHeaders } from './cors.ts'
import { accessDenied, errorAnswer, noSuchBucket, xmlAnswer } from './errors.ts'
import { type ObjectNotice, readNoticeRules } from './notices.ts'
import { postObject } from './post-object.ts'
import { addressOf, type S3Context } from './request.ts'
import { operationFor } from './routes.ts'
import { presignedPrincipal, type SecretOf } from './signature.ts'
import { createObjectStore } from './store.ts'

export interface S3 extends Part {
  /**
   * Names who hears of new objects, as the buckets' notifications say, and delivers what is still owed from before.
   * A notice is durable with its object and repeated until the listener resolves.
   */
  onObjectCreated(listener: (notice: ObjectNotice) => Promise<void>): void
}

/** Bodies lie in `folder`/objects. `secretOf` finds the keys of presigned URLs and forms. */
export function createS3(deps: PartDeps & { folder: string; secretOf: SecretOf }): S3 {
  const { database, clock, activity, authorize, place, secretOf } = deps
  const buckets = new Map<string, Bucket>()
  const objects = createObjectStore(database)
  let listener: ((notice: ObjectNotice) => Promise<void>) | undefined
  const notices = createOutbox<ObjectNotice>({ database, clock, activity }, 's3', async (notice) => {
    if (!listener) throw new Error('Nobody listens for new objects.')
    await listener(notice)
  })
  const demand: S3Context['demand'] = (principal, action, bucket, key, context) =>
    authorize(principal, action, key === undefined ? bucket.arn : `${bucket.arn}/${key}`, context)
  const s3: S3Context = {
    database,
    clock,
    place,
    objects,
    bodies: createBodies(join(deps.folder, 'objects'), objects.isNamed),
    notices: { ...notices, deliver: () => listener && notices.deliver() },
    buckets,
    demand,
    allows(...question) {
      try {
        demand(...question)
        return true
      } catch (error) {
        if (error instanceof AwsError) return false
        throw error
      }
    },
  }

  async function handle(call: AwsCall): Promise<AwsAnswer> {
    let bucket: Bucket | undefined
    let answer: AwsAnswer
    try {
      const address = addressOf(call, buckets)
      if (address.bucket === '') return listBuckets(principalOf(call))
      bucket = buckets.get(address.bucket)
      if (!bucket) throw noSuchBucket(address.bucket)
      if (call.method === 'OPTIONS') return answerPreflight(bucket.cors, call.headers)
      answer = await activity.during('s3', () => run(call, bucket!, address.key))
    } catch (error) {
      answer = errorAnswer(error, call)
    }
    const cors = bucket ? corsHeaders(bucket.cors, call.headers, call.method) : {}
    return { ...answer, headers: { 'x-amz-request-id': call.requestId, ...answer.headers, ...cors } }
  }

  async function run(call: AwsCall, bucket: Bucket, key: string): Promise<AwsAnswer> {
    const form = (call.headers['content-type'] ?? '').startsWith('multipart/form-data')
    const request = { call, bucket, key, principal: call.principal }
    if (call.method === 'POST' && key === '' && form) return postObject(s3, request, secretOf)
    const signed = { ...request, principal: principalOf(call) }
    return operationFor(signed)(s3, signed)
  }

  /** The gateway answers for a signature in the headers; one in the URL is checked here; nobody else is let in. */
  function principalOf(call: AwsCall): Principal {
    if (call.query.has('X-Amz-Signature')) return presignedPrincipal(secretOf, call)
    if (call.headers.authorization === undefined) throw accessDenied()
    return call.principal
  }

  function listBuckets(principal: Principal): AwsAnswer {
    authorize(principal, 's3:ListAllMyBuckets', `arn:${place.partition}:s3:::*`)
    const named = [...buckets.keys()].map((Name) => ({ Name, CreationDate: new Date(0).toISOString() }))
    return xmlAnswer('ListAllMyBucketsResult', { Buckets: { Bucket: named } })
  }

  function provision(resources: Resource[]) {
    for (const resource of ofType(resources, 'AWS::S3::Bucket'))
      buckets.set(resource.ref, readBucket(resource))
    for (const resource of ofType(resources, 'Custom::S3BucketNotifications')) {
      const bucket = buckets.get(String(resource.properties.BucketName))
      if (!bucket) return refuseResource(resource, 'its bucket is not in the template.')
      bucket.notices.push(...readNoticeRules(resource, resource.properties.NotificationConfiguration))
    }
  }

  const service: AwsService = { name: 's3', handle }
  return {
    services: [service],
    types: bucketTypes,
    inert: bucketInert,
    provision,
    onObjectCreated(hears) {
      listener = hears
      notices.deliver()
    },
  }
}
