import { join, resolve } from 'node:path'
import { z } from 'zod'

/** A variable of the environment: what it means to an operator, and how it is read. */
type Variable = { reads: z.core.$ZodType; summary: string; fallback: string /** Never repeated, not even when it is wrong. */; isSecret?: true }

const port = z.coerce.number().int().min(0).max(65_535)
const hosts = z.string().transform((text) =>
  text
    .split(',')
    .map((it) => it.trim().toLowerCase())
    .filter(Boolean),
)
const address = z.url({ protocol: /^https?$/ }).transform((it) => it.replace(/\/+$/, ''))

/** Every variable Myna reads. `docs/guide/environment.md` is made from this table. */
export const variables = {
  PORT: { reads: port, summary: 'Port to listen on.', fallback: '3000' },
  MYNA_HOST: {
    reads: z.string().min(1),
    summary: 'Address to listen on; `0.0.0.0` lets other machines in, which should happen behind TLS only.',
    fallback: 'localhost',
  },
  MYNA_DATA: { reads: z.string().min(1), summary: 'Data folder: embedded database, recordings, secrets, mail that was not sent by SMTP.', fallback: '.myna' },
  MYNA_URL: { reads: address, summary: 'Server that the command line talks to.', fallback: 'http://localhost:<PORT>' },
  MYNA_API_KEY: { reads: z.string().min(1), summary: 'API key of the command line when the server is on another machine.', fallback: '–', isSecret: true },
  MYNA_PUBLIC_URL: {
    reads: address,
    summary: 'Where people reach Myna; used in links and mails. With `https:` cookies are sent over TLS only.',
    fallback: 'http://localhost:<PORT>',
  },
  DATABASE_URL: {
    reads: z.string().regex(/^postgres(ql)?:\/\//),
    summary: 'PostgreSQL 15 or newer, `postgres://…`; unset: the embedded database in the data folder.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_DATABASE_POOL: { reads: z.coerce.number().int().min(2).max(200), summary: 'Most connections to PostgreSQL.', fallback: '10' },
  MYNA_TARGET: {
    reads: z.string().min(1),
    summary: 'Which services this process runs: `all`, `edge`, `talk`, `work`, `office`, or names with commas. Same as `--target`.',
    fallback: 'all',
  },
  MYNA_ADDRESSES: {
    reads: z.string().transform(addressesOf),
    summary: 'Where the other services are: `identity=http://10.0.0.5:3000,brain=…`.',
    fallback: '–',
  },
  MYNA_SECRET: {
    reads: z.string().regex(/^[0-9a-f]{64}$/),
    summary:
      '32 bytes in hexadecimal that encrypt stored secrets and sign callers between processes; the same everywhere. Unset: made on first start and kept in the data folder.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_CRAWL_ALLOW_HOSTS: {
    reads: hosts,
    summary: 'Hosts (`name` or `name:port`, commas) a crawl may reach although their address is private.',
    fallback: '–',
  },
  MYNA_MODEL_ALLOW_HOSTS: {
    reads: hosts,
    summary: 'Hosts of language models that may be reached although their address is private, such as `localhost:11434`.',
    fallback: '–',
  },
  MYNA_EMBEDDING_URL: {
    reads: address,
    summary: 'Server of embeddings that speaks the OpenAI protocol, such as `https://api.openai.com/v1`: knowledge is then found by meaning too.',
    fallback: '–',
  },
  MYNA_EMBEDDING_MODEL: { reads: z.string().min(1).max(200), summary: 'Its model, one that knows the languages of your callers.', fallback: '–' },
  MYNA_EMBEDDING_KEY: { reads: z.string().min(1), summary: 'Its key, if it needs one.', fallback: '–', isSecret: true },
  MYNA_TWILIO_ACCOUNT: {
    reads: z.string().regex(/^AC[0-9a-f]{32}$/),
    summary: 'A Twilio account below which organisations may open accounts of their own; without it each connects its own.',
    fallback: '–',
  },
  MYNA_TWILIO_TOKEN: { reads: z.string().min(1), summary: 'Its auth token.', fallback: '–', isSecret: true },
  MYNA_TWILIO_URL: { reads: address, summary: 'Address of Twilio or of what plays it.', fallback: 'https://api.twilio.com' },
  MYNA_CARRIER_ALLOW_HOSTS: {
    reads: hosts,
    summary: 'Hosts of carriers that may be reached although their address is private, as when one is played on this machine.',
    fallback: '–',
  },
  MYNA_ICE_SERVERS: {
    reads: z.string().transform(iceServersOf),
    summary:
      'STUN and TURN servers (commas) for sound of browsers over lossy networks, which goes over UDP to any port of this machine: `stun:host:3478,turn:name:word@host:3478`. Of each kind the first is asked.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_SPEECH_ALLOW_HOSTS: {
    reads: hosts,
    summary: 'Hosts of speech vendors that may be reached although their address is private, such as a voice server of your own.',
    fallback: '–',
  },
  MYNA_TOOL_ALLOW_HOSTS: {
    reads: hosts,
    summary: 'Hosts that tools, plugins and MCP servers may reach although their address is private.',
    fallback: '–',
  },
  MYNA_PLUGIN_FOLDER: { reads: z.string().min(1), summary: 'Folder of plugins, read while Myna runs.', fallback: '<MYNA_DATA>/plugins' },
  MYNA_SMTP_URL: {
    reads: z.string().regex(/^smtps?:\/\//),
    summary: 'Mail server, `smtp://user:password@host:587`; unset: mails are written to `mail/` in the data folder.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_MAIL_FROM: { reads: z.string().min(3), summary: 'Sender of mails.', fallback: 'Myna <myna@localhost>' },
  MYNA_TRUSTED_PROXIES: {
    reads: z.coerce.number().int().min(0).max(10),
    summary: 'How many proxies in front of Myna are believed about the address of a caller.',
    fallback: '0',
  },
  MYNA_DRAIN_MS: {
    reads: z.coerce.number().int().min(0).max(600_000),
    summary: 'How long running work may go on after a stop was asked for.',
    fallback: '10000',
  },
  MYNA_LOG_LEVEL: {
    reads: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
    summary: 'How much is logged: debug, info, warn, error, silent.',
    fallback: 'info',
  },
} satisfies Record<string, Variable>

export type Config = ReturnType<typeof readConfig>

/** Why Myna cannot start as configured: sentences for the person who starts it. */
export class ConfigRefusal extends Error {
  override name = 'ConfigRefusal'
}

/** Reads the configuration; every wrong or unknown `MYNA_…` value is named in one refusal. */
export function readConfig(env: NodeJS.ProcessEnv) {
  const problems: string[] = []
  function read<K extends keyof typeof variables>(name: K): z.output<(typeof variables)[K]['reads']> | undefined {
    const { reads, summary, isSecret }: Variable = variables[name]
    const text = env[name]?.trim()
    if (!text) return undefined
    const result = z.safeParse(reads, text)
    if (result.success) return result.data as z.output<(typeof variables)[K]['reads']>
    problems.push(`${name} is "${isSecret ? '…' : text.replace(/\/\/[^/\s]*@/g, '//…@')}", which cannot be used. ${summary.replaceAll('`', '')}`)
    return undefined
  }
  for (const name of Object.keys(env))
    if (name.startsWith('MYNA_') && !name.startsWith('MYNA_TEST_') && !(name in variables))
      problems.push(`${name} is not a setting of Myna. "myna help" lists those there are.`)

  const embeddingOf = (url: string | undefined, model: string | undefined, key: string | undefined) => {
    if (url && model) return { url, model, key }
    if (url || model || key) problems.push('MYNA_EMBEDDING_URL and MYNA_EMBEDDING_MODEL are of use only together; one of them is missing.')
    return undefined
  }

  const lentTwilioOf = (accountId: string | undefined, secret: string | undefined) => {
    if (accountId && secret) return { accountId, secret, region: null }
    if (accountId || secret) problems.push('MYNA_TWILIO_ACCOUNT and MYNA_TWILIO_TOKEN are of use only together; one of them is missing.')
    return undefined
  }

  const port = read('PORT') ?? 3000
  const here = `http://localhost:${port}`
  const config = {
    port,
    host: read('MYNA_HOST') ?? 'localhost',
    dataFolder: resolve(read('MYNA_DATA') ?? '.myna'),
    url: read('MYNA_URL') ?? here,
    apiKey: read('MYNA_API_KEY'),
    publicUrl: read('MYNA_PUBLIC_URL') ?? here,
    databaseUrl: read('DATABASE_URL'),
    databasePool: read('MYNA_DATABASE_POOL') ?? 10,
    target: read('MYNA_TARGET') ?? 'all',
    addresses: read('MYNA_ADDRESSES') ?? {},
    secret: read('MYNA_SECRET'),
    crawlAllowHosts: read('MYNA_CRAWL_ALLOW_HOSTS') ?? [],
    modelAllowHosts: read('MYNA_MODEL_ALLOW_HOSTS') ?? [],
    embedding: embeddingOf(read('MYNA_EMBEDDING_URL'), read('MYNA_EMBEDDING_MODEL'), read('MYNA_EMBEDDING_KEY')),
    lentTwilio: lentTwilioOf(read('MYNA_TWILIO_ACCOUNT'), read('MYNA_TWILIO_TOKEN')),
    twilioUrl: read('MYNA_TWILIO_URL'),
    carrierAllowHosts: read('MYNA_CARRIER_ALLOW_HOSTS') ?? [],
    iceServers: read('MYNA_ICE_SERVERS') ?? [],
    speechAllowHosts: read('MYNA_SPEECH_ALLOW_HOSTS') ?? [],
    toolAllowHosts: read('MYNA_TOOL_ALLOW_HOSTS') ?? [],
    pluginFolder: resolve(read('MYNA_PLUGIN_FOLDER') ?? join(read('MYNA_DATA') ?? '.myna', 'plugins')),
    smtpUrl: read('MYNA_SMTP_URL'),
    mailFrom: read('MYNA_MAIL_FROM') ?? 'Myna <myna@localhost>',
    trustedProxies: read('MYNA_TRUSTED_PROXIES') ?? 0,
    drainMs: read('MYNA_DRAIN_MS') ?? 10_000,
    logLevel: read('MYNA_LOG_LEVEL') ?? ('info' as const),
  }
  if (problems.length > 0) throw new ConfigRefusal(problems.join('\n'))
  return config
}

function addressesOf(text: string, context: z.RefinementCtx): Record<string, string> {
  const addresses: Record<string, string> = {}
  for (const pair of text
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)) {
    const [name, url] = pair.split(/=(.*)/s, 2)
    const read = address.safeParse(url)
    if (name && read.success) addresses[name] = read.data
    else context.addIssue(`"${pair}" is not name=http://host:port`)
  }
  return addresses
}

function iceServersOf(text: string, context: z.RefinementCtx): { urls: string; username?: string; credential?: string }[] {
  return text.split(',').flatMap((it) => {
    const [, scheme, username, credential, host] =
      /^(stun|turns?):(?:([^:@\s]+):([^@\s]+)@)?([\w.-]+(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?)$/.exec(it.trim()) ?? []
    const urls = `${scheme}:${host}`
    if (scheme === 'stun' && !username) return [{ urls }]
    if (scheme?.startsWith('turn') && username && credential) return [{ urls, username: plain(username), credential: plain(credential) }]
    context.addIssue('one of them is neither stun:host:port nor turn:name:word@host:port')
    return []
  })
}

/** A name or word in which special characters stand as in addresses, `%40` for `@`. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
