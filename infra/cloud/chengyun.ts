import { App, type AppProps } from 'aws-cdk-lib'
import type { CodeOf } from './bundled-code.ts'
import { readSettings } from './settings.ts'
import { AccessStack } from './stacks/access-stack.ts'
import { ApiStack } from './stacks/api-stack.ts'
import { AuditStack } from './stacks/audit-stack.ts'
import { DataStack } from './stacks/data-stack.ts'
import { DemonstrationStack } from './stacks/demonstration-stack.ts'
import { FiguresStack } from './stacks/figures-stack.ts'
import { FunctionsStack } from './stacks/functions-stack.ts'
import { IdentityStack } from './stacks/identity-stack.ts'
import { ImportsStack } from './stacks/imports-stack.ts'
import { IssuerStack } from './stacks/issuer-stack.ts'
import { LeavingStack } from './stacks/leaving-stack.ts'
import { MessagesStack } from './stacks/messages-stack.ts'
import { MonitoringStack } from './stacks/monitoring-stack.ts'
import { OnboardingStack } from './stacks/onboarding-stack.ts'
import { Open311Stack } from './stacks/open311-stack.ts'
import { PortalStack } from './stacks/portal-stack.ts'
import { WebhooksStack } from './stacks/webhooks-stack.ts'
import { WorkflowStack } from './stacks/workflow-stack.ts'

/** Set here and not in cdk.json, which is read only when the CDK's own command synthesizes. */
const CDK_BEHAVIOUR = {
  // a stack whose output another one uses cannot take it away
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // a template that CloudFormation would refuse is refused here
  '@aws-cdk/core:validateAgainstDefaultRules': true,
}

/** The whole of the product as a CDK app. `code` says where each function's bundle lies. */
export function createApp({ code, ...props }: AppProps & { code: CodeOf }): App {
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    stackTraces: false,
    ...props,
    context: { ...CDK_BEHAVIOUR, ...props.context },
  })
  const settings = readSettings(app.node)
  const stack = (part: string) => ({
    stackName: `${settings.name}-${part}`,
    terminationProtection: settings.production,
    ...(settings.region === undefined ? {} : { env: { region: settings.region } }),
  })

  const identity = new IdentityStack(app, 'Identity', { ...stack('Identity'), settings })
  const data = new DataStack(app, 'Data', { ...stack('Data'), settings })
  const access = new AccessStack(app, 'Access', { ...stack('Access'), settings, data })
  const ground = { settings, code, identity, data, access }
  const onboarding = new OnboardingStack(app, 'Onboarding', { ...stack('Onboarding'), ...ground })
  const leaving = new LeavingStack(app, 'Leaving', { ...stack('Leaving'), ...ground })
  const imports = new ImportsStack(app, 'Imports', { ...stack('Imports'), ...ground })
  const audit = new AuditStack(app, 'Audit', { ...stack('Audit'), ...ground })
  const functions = new FunctionsStack(app, 'Functions', {
    ...stack('Functions'),
    ...ground,
    onboarding,
    leaving,
    imports,
    audit,
  })
  const api = new ApiStack(app, 'Api', { ...stack('Api'), settings, functions })
  const messages = new MessagesStack(app, 'Messages', { ...stack('Messages'), ...ground, api })
  const figures = new FiguresStack(app, 'Figures', { ...stack('Figures'), ...ground })
  const webhooks = new WebhooksStack(app, 'Webhooks', { ...stack('Webhooks'), ...ground })
  const neighbours = { functions, audit, messages, webhooks, figures }
  const workflow = new WorkflowStack(app, 'Workflow', { ...stack('Workflow'), ...ground, ...neighbours })
  const portal = new PortalStack(app, 'Portal', { ...stack('Portal'), ...ground, api })
  const open311 = new Open311Stack(app, 'Open311', { ...stack('Open311'), ...ground, api, imports })
  const issuer = settings.builtInIssuer
    ? [new IssuerStack(app, 'Issuer', { ...stack('Issuer'), ...ground, api })]
    : []
  const faces = settings.demonstration
    ? [new DemonstrationStack(app, 'Demonstration', { ...stack('Demonstration'), ...ground, api })]
    : []
  new MonitoringStack(app, 'Monitoring', {
    ...stack('Monitoring'),
    functions: [
      functions,
      onboarding,
      leaving,
      imports,
      audit,
      messages,
      webhooks,
      figures,
      workflow,
      portal,
      open311,
      ...issuer,
      ...faces,
    ].flatMap((each) => each.functions),
    data,
    audit,
    workflow,
    onboarding,
    messages,
    webhooks,
    figures,
    leaving,
    imports,
    api,
  })
  return app
}
