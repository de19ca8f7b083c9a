import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ErrorDocument } from './messages.ts'

export type Handler = (event: unknown, context: unknown) => unknown

/** A failure of the start that the caller sees as the function's error. */
export class InitError extends Error {
  readonly document: ErrorDocument
  constructor(errorType: string, errorMessage: string) {
    super(errorMessage)
    this.document = { errorType, errorMessage, trace: [] }
  }
}

/** Finds and imports the handler as Lambda's Node runtime does. Throws InitError, or whatever the module throws. */
export async function loadHandler(taskRoot: string, handler: string): Promise<Handler> {
  const slash = handler.lastIndexOf('/')
  const dot = handler.indexOf('.', slash + 1)
  const [path, name] = [handler.slice(0, dot), handler.slice(dot + 1)]
  const file = ['.js', '.mjs', '.cjs']
    .map((end) => join(taskRoot, path + end))
    .find((candidate) => existsSync(candidate))
  if (dot < 0 || !file)
    throw new InitError('Runtime.ImportModuleError', `Error: Cannot find module '${path || handler}'`)
  keepScriptsCommonJs(taskRoot)
  offerSdk()
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>
  const found = module[name] ?? (module.default as Record<string, unknown> | undefined)?.[name]
  if (typeof found !== 'function')
    throw new InitError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`)
  if (found.length >= 3)
    throw new InitError(
      'Runtime.CallbackHandlerDeprecated',
      'Callback-based function handlers do not run: return a promise instead.',
    )
  return found as Handler
}

/**
 * In Lambda nothing lies above a bundle. Here a package.json further up would make ES modules of its `.js` files, so
 * those of a bundle without a package.json of its own stay scripts unless they are written as modules.
 */
function keepScriptsCommonJs(taskRoot: string) {
  const root = pathToFileURL(`${taskRoot}/`).href
  registerHooks({
    load(url, context, nextLoad) {
      const foreign = context.format === 'module' && url.startsWith(root) && url.endsWith('.js')
      if (!foreign || hasOwnPackage(fileURLToPath(url), taskRoot)) return nextLoad(url, context)
      const source = readFileSync(fileURLToPath(url), 'utf8')
      const isModule = /^\s*(?:import|export)\b/m.test(source)
      return nextLoad(url, isModule ? context : { ...context, format: 'commonjs' })
    },
  })
}

/** Lambda's Node runtime brings the AWS SDK: a bundle that left it out finds the one of this installation. */
function offerSdk() {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      try {
        return nextResolve(specifier, context)
      } catch (error) {
        if (!/^@(aws-sdk|smithy)\//.test(specifier)) throw error
        return nextResolve(specifier, { ...context, parentURL: import.meta.url })
      }
    },
  })
}

function hasOwnPackage(file: string, taskRoot: string): boolean {
  for (let folder = dirname(file); folder.startsWith(taskRoot); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return true
  return false
}
