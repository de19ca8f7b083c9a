import type { Place, ResourceType } from '../kernel/resource.ts'
import { arnOf, physicalName } from './names.ts'

interface InertType {
  /** Why leaving it out changes nothing that can be seen on one machine. */
  reason: string
  /** The property that names it, where the template may. */
  named?: string
  /** What others may read of it, from its physical name. */
  attributes?: (name: string, place: Place) => Record<string, string>
}

const arn = (service: string, prefix: string, suffix = '') => ({
  attributes: (name: string, place: Place) => ({ Arn: arnOf(place, service, `${prefix}${name}${suffix}`) }),
})

const alarms = 'nothing is paged here; the logs folder holds what happened'
const logs = 'logs are files in the data folder'
const backups = 'the data folder is backed up as a whole'
const address = 'the local cloud listens on a port of this machine'
const scaling = 'one machine does not scale'
const firewall = 'a firewall in front of AWS has no place on this machine'

/** Types that a stack may hold and that the local cloud knowingly does not run. */
const inert: Record<string, InertType> = {
  'AWS::CDK::Metadata': { reason: 'says only how the stack was made' },
  'AWS::CloudWatch::Alarm': { reason: alarms, named: 'AlarmName', ...arn('cloudwatch', 'alarm:') },
  'AWS::CloudWatch::CompositeAlarm': { reason: alarms, named: 'AlarmName', ...arn('cloudwatch', 'alarm:') },
  'AWS::CloudWatch::Dashboard': { reason: alarms, named: 'DashboardName' },
  'AWS::CloudWatch::AnomalyDetector': { reason: alarms },
  'AWS::Logs::LogGroup': { reason: logs, named: 'LogGroupName', ...arn('logs', 'log-group:', ':*') },
  'AWS::Logs::MetricFilter': { reason: alarms },
  'AWS::Logs::QueryDefinition': { reason: alarms },
  'AWS::Logs::ResourcePolicy': { reason: logs },
  'AWS::Lambda::Permission': { reason: 'the parts of one process need no permission to call each other' },
  'AWS::Backup::BackupVault': {
    reason: backups,
    named: 'BackupVaultName',
    attributes: (name, place) => ({
      BackupVaultName: name,
      BackupVaultArn: arnOf(place, 'backup', `backup-vault:${name}`),
    }),
  },
  'AWS::Backup::BackupPlan': {
    reason: backups,
    attributes: (name, place) => ({
      BackupPlanId: name,
      BackupPlanArn: arnOf(place, 'backup', `backup-plan:${name}`),
      VersionId: '1',
    }),
  },
  'AWS::Backup::BackupSelection': { reason: backups },
  'AWS::ApplicationAutoScaling::ScalableTarget': { reason: scaling },
  'AWS::ApplicationAutoScaling::ScalingPolicy': { reason: scaling },
  'AWS::ResourceGroups::Group': { reason: 'says only what belongs together' },
  'AWS::ApiGatewayV2::DomainName': { reason: address, named: 'DomainName' },
  'AWS::ApiGatewayV2::ApiMapping': { reason: address },
  'AWS::WAFv2::WebACL': { reason: firewall, named: 'Name', ...arn('wafv2', 'regional/webacl/') },
  'AWS::WAFv2::WebACLAssociation': { reason: firewall },
}

/** The reason why resources of this type are left out, or undefined when they are not on the list. */
export const inertReason = (type: string): string | undefined =>
  Object.hasOwn(inert, type) ? inert[type]?.reason : undefined

/** Others may still name it: an inert resource has a Ref and the attributes that stacks read of it. */
export function inertType(type: string): ResourceType {
  const entry = inert[type]!
  return {
    type,
    identify(resource, place) {
      const given = entry.named && resource.properties[entry.named]
      const name = typeof given === 'string' ? given : physicalName(resource)
      return { ref: name, attributes: entry.attributes?.(name, place) ?? {} }
    },
  }
}
