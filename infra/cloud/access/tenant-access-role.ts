import { Aws } from 'aws-cdk-lib'
import {
  AccountRootPrincipal,
  CfnRole,
  Effect,
  ManagedPolicy,
  PolicyDocument,
  PolicyStatement,
} from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { PeopleTable } from '../data/people-table.ts'
import type { PhotosBucket } from '../data/photos-bucket.ts'
import type { TenantTable } from '../data/tenant-table.ts'
import type { UploadsBucket } from '../data/uploads-bucket.ts'

/** What may be asked of each of a county's tables. Each action is named, none is a wildcard; transactions are judged by them too. */
interface ItemActions {
  readonly tenant: readonly string[]
  /** The indexes of the tenant table. */
  readonly indexes: readonly string[]
  readonly people: readonly string[]
}

/** What the stores do. What none of them asks for is not granted: `npm run probe -- policy` tells. */
export const STORE_ACTIONS: ItemActions = {
  tenant: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
  indexes: ['Query'],
  // whoever leaves frees their number
  people: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'],
}

/** What the imports do: they add people and units, and take nobody out. */
export const IMPORT_ACTIONS: ItemActions = {
  tenant: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
  indexes: [],
  people: ['PutItem', 'Query'],
}

/** What reporting with pictures and following reports asks for. */
export const MEDIA_ACTIONS: ItemActions = {
  tenant: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
  indexes: ['Query'],
  people: ['PutItem', 'Query'],
}

/** What is asked for to pass a case on from county to county, whoever reported it and its photos with it. */
export const PASSING_ACTIONS: ItemActions = {
  tenant: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
  indexes: [],
  people: ['GetItem', 'PutItem', 'Query'],
}

/** What folding, summing and reading figures asks for: nobody's name. */
export const FIGURES_ACTIONS: ItemActions = {
  tenant: ['GetItem', 'PutItem', 'Query', 'UpdateItem'],
  indexes: [],
  people: [],
}

/** What taking a county out and erasing it asks for. BatchWriteItem both puts and deletes: its takers are few. */
export const LEAVING_ACTIONS: ItemActions = {
  tenant: ['BatchWriteItem', 'Query'],
  indexes: ['Query'],
  people: ['BatchWriteItem', 'Query'],
}

/** Actions that carry no leading key, so no condition could hold them within a county. */
const ACTIONS_ACROSS_TENANTS = ['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate', 'Scan']

interface Tables {
  tenantTable: TenantTable
  /** Left out for those who are to reach nobody's name. */
  peopleTable?: PeopleTable
}

interface Places extends Tables {
  /** For those whose work files are a part of. */
  files?: readonly (UploadsBucket | PhotosBucket)[]
  /** For those who take photos to another county, and away where no case stands on them. */
  passedPhotos?: PhotosBucket
  /** For those who take a county out and erase it. */
  leavingPhotos?: PhotosBucket
}

interface Access {
  /** The IAM path of the roles that may take it, `/Chengyun/tenant-access/`. */
  takersPath: string
  /** What they may then do with the county's items. */
  actions: ItemActions
}

/**
 * The wall behind the checks in code: a function takes this role for one request, with the county as session tag, and
 * DynamoDB refuses every key that does not begin with it.
 */
export class TenantAccessRole extends Construct {
  readonly roleArn: string

  constructor(scope: Construct, id: string, props: Places & Access) {
    super(scope, id)
    const policy = new ManagedPolicy(this, 'Policy', {
      description: 'Items of the one county that the session is tagged with',
      statements: [
        ...itemsOfOneTenant(props, props.actions),
        ...(props.files ? [objectsOfOneTenant(props.files)] : []),
        ...(props.passedPhotos ? [photosThatPass(props.passedPhotos)] : []),
        ...(props.leavingPhotos ? photosThatLeave(props.leavingPhotos) : []),
        nothingAcrossTenants(props),
      ],
    })
    this.roleArn = new CfnRole(this, 'Role', {
      description: 'Taken for one request, with the county as session tag',
      assumeRolePolicyDocument: new PolicyDocument({ statements: [takenWithTenantTag(props.takersPath)] }),
      managedPolicyArns: [policy.managedPolicyArn],
      // a role taken by a role lasts no longer
      maxSessionDuration: 3600,
    }).attrArn
  }
}

