import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMatcher, parseRouteKey } from '../../../infra/local/http/routes.ts'

const matcher = (...keys: string[]) => createMatcher(keys.map((text) => ({ key: parseRouteKey(text) })))
const all = [
  ...[
    '$default',
    'ANY /{proxy+}',
    'GET /pets',
    'ANY /pets',
    'GET /pets/{id}',
    'GET /pets/dog',
    'ANY /pets/{id}',
  ],
  ...['GET /pets/{proxy+}', 'POST /pets/dog/{number}', 'GET /'],
]

describe('choosing a route', () => {
  it.each<[string, string, string, Record<string, string>]>([
    ['GET', '/pets', 'GET /pets', {}],
    ['DELETE', '/pets', 'ANY /pets', {}],
    ['GET', '/pets/dog', 'GET /pets/dog', {}],
    ['PUT', '/pets/dog', 'ANY /pets/{id}', { id: 'dog' }],
    ['GET', '/pets/cat', 'GET /pets/{id}', { id: 'cat' }],
    ['GET', '/pets/dog/1', 'GET /pets/{proxy+}', { proxy: 'dog/1' }],
    ['POST', '/pets/dog/1', 'POST /pets/dog/{number}', { number: '1' }],
    ['POST', '/pets/dog/1/2', 'ANY /{proxy+}', { proxy: 'pets/dog/1/2' }],
    ['GET', '/pets/', 'ANY /{proxy+}', { proxy: 'pets/' }],
    ['GET', '/', 'GET /', {}],
    ['POST', '/', '$default', {}],
  ])('%s %s goes to %s', (method, path, expected, parameters) => {
    expect(matcher(...all)(method, path)).toEqual({ route: { key: parseRouteKey(expected) }, parameters })
  })

  it('finds nothing where nothing fits and there is no default', () => {
    expect(matcher('GET /pets')('POST', '/pets')).toBeUndefined()
    expect(matcher('GET /pets')('GET', '/pet')).toBeUndefined()
  })

  it('does not depend on the order in which routes were declared', () => {
    const paths = fc.constantFrom('/', '/pets', '/pets/dog', '/pets/cat', '/pets/dog/1', '/x/y')
    const methods = fc.constantFrom('GET', 'POST', 'PUT')
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length }),
        methods,
        paths,
        (shuffled, method, path) => {
          expect(matcher(...shuffled)(method, path)).toEqual(matcher(...all)(method, path))
        },
      ),
    )
  })

  it.each(['pets', 'GET pets', 'GET /{proxy+}/more', 'get /pets'])('refuses %s as a route key', (text) => {
    expect(() => parseRouteKey(text)).toThrow(/not a route key/)
  })
})
