import type { ConfigurationField } from '@myna/contracts/apps-shapes'

type Value = string | number | boolean
/** What is wrong with which setting. */
export type ConfigurationProblem = { field: string; problem: string }

/** All settings of an application go along with each request in one header, which must stay short. */
const mostBytes = 8_000

/** What is said when they do not. */
export const tooLong = `Together they may take ${mostBytes} bytes.`

/** Whether values take more than one header holds. */
export function isTooLong(values: Readonly<Record<string, Value>>): boolean {
  return Buffer.byteLength(JSON.stringify(values)) > mostBytes
}

/** What is wrong with values, if something is. `secretsSet` are the secrets that have a value already, which an empty one keeps. */
export function configurationProblems(
  fields: readonly ConfigurationField[],
  values: Readonly<Record<string, Value>>,
  secretsSet: readonly string[],
): ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = []
  const names = fields.map((it) => it.name)
  for (const [index, { name, kind, choices }] of fields.entries()) {
    if (names.indexOf(name) < index) problems.push({ field: `fields.${index}`, problem: `"${name}" is there twice.` })
    if (kind === 'choice' && choices.length === 0) problems.push({ field: `fields.${index}`, problem: 'A choice needs something to choose from.' })
  }
  for (const name of Object.keys(values)) if (!names.includes(name)) problems.push({ field: `values.${name}`, problem: 'There is no such field.' })
  for (const field of fields) {
    const problem = valueProblem(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined, secretsSet.includes(field.name))
    if (problem) problems.push({ field: `values.${field.name}`, problem })
  }
  if (isTooLong(values)) problems.push({ field: 'values', problem: tooLong })
  return problems
}

function valueProblem({ kind, choices, required }: ConfigurationField, value: Value | undefined, isSet: boolean): string | undefined {
  if (value === undefined || value === '') return required && !(kind === 'secret' && isSet) ? 'This is needed.' : undefined
  if (kind === 'number' && !(typeof value === 'number' && Number.isFinite(value))) return 'This is no number.'
  if (kind === 'boolean' && typeof value !== 'boolean') return 'This is yes or no.'
  if ((kind === 'text' || kind === 'secret') && typeof value !== 'string') return 'This is no text.'
  if (kind === 'choice' && !choices.includes(String(value))) return 'This is none of the choices.'
  return undefined
}
