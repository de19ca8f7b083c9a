import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { functionEntries } from '../../functions/manifest.ts'
import { constructName, synthesized } from './synthesized.ts'

// What each function of the manifest must have. A failure names what is missing and where it belongs.

const root = join(import.meta.dirname, '../..')
const { of, all } = synthesized({ demonstration: true })
const functions = of('AWS::Lambda::Function')
const alarms = of('AWS::CloudWatch::Alarm')

const functionOf = (name: string) =>
  functions.find(({ logicalId }) => logicalId.startsWith(`${constructName(name)}Function`))

/** The runbook that an alarm's description links to. */
const runbookOf = (description: string) => /infra\/cloud\/runbooks\/[a-z-]+\.md/.exec(description)?.[0]

describe.each(functionEntries.map((entry) => [entry.name, entry] as const))(
  'the function %s',
  (name, entry) => {
    const rendered = functionOf(name)

    it('is rendered as the manifest says', () => {
      expect(rendered, 'no stack renders it').toBeDefined()
      expect(rendered?.Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Timeout: entry.timeoutSeconds,
        MemorySize: entry.memoryMb,
        Description: entry.purpose,
      })
    })

    it('gets exactly the environment that it lists', () => {
      expect(Object.keys(rendered?.Properties.Environment.Variables).sort()).toEqual(
        [...entry.environment, 'NODE_OPTIONS'].sort(),
      )
    })

    it('has a source to bundle', () => {
      expect(existsSync(join(root, entry.file)), `${entry.file} is missing`).toBe(true)
    })

    it('writes to a log group of its own', () => {
      const group = rendered?.Properties.LoggingConfig.LogGroup.Ref
      expect(of('AWS::Logs::LogGroup').map(({ logicalId }) => logicalId)).toContain(group)
      expect(
        functions.filter(({ Properties }) => Properties.LoggingConfig.LogGroup.Ref === group).length,
      ).toBe(1)
    })

    it('has an alarm for its errors, with a runbook that exists', () => {
      const alarm = alarms.find(({ logicalId }) => logicalId.startsWith(`${constructName(name)}Errors`))
      expect(alarm, 'no alarm').toBeDefined()
      expect(alarm?.Properties.Threshold).toBe(entry.alarm.errorsInFiveMinutes)
      expect(runbookOf(alarm?.Properties.AlarmDescription)).toBe(
        `infra/cloud/runbooks/${entry.alarm.runbook}.md`,
      )
    })

    it('tells runners of the template when it needs a process of its own', () => {
      const hint = rendered?.Metadata?.['local-cloud']
      expect(hint).toEqual(
        'isolation' in entry ? { isolation: entry.isolation, concurrency: expect.any(Number) } : undefined,
      )
    })
  },
)

it('renders no function that the manifest does not name', () => {
  expect(functions.map(({ logicalId }) => logicalId.replace(/Function[0-9A-F]{8}$/, '')).sort()).toEqual(
    functionEntries.map(({ name }) => constructName(name)).sort(),
  )
})

it('keeps every log for a year', () => {
  const groups = of('AWS::Logs::LogGroup')
  expect(groups.length).toBe(functions.length + 4)
  for (const { logicalId, Properties } of groups) expect(Properties.RetentionInDays, logicalId).toBe(365)
})

it('sounds an alarm at the first message in each dead-letter queue', () => {
  const watched = alarms
    .filter(({ Properties }) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible')
    .map(({ Properties }) => [JSON.stringify(Properties.Dimensions), Properties.Threshold])
  // a queue that is nobody's dead-letter queue puts its messages aside itself
  for (const { logicalId } of of('AWS::SQS::Queue').filter(({ Properties }) => !Properties?.RedrivePolicy))
    expect(watched, logicalId).toContainEqual([expect.stringContaining(logicalId), 1])
})

it('sounds an alarm when work waits in a queue', () => {
  const watched = alarms
    .filter(({ Properties }) => Properties.MetricName === 'ApproximateAgeOfOldestMessage')
    .map(({ Properties }) => JSON.stringify(Properties.Dimensions))
  for (const { logicalId } of of('AWS::SQS::Queue').filter(({ Properties }) => Properties.RedrivePolicy))
    expect(watched, logicalId).toContainEqual(expect.stringContaining(logicalId))
})

describe.each(alarms.map((alarm) => [alarm.logicalId, alarm.Properties] as const))(
  'the alarm %s',
  (_, properties) => {
    it('says in Chinese what it means, and links to a runbook that exists', () => {
      expect(properties.AlarmDescription).toMatch(/^[^A-Za-z]*\p{Script=Han}.*。处置手册：/u)
      const runbook = runbookOf(properties.AlarmDescription)
      expect(runbook && existsSync(join(root, runbook)), `${runbook} is missing`).toBe(true)
    })

    it('tells the topic when it sounds and when it is over, and is silent when nothing happens', () => {
      expect(properties.AlarmActions.length).toBe(1)
      expect(properties.OKActions).toEqual(properties.AlarmActions)
      expect(properties.TreatMissingData).toBe('notBreaching')
    })
  },
)

describe.each(readdirSync(join(root, 'infra/cloud/runbooks')))('the runbook %s', (file) => {
  const text = readFileSync(join(root, 'infra/cloud/runbooks', file), 'utf8')

  it('is linked by an alarm or by another runbook', () => {
    const links = [
      ...alarms.map(({ Properties }) => Properties.AlarmDescription as string),
      ...readdirSync(join(root, 'infra/cloud/runbooks'))
        .filter((other) => other !== file)
        .map((other) => readFileSync(join(root, 'infra/cloud/runbooks', other), 'utf8')),
    ]
    expect(links.some((link) => link.includes(file))).toBe(true)
  })

  it('links to no runbook that does not exist', () => {
    const linked = [...text.matchAll(/\(([a-z-]+\.md)\)/g)].map(([, name]) => name!)
    expect(linked.filter((name) => !existsSync(join(root, 'infra/cloud/runbooks', name)))).toEqual([])
  })
})

it('gives every resource a type that CloudFormation has', () => {
  expect(all.filter(({ Type }) => !/^AWS::[A-Za-z0-9]+::[A-Za-z]+$/.test(Type))).toEqual([])
})
