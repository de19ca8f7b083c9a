import { describe, expect, it } from 'vitest'
import { appFor, synthesized } from './synthesized.ts'

describe('the context of a synthesis', () => {
  it.each([
    ['region', 'China', /region.*"China".*cn-northwest-1/],
    ['name', 'my city', /name.*"my city".*capital/],
    ['production', 'maybe', /production.*"maybe".*true or false/],
    ['demonstration', 'yes', /demonstration.*"yes".*true or false/],
    ['origin', 'http://cg.example', /origin.*an https address without a path/],
    ['builtInIssuer', 'no', /builtInIssuer.*"no".*true or false/],
  ])('is refused with one sentence when %s is %j', (key, value, sentence) => {
    expect(() => appFor({ [key]: value })).toThrow(sentence)
  })

  it('names the stacks, so that several installations share an account', () => {
    const { app } = synthesized({ name: 'Trial' })
    expect(app.synth().stacks.map(({ stackName }) => stackName)).toContain('Trial-Data')
  })

  it('adds the demonstration only when it is asked for', () => {
    expect(synthesized().stacks).not.toContain('Demonstration')
    // all that a product in earnest says of it: the portal is told that it shows none
    expect(synthesized().text.match(/[^\s"]*demonstration\W*\w*/gi)).toEqual(['DEMONSTRATION": "no'])
    expect(synthesized({ demonstration: 'true' }).stacks).toContain('Demonstration')
  })

  it('names the domain that people reach it by to whoever writes addresses', () => {
    const { of } = synthesized({ origin: 'https://cg.example.gov.cn' })
    const origins = of('AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment.Variables.API_ORIGIN)
      .filter((value) => value !== undefined)
    expect(origins.length).toBeGreaterThanOrEqual(3)
    expect(new Set(origins)).toEqual(new Set(['https://cg.example.gov.cn']))
  })

  it('leaves the built-in issuer out when another signs everybody in, and nothing then trusts it', () => {
    const { stacks, of } = synthesized({ builtInIssuer: 'false' })
    expect(synthesized().stacks).toContain('Issuer')
    expect(stacks).not.toContain('Issuer')
    const trusting = of('AWS::Lambda::Function')
      .map(({ Properties }) => Properties.Environment.Variables.BUILT_IN_ISSUER)
      .filter((value) => value !== undefined)
    expect(new Set(trusting)).toEqual(new Set(['none']))
  })

  it('protects the stacks of a production', () => {
    const protection = (context: object) =>
      synthesized({ ...context })
        .app.synth()
        .stacks.map(({ terminationProtection }) => terminationProtection ?? false)
    expect(new Set(protection({}))).toEqual(new Set([true]))
    expect(new Set(protection({ production: 'false' }))).toEqual(new Set([false]))
  })
})
