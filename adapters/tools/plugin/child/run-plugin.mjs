// Runs one plugin in a process of its own. Plain JavaScript, since Node reads types with WebAssembly, which this process goes without.
// Lines of JSON come in by descriptor 0 and leave by 1; the plugin is given neither them nor anything that leads to the machine.
import { Buffer } from 'node:buffer'
import fs from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Taken from here, for importing it would open the standard streams and set them not to block.
const { process } = globalThis
const [folder, entry] = process.argv.slice(2)
const exit = process.reallyExit.bind(process)
const { writeSync, read, realpathSync } = fs
const { parse, stringify } = JSON
const { hasOwn, keys: namesOf } = Object
const { from: bufferFrom, alloc, concat } = Buffer
const later = setTimeout
const longestLog = 500

/** What a plugin may use: the language itself, and what of the web platform cannot reach out. */
const kept = new Set(
  `Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise RegExp Error AggregateError EvalError RangeError
  ReferenceError SyntaxError TypeError URIError globalThis JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array
  BigUint64Array BigInt64Array Uint8ClampedArray Float16Array Float32Array Float64Array DataView Map BigInt Set Iterator WeakMap WeakSet Proxy Reflect
  FinalizationRegistry WeakRef decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN URL URLSearchParams AbortController AbortSignal
  Event EventTarget TextEncoder TextDecoder clearInterval clearTimeout setInterval setTimeout queueMicrotask structuredClone atob btoa crypto DOMException
  SuppressedError DisposableStack AsyncDisposableStack`.split(/\s+/),
)

const ports = new Map()
let lastFetch = 0
let running

const refusal = (specifier) => new Error(`A plugin may not import "${specifier}": it has its own files, imported at the top, and fetch.`)

/** Set before the first line of a plugin runs: from then on it may have changed everything the checks below rest on, so nothing more is imported. */
let isClosed = false
const plugin = 'myna:plugin'
const sources = {
  'myna:close': 'close()',
  // All that the plugin imports is found and read before any of it runs; what is named first runs first.
  [plugin]: `import 'myna:close'; export * from ${stringify(entry)}`,
}

registerHooks({
  resolve(specifier, context, next) {
    if (isClosed) throw refusal(specifier)
    if (hasOwn(sources, specifier) && (context.parentURL === plugin || context.parentURL === import.meta.url))
      return { url: specifier, format: 'module', shortCircuit: true }
    if (/^(?:node:|[a-z@][\w@/-]*$)/i.test(specifier)) throw refusal(specifier)
    const found = next(specifier, context)
    let path = ''
    try {
      path = realpathSync(fileURLToPath(found.url))
    } catch {}
    if (!path.startsWith(folder)) throw refusal(specifier)
    return found
  },
  load(url, context, next) {
    if (isClosed) throw refusal(url)
    if (hasOwn(sources, url)) return { format: 'module', source: sources[url], shortCircuit: true }
    const found = next(url, context)
    if (found.format !== 'module' && found.format !== 'json') throw new Error('A plugin is made of .mjs and .json files.')
    return found
  },
})

const say = (message) => {
  let bytes = bufferFrom(`${stringify(message)}\n`)
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes))
    } catch (error) {
      if (error.code !== 'EAGAIN') exit(1)
    }
  }
}

/** `fetch` as the parent does it: only to the hosts of the manifest. */
const proxiedFetch = async (input, init = {}) => {
  const id = ++lastFetch
  const headers = {}
  for (const [name, value] of init.headers ? (typeof init.headers.entries === 'function' ? init.headers.entries() : Object.entries(init.headers)) : [])
    headers[String(name)] = String(value)
  const { body = null } = init
  if (body !== null && typeof body !== 'string' && !(body instanceof Uint8Array) && !(body instanceof URLSearchParams))
    throw new TypeError('The body of a request is a string, bytes or URLSearchParams.')
  if (body instanceof URLSearchParams) headers['content-type'] ??= 'application/x-www-form-urlencoded;charset=UTF-8'
  const sent = body === null ? null : body instanceof Uint8Array ? bufferFrom(body).toString('base64') : bufferFrom(String(body)).toString('base64')
  const answer = await new Promise((resolve, reject) => {
    ports.set(id, { resolve, reject })
    init.signal?.addEventListener('abort', () => reject(init.signal.reason), { once: true })
    say({ type: 'fetch', id, url: String(input?.href ?? input), method: String(init.method ?? 'GET').toUpperCase(), headers, body: sent })
  })
  const bytes = () => new Uint8Array(bufferFrom(answer.body, 'base64'))
  const text = () => new TextDecoder().decode(bytes())
  const lower = new Map(answer.headers)
  return {
    ok: answer.status >= 200 && answer.status < 300,
    status: answer.status,
    url: answer.url,
    headers: {
      get: (name) => lower.get(String(name).toLowerCase()) ?? null,
      has: (name) => lower.has(String(name).toLowerCase()),
      entries: () => lower.entries(),
    },
    text: async () => text(),
    json: async () => parse(text()),
    bytes: async () => bytes(),
    arrayBuffer: async () => bytes().buffer,
  }
}

