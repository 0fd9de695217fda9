import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type Variable, variables } from '#variables.ts'

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

  const ssoAllowHosts = read('MYNA_SSO_ALLOW_HOSTS') ?? []
  const clientOf = (names: string, clientId: string | undefined, clientSecret: string | undefined, url: string | undefined) => {
    const { protocol, hostname, host } = url ? new URL(url) : {}
    // The secret goes there: over the open internet never without TLS.
    if (protocol === 'http:' && !ssoAllowHosts.some((it) => it === hostname || it === host))
      problems.push(`${names}_URL is "${url}", which is not reached over TLS. Write https:, or name its host in MYNA_SSO_ALLOW_HOSTS.`)
    if (clientId && clientSecret) return { clientId, clientSecret, url }
    if (clientId || clientSecret) problems.push(`${names}_ID and ${names}_SECRET are of use only together; one of them is missing.`)
    return undefined
  }

  const lentTwilioOf = (accountId: string | undefined, secret: string | undefined) => {
    if (accountId && secret) return { accountId, secret, region: null }
    if (accountId || secret) problems.push('MYNA_TWILIO_ACCOUNT and MYNA_TWILIO_TOKEN are of use only together; one of them is missing.')
    return undefined
  }

  const iceOf = (iceServers: { urls: string; username?: string; credential?: string }[] = [], turnSecret?: string) => {
    if (!turnSecret && iceServers.some((it) => it.urls.startsWith('turn') && it.username === undefined))
      problems.push('MYNA_ICE_SERVERS names a TURN server without a name and a word. Write turn:name:word@host:port, or set MYNA_TURN_SECRET.')
    return { iceServers, turnSecret }
  }

  const tracesOf = (url: string | undefined, headers: Record<string, string> = {}, share = 1) => (url ? { url, headers, share } : undefined)

  const tlsOf = (certFile: string | undefined, keyFile: string | undefined, caFile: string | undefined) => {
    if (certFile && keyFile) return { certFile, keyFile, caFile }
    if (certFile || keyFile || caFile)
      problems.push('MYNA_TLS_CERT and MYNA_TLS_KEY are needed together, and MYNA_TLS_CA is of use only with them; one is missing.')
    return undefined
  }

  const redisOf = (url: string | undefined, prefix = 'myna:') => (url ? { url, prefix } : undefined)

  const s3Of = () => {
    const [url, bucket, key, secret] = [read('MYNA_S3_URL'), read('MYNA_S3_BUCKET'), read('MYNA_S3_KEY'), read('MYNA_S3_SECRET')]
    const [region, prefix, style] = [read('MYNA_S3_REGION') ?? 'us-east-1', read('MYNA_S3_PREFIX') ?? '', read('MYNA_S3_STYLE') ?? ('path' as const)]
    if (url && bucket && key && secret) return { url, bucket, key, secret, region, prefix, style }
    if (url || bucket || key || secret)
      problems.push('MYNA_S3_URL, MYNA_S3_BUCKET, MYNA_S3_KEY and MYNA_S3_SECRET are of use only together; one of them is missing.')
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
    rabbitmqUrl: read('RABBITMQ_URL'),
    queuePrefix: read('MYNA_QUEUE_PREFIX') ?? 'myna',
    databasePool: read('MYNA_DATABASE_POOL') ?? 10,
    databaseWaitMs: read('MYNA_DATABASE_WAIT_MS') ?? 30_000,
    databaseListenUrl: read('MYNA_DATABASE_LISTEN_URL'),
    redis: redisOf(read('MYNA_REDIS_URL'), read('MYNA_REDIS_PREFIX')),
    s3: s3Of(),
    target: read('MYNA_TARGET') ?? 'all',
    addresses: read('MYNA_ADDRESSES') ?? {},
    addressFile: read('MYNA_ADDRESS_FILE'),
    secret: read('MYNA_SECRET'),
    previousSecret: read('MYNA_SECRET_PREVIOUS'),
    crawlAllowHosts: read('MYNA_CRAWL_ALLOW_HOSTS') ?? [],
    modelAllowHosts: read('MYNA_MODEL_ALLOW_HOSTS') ?? [],
    embedding: embeddingOf(read('MYNA_EMBEDDING_URL'), read('MYNA_EMBEDDING_MODEL'), read('MYNA_EMBEDDING_KEY')),
    lentTwilio: lentTwilioOf(read('MYNA_TWILIO_ACCOUNT'), read('MYNA_TWILIO_TOKEN')),
    twilioUrl: read('MYNA_TWILIO_URL'),
    carrierAllowHosts: read('MYNA_CARRIER_ALLOW_HOSTS') ?? [],
    ...iceOf(read('MYNA_ICE_SERVERS'), read('MYNA_TURN_SECRET')),
    speechAllowHosts: read('MYNA_SPEECH_ALLOW_HOSTS') ?? [],
    toolAllowHosts: read('MYNA_TOOL_ALLOW_HOSTS') ?? [],
    appAllowHosts: read('MYNA_APP_ALLOW_HOSTS') ?? [],
    pluginFolder: resolve(read('MYNA_PLUGIN_FOLDER') ?? join(read('MYNA_DATA') ?? '.myna', 'plugins')),
    smtpUrl: read('MYNA_SMTP_URL'),
    operators: read('MYNA_OPERATORS') ?? [],
    origins: read('MYNA_ORIGINS') ?? [],
    oauth: {
      google: clientOf('MYNA_OAUTH_GOOGLE', read('MYNA_OAUTH_GOOGLE_ID'), read('MYNA_OAUTH_GOOGLE_SECRET'), read('MYNA_OAUTH_GOOGLE_URL')),
      github: clientOf('MYNA_OAUTH_GITHUB', read('MYNA_OAUTH_GITHUB_ID'), read('MYNA_OAUTH_GITHUB_SECRET'), read('MYNA_OAUTH_GITHUB_URL')),
      microsoft: clientOf('MYNA_OAUTH_MICROSOFT', read('MYNA_OAUTH_MICROSOFT_ID'), read('MYNA_OAUTH_MICROSOFT_SECRET'), read('MYNA_OAUTH_MICROSOFT_URL')),
      microsoftTenant: read('MYNA_OAUTH_MICROSOFT_TENANT'),
    },
    ssoAllowHosts,
    mailFrom: read('MYNA_MAIL_FROM') ?? 'Myna <myna@localhost>',
    trustedProxies: read('MYNA_TRUSTED_PROXIES') ?? 0,
    connectionsPerAddress: read('MYNA_CONNECTIONS_PER_ADDRESS') ?? 1_000,
    limitFactor: read('MYNA_LIMIT_FACTOR') ?? 1,
    metricsToken: read('MYNA_METRICS_TOKEN'),
    traces: tracesOf(read('OTEL_EXPORTER_OTLP_ENDPOINT'), read('OTEL_EXPORTER_OTLP_HEADERS'), read('OTEL_TRACES_SAMPLER_ARG')),
    drainMs: read('MYNA_DRAIN_MS') ?? 10_000,
    tls: tlsOf(read('MYNA_TLS_CERT'), read('MYNA_TLS_KEY'), read('MYNA_TLS_CA')),
    logLevel: read('MYNA_LOG_LEVEL') ?? ('info' as const),
  }
  if (problems.length > 0) throw new ConfigRefusal(problems.join('\n'))
  return config
}
