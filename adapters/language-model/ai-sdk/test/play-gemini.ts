import { type Body, isText, playVendor, unknownName, type Wire } from '#test/vendor-server.ts'

type Part = {
  text?: unknown
  functionCall?: { id?: unknown; name?: unknown; args?: unknown }
  functionResponse?: { id?: unknown; name?: unknown; response?: unknown }
}
type Content = { role?: unknown; parts?: Part[] }

const known = ['contents', 'systemInstruction', 'generationConfig', 'tools', 'toolConfig', 'safetySettings', 'model']
const knownOfGeneration = ['maxOutputTokens', 'temperature', 'topP', 'topK', 'stopSequences', 'thinkingConfig', 'seed']
const toolName = /^[a-zA-Z_][a-zA-Z0-9_.-]{0,63}$/

/** Gemini's `streamGenerateContent` with server-sent events. A wrong key is a bad request there, a missing one is forbidden. */
export const playGemini = () =>
  playVendor(wire, { key: 'AIza-right', models: ['gemini-2.0-flash', 'gemini-2.5-flash', 'gemini-2.5-pro', 'gemini-3-flash-preview'], folder: '/v1beta' })

const event = (it: object) => `data: ${JSON.stringify({ ...it, modelVersion: 'gemini', responseId: 'r1' })}\r\n\r\n`
const partsOf = (...parts: object[]) => event({ candidates: [{ content: { parts, role: 'model' }, index: 0 }] })
const statusNames: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
}

const wire: Wire = {
  routeOf(method, url) {
    const [, model] = /^\/v1beta\/models\/([^/:]+):streamGenerateContent$/.exec(url.pathname) ?? []
    return method === 'POST' && model !== undefined && url.search === '?alt=sse' ? { model } : undefined
  },
  keyOf: (headers) => String(headers['x-goog-api-key'] ?? '') || undefined,
  refusalOfKey: (given) =>
    given === undefined
      ? { status: 403, code: 'PERMISSION_DENIED', message: "Method doesn't allow unregistered callers." }
      : { status: 400, code: 'API_KEY_INVALID', message: 'API key not valid. Please pass a valid API key.' },
  refusalOfModel: (model) => ({ status: 404, code: 'NOT_FOUND', message: `models/${model} is not found for API version v1beta.` }),
  noCredit: { status: 429, code: 'RESOURCE_EXHAUSTED', message: 'You exceeded your current quota.' },
  overloaded: { status: 503, code: 'UNAVAILABLE', message: 'The model is overloaded. Please try again later.' },
  errorBody: ({ status, code, message }) => ({
    error: {
      code: status,
      message,
      status: statusNames[status] ?? 'UNKNOWN',
      ...(code === 'API_KEY_INVALID' ? { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: code, domain: 'googleapis.com' }] } : {}),
    },
  }),
  check: (body) => checkFields(body) ?? checkContents(body.contents) ?? checkTools(body.tools),
  limitOf: (body) => Number((body.generationConfig as { maxOutputTokens?: unknown } | undefined)?.maxOutputTokens ?? Infinity),
  begin: () => '',
  word: (text) => partsOf({ text }),
  call({ id, name, arguments: given }) {
    // Its arguments come whole; garbage can only be something that is no object.
    let args: unknown = given
    try {
      args = JSON.parse(given)
    } catch {
      // Sent as it is.
    }
    return partsOf({ functionCall: { id, name, args } })
  },
  end(why, { input, output }) {
    const finishReason = { stop: 'STOP', calls: 'STOP', length: 'MAX_TOKENS', filtered: 'SAFETY' }[why]
    const usageMetadata = { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output }
    return event({ candidates: [{ content: { parts: [{ text: '' }], role: 'model' }, finishReason, index: 0 }], usageMetadata })
  },
  errorInside: () => event({ error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }),
}

function checkFields(body: Body): string | undefined {
  const unknown = unknownName(body, known)
  if (unknown !== undefined) return `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`
  const config = (body.generationConfig ?? {}) as {
    maxOutputTokens?: unknown
    temperature?: unknown
    thinkingConfig?: { thinkingBudget?: unknown; thinkingLevel?: unknown }
  }
  const unknownOfConfig = unknownName(config, knownOfGeneration)
  if (unknownOfConfig !== undefined) return `Invalid JSON payload received. Unknown name "${unknownOfConfig}" at 'generation_config': Cannot find field.`
  const { maxOutputTokens, temperature, thinkingConfig } = config
  if (maxOutputTokens !== undefined && (!Number.isInteger(maxOutputTokens) || Number(maxOutputTokens) < 1)) return 'max_output_tokens must be positive.'
  if (temperature !== undefined && (typeof temperature !== 'number' || temperature < 0 || temperature > 2))
    return 'temperature must be in the range [0.0, 2.0].'
  const model = String(body.model)
  if (thinkingConfig && model.startsWith('gemini-2.0')) return 'Thinking is not supported for this model.'
  if (model === 'gemini-2.5-pro' && thinkingConfig?.thinkingBudget === 0) return 'Budget 0 is invalid. This model only works in thinking mode.'
  if (model.startsWith('gemini-3') && thinkingConfig?.thinkingBudget !== undefined) return 'Thinking budget is not supported for this model.'
  return undefined
}

function checkContents(contents: unknown): string | undefined {
  if (!Array.isArray(contents) || contents.length === 0) return '* GenerateContentRequest.contents: contents is not specified'
  let calls: Part[] = []
  for (const { role, parts = [] } of contents as Content[]) {
    if (role !== 'user' && role !== 'model') return 'Please use a valid role: user, model.'
    if (parts.length === 0) return 'Unable to submit request because it must include at least one parts field.'
    if (parts.some((it) => !isText(it.text) && !isText(it.functionCall?.name) && !isText(it.functionResponse?.name)))
      return 'required oneof field data must have one initialized field'
    const responses = parts.filter((it) => it.functionResponse)
    if (responses.length !== calls.length)
      return 'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.'
    calls = parts.filter((it) => it.functionCall)
    if (calls.some((it) => typeof it.functionCall?.args !== 'object')) return 'Invalid value at args'
    if (calls.length > 0 && role !== 'model') return 'Please ensure that function call turn comes from the model.'
  }
  if ((contents as Content[])[0]?.role !== 'user') return 'Please ensure that the conversation begins with a user turn.'
  return calls.length > 0 ? 'Please ensure that function call turn is followed by a function response turn.' : undefined
}

function checkTools(tools: unknown): string | undefined {
  if (tools === undefined) return undefined
  for (const { functionDeclarations } of tools as {
    functionDeclarations?: { name?: unknown; parameters?: unknown; parametersJsonSchema?: { type?: unknown } }[]
  }[])
    for (const it of functionDeclarations ?? []) if (!toolName.test(String(it.name))) return 'Invalid function name.'
  return undefined
}
