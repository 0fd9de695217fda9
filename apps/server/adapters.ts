import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log, Upstreams, WorkDesk } from '@myna/kernel'
import { PortFault } from '@myna/ports/fault'
import type { OpenidSettings } from '@myna/ports/identity-provider'
import type { RecognitionMaker, SpeechMaker } from '@myna/ports/speech-vendor'
import type { WatchRequest } from '@myna/ports/vendor-watch'
import { createAuditAnchors } from '#audit-anchors.ts'
import type { Config } from '#config.ts'
import type { Engines } from '#engines.ts'
import { iceServersFor } from '#ice-servers.ts'
import { openRecordings } from '#recordings.ts'
import type { Secrets } from '#secrets.ts'
import type { Watching } from '#watching.ts'
import { version } from '#version.ts'

/** What the adapters of a process are made from. */
export type Given = { config: Config; secrets: Secrets; log: Log; upstreams: Upstreams | undefined; engines: Engines; desk: WorkDesk; watch: Watching['watch'] }

/** What is to be closed when the process ends, besides the ports themselves. */
export type Opened = { ports: unknown; close?(): Promise<void> }

/** How crawls introduce themselves. */
const userAgentOf = (publicUrl: string) => `MynaBot/${version} (+${publicUrl})`

/** Makes what each service is given: the one place that knows vendors. Adapters are loaded only for services that run here. */
export const portMakers: Readonly<Record<string, (given: Given) => Promise<Opened>>> = {
  async gateway({ config, secrets, log, watch, upstreams, desk, engines: { cache, counters, localCounters, fanOut } }) {
    const consoleFolder = fileURLToPath(new URL('../console/dist/', import.meta.url))
    const { operatorToken, callerSecret: secret } = secrets
    const { limitFactor } = config
    const ports = { publicUrl: config.publicUrl, operatorToken, consoleFolder, upstreams, secret, version, cache, counters, localCounters, fanOut, limitFactor }
    const { createGuardedFetch } = await import('@myna/fetch-guarded')
    const guarded = createGuardedFetch({ allowHosts: config.appAllowHosts, connections: 200, watch: watch('app') })
    const look = async () => (await import('#look-at-engines.ts')).lookAtEngines(config, log)
    return { ports: { ...ports, appFetch: guarded.fetch, lookAtEngines: look, desk, dataFolder: config.dataFolder }, close: () => guarded.close() }
  },
  async identity({ config, secrets, log }) {
    const { publicUrl, origins, operators, smtpUrl } = config
    const { close, ...providers } = await identityProvidersOf(config)
    const mailer = await mailerOf(config, log)
    return { ports: { mailer, mailIsOn: smtpUrl !== undefined, publicUrl, origins, operators, secret: secrets.authSecret, ...providers }, close }
  },
  async workspace({ engines: { presence } }) {
    return { ports: { presence } }
  },
  async audit({ config, secrets }) {
    return { ports: { signingKey: secrets.auditKey, anchors: createAuditAnchors(join(config.dataFolder, 'audit-anchors')) } }
  },
  async knowledge({ config, watch }) {
    const { createGuardedFetch, createGuardedWeb } = await import('@myna/fetch-guarded')
    const web = createGuardedWeb({ allowHosts: config.crawlAllowHosts, userAgent: userAgentOf(config.publicUrl), watch: watch('web') })
    const [{ createPdfReader }, { createDocxReader, createXlsxReader }, { createCsvReader, createTextReaders }] = await Promise.all([
      import('@myna/documents-pdf'),
      import('@myna/documents-office'),
      import('@myna/documents-plain'),
    ])
    const documents = [createPdfReader(), createDocxReader(), createXlsxReader(), createCsvReader(), ...createTextReaders()]
    if (!config.embedding) return { ports: { web, documents, embedder: null }, close: () => web.close() }
    const { createOpenAiEmbedder } = await import('@myna/embedding-openai-compatible')
    const guarded = createGuardedFetch({ allowHosts: config.modelAllowHosts, watch: watch('embedding') })
    const { url: baseUrl, model, key } = config.embedding
    const embedder = createOpenAiEmbedder({ fetch: guarded.fetch, baseUrl, model, key })
    return { ports: { web, documents, embedder }, close: async () => void (await Promise.all([web.close(), guarded.close()])) }
  },
  async brain({ config, watch }) {
    const [{ createGuardedFetch }, { createLanguageModels }] = await Promise.all([import('@myna/fetch-guarded'), import('@myna/language-model-ai-sdk')])
    const guarded = createGuardedFetch({ allowHosts: config.modelAllowHosts, watch: watch('model') })
    return { ports: { makeLanguageModel: createLanguageModels({ fetch: guarded.fetch }) }, close: () => guarded.close() }
  },
  async tools({ config, log, watch }) {
    const [{ createGuardedFetch }, { createHttpToolRunner }, { createMcpConnector }, { createPluginFolder }] = await Promise.all([
      import('@myna/fetch-guarded'),
      import('@myna/tools-http'),
      import('@myna/tools-mcp'),
      import('@myna/tools-plugin'),
    ])
    const guarded = createGuardedFetch({ allowHosts: config.toolAllowHosts, watch: watch('tool') })
    const { fetch } = guarded
    const plugins = createPluginFolder({ folder: config.pluginFolder, fetch, log: log.child({ service: 'tools' }) })
    const close = async () => void (await Promise.all([plugins.close(), guarded.close()]))
    return { ports: { runHttp: createHttpToolRunner({ fetch }), connectMcp: createMcpConnector({ fetch }), plugins }, close }
  },
  async apps({ config, watch }) {
    const { createGuardedWeb } = await import('@myna/fetch-guarded')
    const web = createGuardedWeb({ allowHosts: config.appAllowHosts, userAgent: userAgentOf(config.publicUrl), watch: watch('app') })
    return { ports: { web, allowHosts: config.appAllowHosts }, close: () => web.close() }
  },
  async voice({ config, log, watch }) {
    const [
      { createEspeak },
      { createSherpaRecognition, createSherpaSpeech },
      { createPocketsphinx },
      { createSoundswallower },
      { createMemoryBlobs },
      vendors,
    ] = await Promise.all([
      import('@myna/speech-espeak'),
      import('@myna/local-models-sherpa'),
      import('@myna/recognition-pocketsphinx'),
      import('@myna/recognition-soundswallower'),
      import('@myna/blobs-memory'),
      speechVendorsOf(config, watch('speech')),
    ])
    const models = { folder: join(config.dataFolder, 'models'), log }
    // What the operator has brought is wanted before what comes with the product.
    const engines = [createSherpaSpeech(models), createEspeak({ log })]
    const recognisers = [createSherpaRecognition(models), createPocketsphinx()]
    const grammars = [createSoundswallower({ log })]
    const close = async () => void (await Promise.all([...engines, ...recognisers, ...grammars, vendors].map((it) => it.close())))
    const { makeSpeech, makeRecognition } = vendors
    return { ports: { engines, recognisers, grammars, makeSpeech, makeRecognition, cache: createMemoryBlobs({ maxBytes: 32_000_000 }) }, close }
  },
  async calls({ config, log, watch }) {
    const [{ createGuardedFetch }, { createTwilioCarrier, twilioProtocol }, { createPeers }] = await Promise.all([
      import('@myna/fetch-guarded'),
      import('@myna/telephony-twilio'),
      import('@myna/media-werift'),
    ])
    const recordings = await openRecordings(config, log)
    const iceServers = iceServersFor(config.iceServers, config.turnSecret)
    const guarded = createGuardedFetch({ allowHosts: config.carrierAllowHosts, watch: watch('carrier') })
    const make = createTwilioCarrier({ fetch: guarded.fetch, ...(config.twilioUrl ? { baseUrl: config.twilioUrl } : {}) })
    const ports = {
      recordings: recordings.store,
      recordingFolder: join(config.dataFolder, 'recording'),
      ledgerFolder: join(config.dataFolder, 'ledger'),
      carriers: { twilio: { make, protocol: twilioProtocol } },
      carriersAreHere: config.carrierAllowHosts.length > 0,
      publicUrl: config.publicUrl,
      peers: createPeers({ iceServers: () => iceServers('server') }),
      iceServers,
      lentAccount: config.lentTwilio,
    }
    return { ports, close: async () => void (await Promise.all([recordings.close(), guarded.close()])) }
  },
}

