import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Command, exitCodes, UsageError } from '#commands/command.ts'
import { connect } from '#server-client.ts'

const usage = `Usage: myna ask --agent <id> [--draft] [--json] [--tenant <id>] "question"
       myna ask --agent <id> --file questions.jsonl [--json]        ("-" reads standard input)

Asks an agent one question, or many from a file of JSON lines with "id" and "question". With --json, and for files, each answer is a JSON line:
"id", "answer", "sources", "confidence", "refused", "language", in the order of the questions. A line that cannot be answered has "error" instead.
Exit code 0: all asked, 1: some could not be.`

/** Asks an agent questions and prints its answers with their sources. */
export const ask: Command = {
  summary: 'Ask an agent one question, or many from a file.',
  usage,
  async run(args, config) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { agent: { type: 'string' }, file: { type: 'string' }, tenant: { type: 'string' }, draft: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    const question = positionals.join(' ').trim()
    if (!values.agent || Boolean(values.file) === Boolean(question)) throw new UsageError(usage)
    if (values.file && values.file !== '-' && !existsSync(values.file)) throw new UsageError(`There is no file ${values.file}.`)
    const { api } = connect(config, values.tenant)
    const { baseId, persona } = await liveOrDraft(values.agent)

    if (!values.file) {
      const answer = await api.brain.answerQuestion({ baseId, question, persona })
      if (values.json) process.stdout.write(`${JSON.stringify({ question, ...answer })}\n`)
      else process.stdout.write(`${[answer.answer, ...answer.sources.map((it) => `  – ${it.title}${it.url ? ` (${it.url})` : ''}`)].join('\n')}\n`)
      return exitCodes.done
    }
    let failed = 0
    for await (const line of linesOf(values.file)) {
      const asked = questionOf(line)
      try {
        if (!asked) throw new Error('this line is not a JSON object with "id" and "question"')
        const { answer, sources, confidence, refused, language } = await api.brain.answerQuestion({ baseId, question: asked.question, persona })
        process.stdout.write(`${JSON.stringify({ id: asked.id, answer, sources, confidence, refused, language })}\n`)
      } catch (error) {
        failed++
        process.stdout.write(`${JSON.stringify({ id: asked?.id ?? null, answer: '', sources: [], confidence: 0, error: (error as Error).message })}\n`)
      }
    }
    return failed === 0 ? exitCodes.done : exitCodes.failed

    async function liveOrDraft(agentId: string) {
      if (values.draft) return api.agents.getLiveConfig({ agentId, draft: true })
      return api.agents.getLiveConfig({ agentId }).catch((error: { code?: string }) => {
        if (error.code !== 'agents.not_publishable') throw error
        return api.agents.getLiveConfig({ agentId, draft: true })
      })
    }
  },
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  // trim() takes the mark that some editors put before the first line, too.
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) if (line.trim()) yield line.trim()
}

function questionOf(line: string): { id: unknown; question: string } | undefined {
  try {
    const { id, question } = JSON.parse(line) as { id?: unknown; question?: unknown }
    return typeof question === 'string' ? { id: id ?? null, question } : undefined
  } catch {
    return undefined
  }
}
