import { type App, Validations } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { AwsSolutionsChecks, type NagPack, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import { acknowledgedFindings, acknowledgeFindings } from '../../infra/cloud/acknowledged-findings.ts'
import { appFor, type Context, places } from './synthesized.ts'

const packs = (app: App): NagPack[] => [
  new AwsSolutionsChecks(app),
  new NIST80053R5Checks(app),
  new ServerlessChecks(app),
]

/** Every finding. Synthesized first: references between stacks are imports only then, and findings quote them. */
function findings(app: App) {
  app.synth()
  return packs(app)
    .flatMap((pack) => pack.validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? '' })),
    )
}

const acknowledged = (context: Context) => {
  const app = appFor(context)
  acknowledgeFindings(app)
  return app
}

describe('cdk-nag with the packs AwsSolutions, NIST 800-53 R5 and Serverless', () => {
  it.each(Object.entries(places))('has no unacknowledged finding in templates for %s', (_, context) => {
    expect(findings(acknowledged(context))).toEqual([])
  })

  it('lets the synthesis pass as a validation plugin of the CDK', () => {
    const app = acknowledged({ region: 'cn-northwest-1' })
    Validations.of(app).addPlugins(...packs(app))
    expect(() => app.synth()).not.toThrow()
  })

  it('stops the synthesis at a resource that breaks a rule', () => {
    const app = acknowledged({})
    new Bucket(app.node.findChild('Data') as ConstructorParameters<typeof Bucket>[0], 'Open')
    Validations.of(app).addPlugins(...packs(app))
    expect(() => app.synth()).toThrow(/validation/i)
  })

  it('has no acknowledgement that acknowledges nothing', () => {
    const found = Object.values(places).flatMap((context) => findings(appFor(context)))
    const idle = acknowledgedFindings.filter(
      ({ id, at }) => !found.some(({ rule, path }) => rule === id && `${path}/`.startsWith(`${at}/`)),
    )
    expect(idle).toEqual([])
  })

  it('gives a whole sentence as the reason of every acknowledgement', () => {
    for (const { reason } of acknowledgedFindings) expect(reason).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('acknowledges at most 25 rules', () => {
    const rules = acknowledgedFindings.map(({ id }) => id.replace(/\[.*/, ''))
    expect(new Set(rules).size).toBeLessThanOrEqual(25)
  })
})
