import type { ParameterSchema } from '@myna/contracts/tools'
import { Ajv, type ErrorObject } from 'ajv'
import { shapeOf } from '#domain/parameter-schema.ts'
import { longestMatched } from '#domain/safe-pattern.ts'

/** What is wrong with which argument; `path` is dotted, empty for all of them. Never holds a value. */
export type ArgumentProblem = { path: string; problem: string }

/** Tells what is wrong with arguments; an empty list when nothing is. */
export type ArgumentCheck = (args: Record<string, unknown>) => ArgumentProblem[]

const longestArguments = 20_000
const deepest = 12
const mostValues = 1_000
const mostProblems = 20

/** Compiles a schema that `readSchema` let through. Throws when it is no valid schema. */
export function compileCheck(schema: ParameterSchema): ArgumentCheck {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    ownProperties: true,
    validateFormats: false,
    logger: false,
    code: { regExp: boundedRegExp },
  })
  const validate = ajv.compile(schema)
  return (args) => {
    const trouble = troubleOfSize(args)
    if (trouble) return [{ path: '', problem: trouble }]
    try {
      return validate(args) ? [] : (validate.errors ?? []).slice(0, mostProblems).map(problemOf)
    } catch {
      // Comparing with a listed object trips over members that hide what every object has, such as `valueOf`.
      return [{ path: '', problem: 'holds something that cannot be compared' }]
    }
  }
}

function troubleOfSize(args: Record<string, unknown>): string | undefined {
  const { depth, count } = shapeOf(args)
  if (depth > deepest) return `must be nested no deeper than ${deepest} levels`
  if (count > mostValues) return `must hold no more than ${mostValues} values`
  return JSON.stringify(args).length > longestArguments ? `must be no longer than ${longestArguments} characters in all` : undefined
}

function problemOf({ instancePath, keyword, params, message = 'is wrong' }: ErrorObject): ArgumentProblem {
  const path = instancePath.slice(1).replaceAll('/', '.')
  const inner = (name: unknown) => (path ? `${path}.${String(name)}` : String(name)).slice(0, 200)
  if (keyword === 'required') return { path: inner(params.missingProperty), problem: 'is missing' }
  if (keyword === 'additionalProperties') return { path: inner(params.additionalProperty), problem: 'is not a parameter' }
  return { path: path.slice(0, 200), problem: message }
}

/** Patterns match text of bounded length only. */
const boundedRegExp = Object.assign(
  (pattern: string, flags: string) => {
    const expression = new RegExp(pattern, flags)
    return { test: (text: string) => text.length <= longestMatched && expression.test(text) }
  },
  { code: 'new RegExp' },
)