const logged = (...parts) => {
  try {
    say({
      type: 'log',
      text: parts
        .map((it) => (typeof it === 'string' ? it : stringify(it)))
        .join(' ')
        .slice(0, longestLog),
    })
  } catch {}
}

const hear = async (message, functions) => {
  if (message.type === 'fetched') {
    const port = ports.get(message.id)
    ports.delete(message.id)
    if (message.error === undefined) port?.resolve(message.answer)
    else port?.reject(new TypeError(message.error))
    return
  }
  if (message.type === 'stop') return running?.abort(new Error('The caller went away.'))
  running = new AbortController()
  try {
    const work = hasOwn(functions, message.name) ? functions[message.name] : undefined
    if (typeof work !== 'function') throw new Error(`index.mjs does not export a function "${message.name}".`)
    const result = await work(message.arguments, {
      settings: message.settings,
      fetch: proxiedFetch,
      idempotencyKey: message.idempotencyKey,
      signal: running.signal,
    })
    say({ type: 'result', result: result === undefined ? null : result })
  } catch (error) {
    say({ type: 'failed', error: sentenceOf(error) })
  }
}

const sentenceOf = (error) => {
  try {
    return String(error?.message ?? error).slice(0, longestLog)
  } catch {
    return 'It failed and did not say how.'
  }
}

/** Takes away what leads out of the process, and leaves nothing of `process` that could do harm to whoever gets hold of it. */
const lockUp = () => {
  for (const name of Object.getOwnPropertyNames(globalThis)) if (!kept.has(name)) delete globalThis[name]
  for (const name of Object.getOwnPropertySymbols(globalThis)) delete globalThis[name]
  globalThis.console = { log: logged, info: logged, warn: logged, error: logged, debug: logged }
  const needed = new Set([
    'nextTick',
    'emitWarning',
    '_tickCallback',
    '_exiting',
    'exitCode',
    'version',
    'versions',
    'platform',
    'arch',
    '_fatalException',
    'features',
    'domain',
    'env',
    'cwd',
  ])
  for (const name of Object.getOwnPropertyNames(process)) {
    if (needed.has(name)) continue
    try {
      delete process[name]
    } catch {}
  }
}

const start = async () => {
  // An error nobody catches cannot end a process that waits for a line; the parent does.
  process.setUncaughtExceptionCaptureCallback(() => say({ type: 'crashed' }))
  lockUp()
  let functions
  globalThis.close = () => {
    isClosed = true
    delete globalThis.close
  }
  try {
    functions = await import(plugin)
    say({ type: 'ready', functions: namesOf(functions).filter((it) => typeof functions[it] === 'function') })
  } catch (error) {
    say({ type: 'broken', error: sentenceOf(error) })
    return exit(0)
  }
  let rest = alloc(0)
  const chunk = alloc(65_536)
  const listen = () =>
    read(0, chunk, 0, chunk.length, null, (error, count) => {
      if (error?.code === 'EAGAIN') return void later(listen, 5)
      if (error || count === 0) return exit(0)
      rest = concat([rest, chunk.subarray(0, count)])
      for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
        const message = parse(rest.subarray(0, end).toString())
        rest = rest.subarray(end + 1)
        void hear(message, functions)
      }
      listen()
    })
  listen()
}

await start()
