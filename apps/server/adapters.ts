import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from '@myna/kernel'
import { createAuditAnchors } from '#audit-anchors.ts'
import type { Config } from '#config.ts'
import type { Secrets } from '#secrets.ts'
import { version } from '#version.ts'

/** What the adapters of a process are made from. */
export type Given = { config: Config; secrets: Secrets; log: Log; remotes: Readonly<Record<string, string>> }

/** What is to be closed when the process ends, besides the ports themselves. */
export type Opened = { ports: unknown; close?(): Promise<void> }

/** How crawls introduce themselves. */
const userAgentOf = (publicUrl: string) => `MynaBot/${version} (+${publicUrl})`

/** Makes what each service is given: the one place that knows vendors. Adapters are loaded only for services that run here. */
export const portMakers: Readonly<Record<string, (given: Given) => Promise<Opened>>> = {
  async gateway({ config, secrets, remotes }) {
    const consoleFolder = fileURLToPath(new URL('../console/dist/', import.meta.url))
    return { ports: { publicUrl: config.publicUrl, operatorToken: secrets.operatorToken, consoleFolder, remotes, secret: secrets.callerSecret, version } }
  },
  async identity({ config, secrets, log }) {
    return { ports: { mailer: await mailerOf(config, log), publicUrl: config.publicUrl, secret: secrets.authSecret } }
  },
  async audit({ config, secrets }) {
    return { ports: { signingKey: secrets.auditKey, anchors: createAuditAnchors(join(config.dataFolder, 'audit-anchors')) } }
  },
  async knowledge({ config }) {
    const { createGuardedFetch, createGuardedWeb } = await import('@myna/fetch-guarded')
    const web = createGuardedWeb({ allowHosts: config.crawlAllowHosts, userAgent: userAgentOf(config.publicUrl) })
    const [{ createPdfReader }, { createDocxReader, createXlsxReader }, { createCsvReader, createTextReaders }] = await Promise.all([
      import('@myna/documents-pdf'),
      import('@myna/documents-office'),
      import('@myna/documents-plain'),
    ])
    const documents = [createPdfReader(), createDocxReader(), createXlsxReader(), createCsvReader(), ...createTextReaders()]
    if (!config.embedding) return { ports: { web, documents, embedder: null }, close: () => web.close() }
    const { createOpenAiEmbedder } = await import('@myna/embedding-openai-compatible')
    const guarded = createGuardedFetch({ allowHosts: config.modelAllowHosts })
    const { url: baseUrl, model, key } = config.embedding
    const embedder = createOpenAiEmbedder({ fetch: guarded.fetch, baseUrl, model, key })
    return { ports: { web, documents, embedder }, close: async () => void (await Promise.all([web.close(), guarded.close()])) }
  },
  async brain({ config }) {
    const [{ createGuardedFetch }, { createLanguageModels }] = await Promise.all([import('@myna/fetch-guarded'), import('@myna/language-model-ai-sdk')])
    const guarded = createGuardedFetch({ allowHosts: config.modelAllowHosts })
    return { ports: { makeLanguageModel: createLanguageModels({ fetch: guarded.fetch }) }, close: () => guarded.close() }
  },
  async tools({ config, log }) {
    const [{ createGuardedFetch }, { createHttpToolRunner }, { createMcpConnector }, { createPluginFolder }] = await Promise.all([
      import('@myna/fetch-guarded'),
      import('@myna/tools-http'),
      import('@myna/tools-mcp'),
      import('@myna/tools-plugin'),
    ])
    const guarded = createGuardedFetch({ allowHosts: config.toolAllowHosts })
    const { fetch } = guarded
    const plugins = createPluginFolder({ folder: config.pluginFolder, fetch, log: log.child({ service: 'tools' }) })
    const close = async () => void (await Promise.all([plugins.close(), guarded.close()]))
    return { ports: { runHttp: createHttpToolRunner({ fetch }), connectMcp: createMcpConnector({ fetch }), plugins }, close }
  },
  async voice({ log }) {
    const [{ createEspeak }, { createPocketsphinx }, { createMemoryBlobs }] = await Promise.all([
      import('@myna/speech-espeak'),
      import('@myna/recognition-pocketsphinx'),
      import('@myna/blobs-memory'),
    ])
    const [engine, recogniser] = [createEspeak({ log }), createPocketsphinx()]
    const close = async () => void (await Promise.all([engine.close(), recogniser.close()]))
    return { ports: { engines: [engine], recognisers: [recogniser], cache: createMemoryBlobs({ maxBytes: 32_000_000 }) }, close }
  },
  async calls({ config }) {
    const [{ createFolderBlobs }, { createGuardedFetch }, { createTwilioCarrier, twilioProtocol }, { createPeers }] = await Promise.all([
      import('@myna/blobs-folder'),
      import('@myna/fetch-guarded'),
      import('@myna/telephony-twilio'),
      import('@myna/media-werift'),
    ])
    const guarded = createGuardedFetch({ allowHosts: config.carrierAllowHosts })
    const make = createTwilioCarrier({ fetch: guarded.fetch, ...(config.twilioUrl ? { baseUrl: config.twilioUrl } : {}) })
    const ports = {
      recordings: createFolderBlobs(join(config.dataFolder, 'recordings')),
      recordingFolder: join(config.dataFolder, 'recording'),
      carriers: { twilio: { make, protocol: twilioProtocol } },
      carriersAreHere: config.carrierAllowHosts.length > 0,
      publicUrl: config.publicUrl,
      peers: createPeers({ iceServers: config.iceServers }),
      lentAccount: config.lentTwilio,
    }
    return { ports, close: () => guarded.close() }
  },
}

async function mailerOf({ smtpUrl, mailFrom, dataFolder }: Config, log: Log) {
  if (smtpUrl) return (await import('@myna/mail-smtp')).createSmtpMailer({ url: smtpUrl, from: mailFrom })
  return (await import('@myna/mail-folder')).createFolderMailer({ folder: join(dataFolder, 'mail'), from: mailFrom, log })
}