async function mailerOf({ smtpUrl, mailFrom, dataFolder }: Config, log: Log) {
  if (smtpUrl) return (await import('@myna/mail-smtp')).createSmtpMailer({ url: smtpUrl, from: mailFrom })
  return (await import('@myna/mail-folder')).createFolderMailer({ folder: join(dataFolder, 'mail'), from: mailFrom, log })
}

/** Whom people sign in with, behind the guard. */
async function identityProvidersOf({ oauth, ssoAllowHosts: allowHosts }: Config) {
  const [{ createGuardedFetch }, { createGithub, createGoogle, createMicrosoft, createOpenidProvider }, { createSamlProtocol }, { resolveTxt }] =
    await Promise.all([
      import('@myna/fetch-guarded'),
      import('@myna/identity-provider-openid'),
      import('@myna/identity-provider-saml'),
      import('node:dns/promises'),
    ])
  const guarded = createGuardedFetch({ allowHosts })
  const { fetch } = guarded
  const { google, github, microsoft, microsoftTenant: tenant } = oauth
  return {
    vendors: {
      ...(google ? { google: createGoogle({ fetch, ...google }) } : {}),
      ...(github ? { github: createGithub({ fetch, ...github }) } : {}),
      ...(microsoft ? { microsoft: createMicrosoft({ fetch, ...microsoft, tenant }) } : {}),
    },
    makeOpenid: (settings: OpenidSettings) => createOpenidProvider({ fetch, ...settings }),
    saml: createSamlProtocol(),
    resolveText: (name: string) =>
      resolveTxt(name).then(
        (records) => records.map((it) => it.join('')),
        () => [],
      ),
    close: () => guarded.close(),
  }
}