/**
 * Takers are told by the path that their roles were made under, which nobody can change afterwards: a list of them all
 * would outgrow the 2,048 characters that IAM allows a trust policy. The path alone opens nothing: where a trust policy
 * names the account, the taker's own policy must name the role as well.
 *
 * The tag is six digits, and the only one: IAM knows no patterns of digits, so its length and its value are judged.
 */
const takenWithTenantTag = (takersPath: string) =>
  new PolicyStatement({
    sid: 'OneTenantPerSession',
    principals: [new AccountRootPrincipal()],
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    conditions: {
      ArnLike: {
        'aws:PrincipalArn': `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role${takersPath}*`,
      },
      StringLike: { 'aws:RequestTag/tenant': '??????' },
      NumericGreaterThanEquals: { 'aws:RequestTag/tenant': '100000' },
      NumericLessThanEquals: { 'aws:RequestTag/tenant': '999999' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
    },
  })

const itemsOfOneTenant = ({ tenantTable, peopleTable }: Tables, actions: ItemActions) => [
  ofOneTenant('ItemsOfOneTenant', actions.tenant, tenantTable.tableArn),
  ...(actions.indexes.length > 0
    ? [ofOneTenant('IndexesOfOneTenant', actions.indexes, `${tenantTable.tableArn}/index/*`)]
    : []),
  ...(peopleTable ? [ofOneTenant('PeopleOfOneTenant', actions.people, peopleTable.tableArn)] : []),
]

/** Null refuses a request without leading keys, which ForAllValues alone would let through. */
const ofOneTenant = (sid: string, actions: readonly string[], resource: string) =>
  new PolicyStatement({
    sid,
    actions: actions.map(dynamodb),
    resources: [resource],
    conditions: {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, filled in by IAM
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  })

// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, filled in by IAM
const KEYS_OF_ONE_TENANT = '${aws:PrincipalTag/tenant}/*'

/** Files on their way in and out, and photos: their keys begin with the county, too. */
const objectsOfOneTenant = (buckets: NonNullable<Places['files']>) =>
  new PolicyStatement({
    sid: 'ObjectsOfOneTenant',
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: buckets.map((bucket) => bucket.arnForObjects(KEYS_OF_ONE_TENANT)),
  })

const photosThatPass = (photos: PhotosBucket) =>
  new PolicyStatement({
    sid: 'PhotosOfOneTenant',
    actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    resources: [photos.arnForObjects(KEYS_OF_ONE_TENANT)],
  })

/** Listing knows the bucket alone: what may be asked for is held to the county by its prefix. */
const photosThatLeave = (photos: PhotosBucket) => [
  new PolicyStatement({
    sid: 'PhotosOfOneTenant',
    actions: ['s3:DeleteObject', 's3:GetObject'],
    resources: [photos.arnForObjects(KEYS_OF_ONE_TENANT)],
  }),
  new PolicyStatement({
    sid: 'ListPhotosOfOneTenant',
    actions: ['s3:ListBucket'],
    resources: [photos.bucketArn],
    conditions: { StringLike: { 's3:prefix': KEYS_OF_ONE_TENANT } },
  }),
]

const nothingAcrossTenants = (tables: Tables) =>
  new PolicyStatement({
    sid: 'NothingAcrossTenants',
    effect: Effect.DENY,
    actions: ACTIONS_ACROSS_TENANTS.map(dynamodb),
    resources: arnsOf(tables),
  })

const arnsOf = ({ tenantTable, peopleTable }: Tables) => [
  tenantTable.tableArn,
  `${tenantTable.tableArn}/index/*`,
  ...(peopleTable ? [peopleTable.tableArn] : []),
]

const dynamodb = (action: string) => `dynamodb:${action}`
