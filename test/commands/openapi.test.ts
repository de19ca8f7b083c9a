import { expect, test } from 'vitest'
import { contracts } from '#shared/contracts'
import { openApiDocument } from '#shared/kernel/openapi'
import { refusals } from '#shared/kernel/refusals'

const document = openApiDocument(contracts)
const operationOf = ({ path, method }: { path: string; method: string }) =>
  document.paths?.[path]?.[method.toLowerCase() as 'get' | 'post']

test.each(contracts.map((contract) => [contract.name, contract] as const))(
  '%s stands in the OpenAPI document with its parameters, body and every refusal',
  (name, contract) => {
    const operation = operationOf(contract)
    expect(operation?.operationId).toBe(name)
    const inPath = (operation?.parameters ?? []).flatMap((parameter) =>
      'in' in parameter && parameter.in === 'path' ? [parameter.name] : [],
    )
    expect(inPath).toEqual([...contract.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))
    expect(operation?.requestBody !== undefined).toBe('input' in contract)
    for (const code of contract.refusals)
      expect(operation?.responses?.[`${refusals[code].status}`]).toMatchObject({
        description: expect.stringContaining(`${code}: `),
      })
  },
)

test('only public doors are open without a token', () => {
  for (const contract of contracts)
    expect(operationOf(contract)?.security ?? []).toEqual(contract.access === 'public' ? [] : [{ token: [] }])
})
