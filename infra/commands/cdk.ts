import { existsSync } from 'node:fs'
import { buildPortalStep } from './build.ts'
import { show } from './processes.ts'
import { CommandRefused, print, runCommand } from './terminal.ts'

const VERBS = ['synth', 'diff', 'deploy', 'destroy'] as const
type Verb = (typeof VERBS)[number]

const PARAMETERS = ['IdentityJwks', 'IdentityIssuer']

await runCommand(async () => {
  const [verb = '', ...args] = process.argv.slice(2)
  if (!isVerb(verb)) throw new CommandRefused(`Say what to do with the stacks: ${VERBS.join(', ')}.`)
  if (verb === 'deploy') remindOfParameters(args)
  if (verb !== 'destroy' || !existsSync('.build/portal')) await buildPortalStep()
  const { code } = await show('cdk', [verb, ...stacks(verb, args), ...args])
  process.exitCode = code
})

function isVerb(verb: string): verb is Verb {
  return VERBS.some((known) => known === verb)
}

/** All stacks unless some are named; options that take a value stand before it, so a bare word after one is no stack. */
function stacks(verb: Verb, args: string[]): string[] {
  const named = args.some((arg, index) => !arg.startsWith('-') && !args[index - 1]?.startsWith('-'))
  return verb === 'synth' || named ? [] : ['--all']
}

/** A first deployment without its issuer would refuse everybody: said here, before minutes are spent. */
function remindOfParameters(args: string[]) {
  const given = args.join(' ')
  const missing = PARAMETERS.filter((name) => !given.includes(`${name}=`))
  if (missing.length === 0) return
  if (args.includes('--previous-parameters'))
    return print(`Stack parameters kept from the last deployment: ${missing.join(', ')}.`)
  throw new CommandRefused(
    `Whose log-in does the service trust? Add ${missing.map((name) => `--parameters Chengyun-Identity:${name}=…`).join(' ')}, ` +
      'or --previous-parameters to keep those of the last deployment (see README, AWS).',
  )
}