/** Vendors that speak and listen for tenants, behind the guard. */
async function speechVendorsOf({ speechAllowHosts: allowHosts }: Config, watch: WatchRequest) {
  const [
    { createGuardedFetch, createGuardedSocket },
    { createDeepgramSpeech },
    { createGoogleSpeech },
    { createOpenAiSpeech },
    { createElevenLabsSpeech },
    { createHttpSpeech, readHttpSpeechOptions },
    { createDeepgramRecognition },
    { createGoogleRecognition },
    { createOpenAiRecognition },
    { createElevenLabsRecognition },
  ] = await Promise.all([
    import('@myna/fetch-guarded'),
    import('@myna/speech-deepgram'),
    import('@myna/speech-google'),
    import('@myna/speech-openai'),
    import('@myna/speech-elevenlabs'),
    import('@myna/speech-http'),
    import('@myna/recognition-deepgram'),
    import('@myna/recognition-google'),
    import('@myna/recognition-openai'),
    import('@myna/recognition-elevenlabs'),
  ])
  // Every call under way may speak and listen through the same vendor.
  const guarded = createGuardedFetch({ allowHosts, connections: 500, watch })
  const sockets = createGuardedSocket({ allowHosts, connections: 500, watch })
  const { fetch } = guarded
  const { openSocket } = sockets

  const makeSpeech: SpeechMaker = ({ kind, name, options, ...it }) => {
    // One address may stand for both trades.
    const baseUrl = it.baseUrl?.replace(/^ws/, 'http')
    const given = { fetch, name, key: it.key ?? '', baseUrl, model: it.model ?? undefined }
    if (kind === 'deepgram') return createDeepgramSpeech(given)
    if (kind === 'google') return createGoogleSpeech(given)
    if (kind === 'openai') return createOpenAiSpeech({ ...given, instructions: options.instructions })
    if (kind === 'elevenlabs') {
      const [stability, similarity, style] = ['stability', 'similarity', 'style'].map((option) => shareOf(options, option))
      return createElevenLabsSpeech({ ...given, stability, similarity, style })
    }
    return createHttpSpeech({ fetch, name, key: it.key, url: baseUrl ?? '', ...readHttpSpeechOptions(options) })
  }
  const makeRecognition: RecognitionMaker = ({ kind, options, ...it }) => {
    const given = { fetch, openSocket, key: it.key ?? '', baseUrl: it.baseUrl ?? undefined, model: it.model ?? undefined }
    if (kind === 'deepgram') return createDeepgramRecognition(given)
    if (kind === 'google') {
      const locales = {
        en: oneOf(options, 'englishLocale', ['en-IN', 'en-US', 'en-GB'] as const),
        bn: oneOf(options, 'bengaliLocale', ['bn-IN', 'bn-BD'] as const),
      }
      return createGoogleRecognition({ ...given, allowHosts, locales })
    }
    if (kind === 'openai') return createOpenAiRecognition(given)
    if (kind === 'elevenlabs') return createElevenLabsRecognition(given)
    throw new PortFault('A voice server only speaks.', { retryable: false })
  }
  return { makeSpeech, makeRecognition, close: async () => void (await Promise.all([guarded.close(), sockets.close()])) }
}

/** An option from 0 to 1; undefined when it is not set. Throws `PortFault` when it is anything else. */
function shareOf(options: Readonly<Record<string, string>>, name: string): number | undefined {
  const text = options[name]?.trim() ?? ''
  if (text === '') return undefined
  const share = Number(text)
  if (!(share >= 0 && share <= 1)) throw new PortFault(`The option "${name}" is no number from 0 to 1.`, { retryable: false })
  return share
}

/** An option that is one of some words; undefined when it is not set. Throws `PortFault` when it is anything else. */
function oneOf<T extends string>(options: Readonly<Record<string, string>>, name: string, words: readonly T[]): T | undefined {
  const text = options[name]?.trim() ?? ''
  const word = words.find((it) => it === text)
  if (text !== '' && word === undefined) throw new PortFault(`The option "${name}" is none of ${words.join(', ')}.`, { retryable: false })
  return word
}
