import type { TemplateParameter, TemplateStack } from './manifest.ts'

/**
 * Values of a stack's parameters: given ones (`Name` or `Stack:Name`) before defaults.
 * CDK's BootstrapVersion and other parameters read from SSM keep their default text: nothing is bootstrapped here.
 */
export function parameterValues(
  stack: TemplateStack,
  given: Record<string, string>,
): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const [name, parameter] of Object.entries(stack.template.Parameters ?? {})) {
    const value = given[`${stack.name}:${name}`] ?? given[name] ?? parameter.Default
    if (value === undefined)
      throw new Error(`Stack ${stack.name} needs a value for its parameter ${name}, and none was given.`)
    check(stack.name, name, parameter, String(value))
    const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.startsWith('List<')
    values[name] = isList
      ? String(value)
          .split(',')
          .map((item) => item.trim())
      : String(value)
  }
  return values
}

/** A given value that no stack asks for is a typing mistake: it is refused, not dropped. */
export function refuseUnknownParameters(stacks: TemplateStack[], given: Record<string, string>) {
  const known = new Set(
    stacks.flatMap(({ name, template }) =>
      Object.keys(template.Parameters ?? {}).flatMap((parameter) => [parameter, `${name}:${parameter}`]),
    ),
  )
  const unknown = Object.keys(given).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new Error(`No stack has a parameter named ${unknown.join(', ')}.`)
}

function check(stack: string, name: string, parameter: TemplateParameter, value: string) {
  const { AllowedValues: allowed, AllowedPattern: pattern, ConstraintDescription: reason } = parameter
  const fits =
    (!allowed || allowed.map(String).includes(value)) &&
    (!pattern || new RegExp(`^(?:${pattern})$`).test(value))
  if (!fits)
    throw new Error(
      `The value of parameter ${name} of stack ${stack} is not allowed${reason ? `: ${reason}` : ''}.`,
    )
}
