import { describe, expect, test } from 'vitest'
import { stages } from '#shared/lifecycle/lifecycle'
import { isCode, linesMatching, projectFiles, read } from './tree.ts'

interface Rule {
  title: string
  /** Where it holds. */
  within: RegExp
  /** Where it does not, each with its reason beside it. */
  except?: RegExp
  forbidden: RegExp
  /** A line that must be caught: a rule that cannot fail is none. */
  planted: string
}

const PRODUCT = /^(shared|functions|web)\//
const ALL_CODE = /^(shared|functions|web|infra|test)\//

// the words are put together here, so that these lines are not found themselves
const directive = (name: string) => `@ts-${name}`
const machineFolder = (name: string) => `/${name}/`

const rules: Rule[] = [
  {
    title: 'the environment is read in one file of the functions, and where commands and the runner start',
    within: ALL_CODE,
    // the portal runs in a process of its own, with one such file too, and Next reads its own; tests start processes
    except:
      /^(functions\/platform\/config\.ts|infra\/commands\/|infra\/local\/main\.ts|web\/(next\.config|lib\/config)\.ts|test\/)/,
    forbidden: /\bprocess\.env\b/,
    planted: 'const table = process.env.TABLE',
  },
  {
    title: 'the product does not know that it may run on one machine',
    within: PRODUCT,
    forbidden: /\blocalhost\b|127\.0\.0\.1|\bisLocal\b|\bLOCAL_CLOUD\b/i,
    planted: "if (host === 'localhost') allow()",
  },
  {
    title: 'ARNs take the partition from where the stack runs',
    within: /^(shared|functions|web|infra\/cloud)\//,
    forbidden: /arn:aws(-cn)?:/,
    planted: "const topic = 'arn:aws:sns:us-east-1:1:t'",
  },
  {
    title: 'no compiler check is switched off',
    within: ALL_CODE,
    forbidden: new RegExp(['ignore', 'nocheck', 'expect-error'].map(directive).join('|')),
    planted: `// ${directive('ignore')}`,
  },
  {
    title: 'time, ids and chance come in from outside: rules and use cases ask for none',
    within: /^(shared|functions)\//,
    except: /^functions\/(platform|entries)\//,
    forbidden: /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(/,
    planted: 'const now = Date.now()',
  },
  {
    title: 'nothing is promised for later',
    within: ALL_CODE,
    except: /^test\/honesty\//,
    forbidden: /\b(TODO|FIXME|XXX)\b|\bfor now\b|not implemented/i,
    planted: '// FIXME later',
  },
  {
    title: 'no test is left out or run alone',
    within: /^test\//,
    except: /^test\/honesty\//,
    forbidden: /\b(test|it|describe)\.(skip|only|todo)\(/,
    planted: "test.only('this one', () => {})",
  },
]

describe.each(rules)('$title', ({ within, except, forbidden, planted }) => {
  test('holds in every file', () => {
    const files = projectFiles.filter((file) => within.test(file) && isCode(file) && !except?.test(file))
    expect(files.flatMap((file) => linesMatching(file, forbidden))).toEqual([])
  })

  test('would catch the planted line', () => {
    expect(planted).toMatch(forbidden)
  })
})

test('no file names a folder of the machine it was written on', () => {
  const folders = ['work', 'root', 'Users', 'home'].map(machineFolder).join('|')
  const pattern = new RegExp(`(^|[^A-Za-z0-9_.*})\\]-])(${folders})[a-z]`)
  expect(`see ${machineFolder('root')}notes`).toMatch(pattern)
  const texts = projectFiles.filter((file) => isCode(file) || /\.(json|md|ya?ml|css|sh)$|^\./.test(file))
  expect(texts.flatMap((file) => linesMatching(file, pattern))).toEqual([])
})

test('an entry only wires: at most 30 lines', () => {
  const LIMIT = 30
  const long = projectFiles
    .filter((file) => /^functions\/entries\/.*\.ts$/.test(file))
    .filter((file) => read(file).trimEnd().split('\n').length > LIMIT)
  expect(long).toEqual([])
})

test('files are named in kebab-case', () => {
  // names that a tool prescribes: Next's routes in brackets, groups in parentheses, files beginning with a dot
  const fine =
    /^(\.?[a-z0-9]+([.-][a-z0-9]+)*|\([a-z-]+\)|\[{1,2}(\.\.\.)?[a-z-]+\]{1,2}|__[a-z]+__|[a-z]{2}-[A-Z]{2}(\.ts)?)$/
  const wrong = projectFiles
    .filter((file) => ALL_CODE.test(file) && isCode(file))
    .filter((file) => file.split('/').some((part) => !fine.test(part)))
  expect(wrong).toEqual([])
})

test('stages are named in shared/lifecycle and nowhere else in the product', () => {
  const literals = (names: readonly string[]) => new RegExp(`(['"\`])(${names.join('|')})\\1`)
  // words that other features use for things of their own: accounts, refusals, parts of a condition
  const shared = ['suspended', 'closing', 'closed', 'refused', 'handling', 'void', 'merged']
  const own = stages.filter((stage) => !shared.includes(stage))
  expect("if (stage === 'filed') …").toMatch(literals(own))
  const files = projectFiles
    .filter((file) => /^(shared|functions|web|infra\/(cloud|commands))\//.test(file) && isCode(file))
    .filter((file) => !file.startsWith('shared/lifecycle/'))
  expect(files.flatMap((file) => linesMatching(file, literals(own)))).toEqual([])
  // the clock of a round is a field of the case by that name
  const sharedStages = shared.filter((stage) => stage !== 'handling')
  const ofCases = files.filter((file) => /\/(cases|workflow|dispatch|evaluation)\//.test(file))
  expect(ofCases.flatMap((file) => linesMatching(file, literals(sharedStages)))).toEqual([])
})
