import { type Body, isText, playVendor, unknownName, type Wire } from '#test/vendor-server.ts'

type Message = {
  role?: unknown
  content?: unknown
  tool_calls?: { id?: unknown; type?: unknown; function?: { name?: unknown; arguments?: unknown } }[]
  tool_call_id?: unknown
}

const known = [
  'model',
  'messages',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'stream',
  'stream_options',
  'tools',
  'tool_choice',
  'reasoning_effort',
  'top_p',
  'stop',
]
const roles = new Set(['system', 'developer', 'user', 'assistant', 'tool'])
const toolName = /^[a-zA-Z0-9_-]{1,64}$/
const thinks = (model: unknown) => /^(?:o\d|gpt-5)/.test(String(model))

/** OpenAI's chat completions, and a model of somebody else behind the same interface. */
export const playOpenAi = () => playVendor(wire, { key: 'sk-test-right', models: ['gpt-4o-mini', 'gpt-5-mini', 'o4-mini', 'small-1'], folder: '/v1' })

const chunk = (delta: object, finish: string | null) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish, logprobs: null }] })}\n\n`

const wire: Wire = {
  routeOf: (method, url) => (method === 'POST' && url.pathname === '/v1/chat/completions' ? { model: null } : undefined),
  keyOf: (headers) => headers.authorization?.replace(/^Bearer ?/, '') || undefined,
  refusalOfKey: (given) => ({
    status: 401,
    code: 'invalid_api_key',
    message: given ? `Incorrect API key provided: ${given}.` : "You didn't provide an API key.",
  }),
  refusalOfModel: (model) => ({ status: 404, code: 'model_not_found', message: `The model '${model}' does not exist.` }),
  noCredit: { status: 429, code: 'insufficient_quota', message: 'You exceeded your current quota.' },
  overloaded: { status: 503, code: 'server_error', message: 'The server is overloaded.' },
  errorBody: ({ message, code }) => ({ error: { message, type: 'invalid_request_error', param: null, code } }),
  check: (body) => checkFields(body) ?? checkMessages(body.messages) ?? checkTools(body.tools),
  limitOf: (body) => Number(body.max_tokens ?? body.max_completion_tokens ?? Infinity),
  begin: () => chunk({ role: 'assistant', content: '' }, null),
  word: (text) => chunk({ content: text }, null),
  call({ id, name, arguments: given }, index) {
    const half = Math.ceil(given.length / 2)
    return [
      { index, id, type: 'function', function: { name, arguments: '' } },
      { index, function: { arguments: given.slice(0, half) } },
      { index, function: { arguments: given.slice(half) } },
    ]
      .map((call) => chunk({ tool_calls: [call] }, null))
      .join('')
  },
  end(why, { input, output }) {
    const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
    const last = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage }
    const finish = { stop: 'stop', length: 'length', calls: 'tool_calls', filtered: 'content_filter' }[why]
    return `${chunk({}, finish)}data: ${JSON.stringify(last)}\n\ndata: [DONE]\n\n`
  },
  errorInside: () => `data: ${JSON.stringify({ error: { message: 'The server had an error.', type: 'server_error', param: null, code: null } })}\n\n`,
}

function checkFields(body: Body): string | undefined {
  const unknown = unknownName(body, known)
  if (unknown !== undefined) return `Unrecognized request argument supplied: ${unknown}`
  const { temperature, max_tokens: maxTokens, max_completion_tokens: maxCompletion, model } = body
  if (temperature !== undefined && (typeof temperature !== 'number' || temperature < 0 || temperature > 2)) return 'temperature is out of range'
  if (thinks(model) && maxTokens !== undefined) return "Unsupported parameter: 'max_tokens' is not supported with this model."
  if (thinks(model) && temperature !== undefined) return "Unsupported parameter: 'temperature' is not supported with this model."
  if (!thinks(model) && body.reasoning_effort !== undefined) return "Unrecognized request argument supplied: 'reasoning_effort'"
  if (/^o\d/.test(String(model)) && !['low', 'medium', 'high', undefined].includes(body.reasoning_effort as string))
    return 'Unsupported value: reasoning_effort'
  const limit = maxTokens ?? maxCompletion
  if (limit !== undefined && (!Number.isInteger(limit) || Number(limit) < 1)) return 'max_tokens must be a positive integer'
  if (body.stream !== true) return 'this server streams only'
  return undefined
}

function checkMessages(messages: unknown): string | undefined {
  if (!Array.isArray(messages) || messages.length === 0) return "Missing required parameter: 'messages'."
  let waiting = new Set<unknown>()
  for (const [at, message] of (messages as Message[]).entries()) {
    if (!roles.has(String(message.role))) return `Invalid value: messages[${at}].role`
    if (message.role === 'tool') {
      if (!waiting.delete(message.tool_call_id)) return "messages with role 'tool' must be a response to a preceding message with 'tool_calls'."
      if (typeof message.content !== 'string') return `messages[${at}].content must be a string`
      continue
    }
    if (waiting.size > 0) return "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'."
    const calls = message.tool_calls ?? []
    if (calls.some((it) => it.type !== 'function' || !isText(it.id) || !isText(it.function?.name) || !isJson(it.function?.arguments)))
      return `Invalid value: messages[${at}].tool_calls`
    waiting = new Set(calls.map((it) => it.id))
    if (!(typeof message.content === 'string' || (message.content === null && calls.length > 0))) return `Invalid value: messages[${at}].content`
  }
  return waiting.size > 0 ? "An assistant message with 'tool_calls' must be followed by tool messages." : undefined
}

function checkTools(tools: unknown): string | undefined {
  if (tools === undefined) return undefined
  if (!Array.isArray(tools) || tools.length === 0) return 'Invalid value: tools is empty'
  for (const tool of tools as { type?: unknown; function?: { name?: unknown; parameters?: { type?: unknown } } }[])
    if (tool.type !== 'function' || !toolName.test(String(tool.function?.name)) || tool.function?.parameters?.type !== 'object')
      return "Invalid value: 'tools[0].function'"
  return undefined
}

function isJson(text: unknown): boolean {
  try {
    return typeof text === 'string' && typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}
