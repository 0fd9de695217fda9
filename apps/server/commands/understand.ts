import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { understand as read } from '@myna/understanding'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'

const usage = `Usage: myna understand [--zone <zone>] [--reference <time>] [--country <code>] [--json] "text"
       myna understand --file utterances.jsonl [--json]             ("-" reads standard input)

Tells what is meant: language, intent, confidence and the things named. Needs no server. A file holds JSON lines with "id" and "text", and where they are
known "reference" (ISO time it was said, else now), "zone" (such as Asia/Kolkata, else UTC) and "country" (such as IN); each answer is a JSON line with
"id", "language", "intent", "confidence" and "entities", in the order of the lines. A line that cannot be read has "id" and "error" instead.
Exit code 0: all understood, 1: some lines could not be read.`

type Asked = { text: string; reference: Date; zone: string; country?: string }

/** Tells what utterances mean, one or a file of them, without a server. */
export const understand: Command = {
  summary: 'Tell what an utterance means, or many from a file.',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { file: { type: 'string' }, json: { type: 'boolean' }, zone: { type: 'string' }, reference: { type: 'string' }, country: { type: 'string' } },
    })
    const text = positionals.join(' ')
    if (Boolean(values.file) === Boolean(text)) throw new UsageError(usage)
    const given = { zone: values.zone, reference: values.reference, country: values.country }
    if (values.file) {
      if (values.file !== '-' && !existsSync(values.file)) throw new UsageError(`There is no file ${values.file}.`)
      return understandLines(values.file, given)
    }
    const asked = attempt(() => askedOf({ text, ...given }))
    if (asked instanceof Error) throw new UsageError(`This cannot be read: ${asked.message}.`)
    const { language, intent, confidence, entities } = read(asked.text, asked)
    if (values.json) await write(`${JSON.stringify({ language, intent, confidence: rounded(confidence), entities })}\n`)
    else
      await write(
        `${[`${intent} (${Math.round(confidence * 100)} %), ${language}`, ...entities.map((it) => `  ${it.type}: ${it.text} = ${JSON.stringify(it.value)}`)].join('\n')}\n`,
      )
    return exitCodes.done
  },
}

async function understandLines(file: string, given: Record<string, string | undefined>): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  let failed = false
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    // trim() takes the mark that some editors put before the first line, too.
    const json = line.trim()
    if (json) {
      const answer = answerOf(json, given)
      failed ||= 'error' in answer
      await write(`${JSON.stringify(answer)}\n`)
    }
  }
  return failed ? exitCodes.failed : exitCodes.done
}

function answerOf(json: string, given: Record<string, string | undefined>) {
  const line = attempt(() => JSON.parse(json) as unknown)
  if (line instanceof Error || typeof line !== 'object' || line === null || Array.isArray(line))
    return { id: null, error: 'this line is not a JSON object with "id" and "text"' }
  const fields = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null))
  const id: unknown = fields['id'] ?? null
  const asked = attempt(() => askedOf({ ...given, ...fields }))
  if (asked instanceof Error) return { id, error: asked.message }
  const { language, intent, confidence, entities } = read(asked.text, asked)
  return { id, language, intent, confidence: rounded(confidence), entities }
}

/** What is asked by the fields of a line; throws what is wrong with them. */
function askedOf({ text, reference, zone = 'UTC', country }: Record<string, unknown>): Asked {
  if (typeof text !== 'string') throw new Error('"text" is no text')
  if (typeof zone !== 'string' || attempt(() => new Intl.DateTimeFormat('en', { timeZone: zone })) instanceof Error)
    throw new Error('"zone" is no time zone such as Asia/Kolkata')
  const said = reference === undefined ? new Date() : new Date(typeof reference === 'string' || typeof reference === 'number' ? reference : Number.NaN)
  if (Number.isNaN(said.getTime())) throw new Error('"reference" is no time such as 2026-11-23T09:30:00+05:30')
  if (country !== undefined && (typeof country !== 'string' || !/^[a-z]{2}$/i.test(country))) throw new Error('"country" is no code of two letters')
  return { text, reference: said, zone, ...(country === undefined ? {} : { country: country.toUpperCase() }) }
}

const rounded = (confidence: number) => Math.round(confidence * 10_000) / 10_000

function attempt<T>(act: () => T): T | Error {
  try {
    return act()
  } catch (error) {
    return error as Error
  }
}

/** Writes, and waits while the reader of a pipe does not keep up. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
