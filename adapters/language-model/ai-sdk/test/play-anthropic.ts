import { type Body, isText, playVendor, unknownName, type Wire } from '#test/vendor-server.ts'

type Block = { type?: unknown; text?: unknown; id?: unknown; name?: unknown; input?: unknown; tool_use_id?: unknown; content?: unknown }
type Message = { role?: unknown; content?: unknown }

const known = ['model', 'messages', 'system', 'max_tokens', 'temperature', 'stream', 'tools', 'tool_choice', 'thinking', 'metadata', 'stop_sequences']
const toolName = /^[a-zA-Z0-9_-]{1,128}$/

/** Anthropic's messages interface. */
export const playAnthropic = () => playVendor(wire, { key: 'sk-ant-right', models: ['claude-haiku-4-5', 'claude-sonnet-4-5'], folder: '/v1' })

const event = (type: string, it: object) => `event: ${type}\ndata: ${JSON.stringify({ type, ...it })}\n\n`

const wire: Wire = {
  routeOf: (method, url) => (method === 'POST' && url.pathname === '/v1/messages' ? { model: null } : undefined),
  keyOf: (headers) => String(headers['x-api-key'] ?? '') || undefined,
  refusalOfKey: () => ({ status: 401, code: 'authentication_error', message: 'invalid x-api-key' }),
  refusalOfModel: (model) => ({ status: 404, code: 'not_found_error', message: `model: ${model}` }),
  noCredit: { status: 400, code: 'invalid_request_error', message: 'Your credit balance is too low to access the Anthropic API.' },
  overloaded: { status: 529, code: 'overloaded_error', message: 'Overloaded' },
  errorBody: ({ code, message }) => ({ type: 'error', error: { type: code, message }, request_id: 'req_1' }),
  check(body, headers) {
    if (headers['anthropic-version'] !== '2023-06-01') return 'anthropic-version: header is required'
    return checkFields(body) ?? checkMessages(body.messages) ?? checkTools(body.tools)
  },
  limitOf: (body) => Number(body.max_tokens),
  begin() {
    const usage = { input_tokens: 12, output_tokens: 1, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 }
    const message = { id: 'msg_1', type: 'message', role: 'assistant', content: [], model: 'claude', stop_reason: null, stop_sequence: null, usage }
    return `${event('message_start', { message })}${event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } })}${event('ping', {})}`
  },
  word: (text) => event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
  call({ id, name, arguments: given }, at) {
    const index = at + 1
    const before = at === 0 ? event('content_block_stop', { index: 0 }) : ''
    const half = Math.ceil(given.length / 2)
    const json = (part: string) => event('content_block_delta', { index, delta: { type: 'input_json_delta', partial_json: part } })
    const start = event('content_block_start', { index, content_block: { type: 'tool_use', id, name, input: {} } })
    return `${before}${start}${json('')}${json(given.slice(0, half))}${json(given.slice(half))}${event('content_block_stop', { index })}`
  },
  end(why, { output }) {
    const before = why === 'calls' ? '' : event('content_block_stop', { index: 0 })
    const reason = { stop: 'end_turn', length: 'max_tokens', calls: 'tool_use', filtered: 'refusal' }[why]
    return `${before}${event('message_delta', { delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: output } })}${event('message_stop', {})}`
  },
  errorInside: () => event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }),
}

function checkFields(body: Body): string | undefined {
  const unknown = unknownName(body, known)
  if (unknown !== undefined) return `${unknown}: Extra inputs are not permitted`
  const { max_tokens: limit, temperature, system } = body
  if (limit === undefined) return 'max_tokens: Field required'
  if (!Number.isInteger(limit) || Number(limit) < 1) return 'max_tokens: Input should be greater than or equal to 1'
  if (Number(limit) > 64_000) return `max_tokens: ${Number(limit)} > 64000, which is the maximum allowed number of output tokens`
  if (temperature !== undefined && (typeof temperature !== 'number' || temperature < 0 || temperature > 1)) return 'temperature: range: 0..1'
  if (Array.isArray(system) && system.some((it: Block) => it.type !== 'text' || !isText(it.text))) return 'system: text content blocks must be non-empty'
  if (body.stream !== true) return 'this server streams only'
  return undefined
}

function checkMessages(messages: unknown): string | undefined {
  if (!Array.isArray(messages) || messages.length === 0) return 'messages: at least one message is required'
  let asked: unknown[] = []
  for (const [at, message] of (messages as Message[]).entries()) {
    if (message.role !== 'user' && message.role !== 'assistant') return `messages.${at}.role: Input should be 'user' or 'assistant'`
    if (at === 0 && message.role !== 'user') return 'messages: first message must use the "user" role'
    const blocks: Block[] = typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : ((message.content ?? []) as Block[])
    if (blocks.length === 0) return `messages.${at}: all messages must have non-empty content`
    if (blocks.some((it) => it.type === 'text' && !isText(it.text))) return `messages.${at}: text content blocks must be non-empty`
    const results = blocks.filter((it) => it.type === 'tool_result').map((it) => it.tool_use_id)
    if (results.some((id) => !asked.includes(id))) return `messages.${at}: unexpected tool_use_id found in tool_result blocks`
    if (asked.some((id) => !results.includes(id))) return `messages.${at - 1}: tool_use ids were found without tool_result blocks immediately after`
    if (message.role === 'assistant' && blocks.some((it) => it.type === 'tool_result')) return `messages.${at}: tool_result blocks can only be in user messages`
    if (results.length > 0 && blocks.findIndex((it) => it.type === 'text') === 0) return `messages.${at}: tool_result blocks must come first`
    const uses = blocks.filter((it) => it.type === 'tool_use')
    if (uses.some((it) => !isText(it.id) || !isText(it.name) || typeof it.input !== 'object'))
      return `messages.${at}: tool_use.input: Input should be a valid dictionary`
    asked = uses.map((it) => it.id)
  }
  return asked.length > 0 ? 'messages: tool_use ids were found without tool_result blocks' : undefined
}

function checkTools(tools: unknown): string | undefined {
  if (tools === undefined) return undefined
  for (const [at, tool] of (tools as { name?: unknown; input_schema?: { type?: unknown } }[]).entries()) {
    const unknown = unknownName(tool, ['name', 'description', 'input_schema', 'type', 'cache_control'])
    if (unknown !== undefined) return `tools.${at}.custom.${unknown}: Extra inputs are not permitted`
    if (!toolName.test(String(tool.name))) return `tools.${at}.custom.name: String should match pattern`
    if (tool.input_schema?.type !== 'object') return `tools.${at}.custom.input_schema.type: Input should be 'object'`
  }
  return undefined
}
