import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { createApp } from '../../infra/cloud/chengyun.ts'

/** One action that a policy of the templates allows on one of its resources. */
export interface GrantedAction {
  /** The construct that the role belongs to: `Intake`. */
  readonly role: string
  readonly sid: string
  readonly action: string
  /** Number of the resource in its statement, from 0. */
  readonly resource: number
}

interface Statement {
  Sid?: string
  Effect: string
  Action: string | string[]
  Resource?: unknown
}

interface TemplateResource {
  Type: string
  Properties: Record<string, unknown> & {
    PolicyDocument?: { Statement: Statement[] }
    Roles?: unknown[]
    ManagedPolicyArns?: unknown[]
  }
}

const CONSTRUCT = /(?:ExportsOutput(?:Ref|FnGetAtt))?(\w+?)(?:Role|Policy)[0-9A-F]{8}/

/** Everything that the product's roles may do in a region. */
export function grantedActions(region: string): GrantedAction[] {
  const outdir = mkdtempSync(join(tmpdir(), 'granted-'))
  try {
    const code = () => Code.fromInline('exports.handler = () => {}')
    const app = createApp({ code, outdir, context: { region }, builtinCloudFormationValidation: false })
    const resources = app
      .synth()
      .stacks.flatMap(({ template }) => Object.entries<TemplateResource>(template.Resources))
    return resources
      .filter(([, { Type }]) => Type === 'AWS::IAM::ManagedPolicy')
      .flatMap(([logicalId, policy]) =>
        rolesOf(logicalId, policy).flatMap((role) =>
          (policy.Properties.PolicyDocument?.Statement ?? []).flatMap((statement) =>
            actionsOf(role, statement),
          ),
        ),
      )
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

/** A policy names its roles, or stands beside the one role of the construct that names it. */
function rolesOf(logicalId: string, { Properties: { Roles = [] } }: TemplateResource): string[] {
  const named = Roles.map((role) => CONSTRUCT.exec(JSON.stringify(role))?.[1] ?? JSON.stringify(role))
  return named.length > 0 ? named : [CONSTRUCT.exec(logicalId)?.[1] ?? logicalId]
}

function actionsOf(role: string, { Sid = '', Effect, Action, Resource }: Statement): GrantedAction[] {
  if (Effect !== 'Allow') return []
  const resources = [Resource].flat()
  return [Action]
    .flat()
    .flatMap((action) => resources.map((_, resource) => ({ role, sid: Sid, action, resource })))
}
