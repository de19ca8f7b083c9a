import {
  CfnRole,
  Effect,
  type IRole,
  ManagedPolicy,
  PolicyDocument,
  PolicyStatement,
} from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { PeopleTable } from '../data/people-table.ts'
import type { TenantTable } from '../data/tenant-table.ts'
import type { UploadsBucket } from '../data/uploads-bucket.ts'

/** What the stores do with an item; each is named, none is a wildcard. Transactions are judged by these too. */
export const STORE_ACTIONS = ['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem']

/** What taking a county out and erasing it asks for. BatchWriteItem both puts and deletes: its takers are few. */
export const LEAVING_ACTIONS = ['BatchWriteItem', 'Query']

/** Actions that carry no leading key, so no condition could hold them within a county. */
const ACTIONS_ACROSS_TENANTS = ['PartiQLDelete', 'PartiQLInsert', 'PartiQLSelect', 'PartiQLUpdate', 'Scan']

interface Tables {
  tenantTable: TenantTable
  peopleTable: PeopleTable
}

interface Places extends Tables {
  /** For those whose work files are a part of. */
  uploads?: UploadsBucket
}

/**
 * The wall behind the checks in code: a function takes this role for one request, with the county as session tag, and
 * DynamoDB refuses every key that does not begin with it.
 */
export class TenantAccessRole extends Construct {
  readonly roleArn: string

  /** `takers`: the roles of the functions that may take it; `actions`: what they may then do with the county's items. */
  constructor(scope: Construct, id: string, props: Places & { takers: IRole[]; actions: string[] }) {
    super(scope, id)
    const policy = new ManagedPolicy(this, 'Policy', {
      description: 'Items of the one county that the session is tagged with',
      statements: [
        itemsOfOneTenant(props, props.actions),
        ...(props.uploads ? [objectsOfOneTenant(props.uploads)] : []),
        nothingAcrossTenants(props),
      ],
    })
    this.roleArn = new CfnRole(this, 'Role', {
      description: 'Taken for one request, with the county as session tag',
      // one statement for all takers: IAM allows a trust policy 2,048 characters, and the CDK's own role writes one for each
      assumeRolePolicyDocument: new PolicyDocument({ statements: [takenWithTenantTag(props.takers)] }),
      managedPolicyArns: [policy.managedPolicyArn],
      // a role taken by a role lasts no longer
      maxSessionDuration: 3600,
    }).attrArn
  }
}

/** The tag is six digits, and the only one: IAM knows no patterns of digits, so its length and its value are judged. */
const takenWithTenantTag = (takers: IRole[]) =>
  new PolicyStatement({
    sid: 'OneTenantPerSession',
    principals: takers,
    actions: ['sts:AssumeRole', 'sts:TagSession'],
    conditions: {
      StringLike: { 'aws:RequestTag/tenant': '??????' },
      NumericGreaterThanEquals: { 'aws:RequestTag/tenant': '100000' },
      NumericLessThanEquals: { 'aws:RequestTag/tenant': '999999' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
    },
  })

/** Null refuses a request without leading keys, which ForAllValues alone would let through. */
const itemsOfOneTenant = ({ tenantTable, peopleTable }: Tables, actions: string[]) =>
  new PolicyStatement({
    sid: 'ItemsOfOneTenant',
    actions: actions.map(dynamodb),
    resources: [tenantTable.tableArn, `${tenantTable.tableArn}/index/*`, peopleTable.tableArn],
    conditions: {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, filled in by IAM
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['${aws:PrincipalTag/tenant}#*'] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  })

/** Files on their way in and out: their keys begin with the county, too. */
const objectsOfOneTenant = (uploads: UploadsBucket) =>
  new PolicyStatement({
    sid: 'ObjectsOfOneTenant',
    actions: ['s3:GetObject', 's3:PutObject'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, filled in by IAM
    resources: [uploads.arnForObjects('${aws:PrincipalTag/tenant}/*')],
  })

const nothingAcrossTenants = ({ tenantTable, peopleTable }: Tables) =>
  new PolicyStatement({
    sid: 'NothingAcrossTenants',
    effect: Effect.DENY,
    actions: ACTIONS_ACROSS_TENANTS.map(dynamodb),
    resources: [tenantTable.tableArn, `${tenantTable.tableArn}/index/*`, peopleTable.tableArn],
  })

const dynamodb = (action: string) => `dynamodb:${action}`
