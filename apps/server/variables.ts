import { z } from 'zod'
import { address, addressesOf, addressesOfMail, headersOf, hosts, iceServersOf, originsOf, port } from '#setting-readers.ts'

/** A variable of the environment: what it means to an operator, and how it is read. */
export type Variable = { reads: z.core.$ZodType; summary: string; fallback: string /** Never repeated, not even when it is wrong. */; isSecret?: true }

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
  RABBITMQ_URL: {
    reads: z.string().regex(/^amqps?:\/\//),
    summary:
      'RabbitMQ 3.10 or newer that carries word of events between processes, `amqps://user:password@host:5671/vhost`; unset: PostgreSQL does. Of use with DATABASE_URL only.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_QUEUE_PREFIX: {
    reads: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,59}$/i),
    summary: 'Stands before the names of queues in RabbitMQ; installations that share a virtual host need different ones.',
    fallback: 'myna',
  },
  MYNA_DATABASE_POOL: {
    reads: z.coerce.number().int().min(2).max(200),
    summary:
      'Most connections of this process to PostgreSQL, besides one that hears. All processes together stay below its `max_connections`, or go through a pooler.',
    fallback: '10',
  },
  MYNA_DATABASE_WAIT_MS: {
    reads: z.coerce.number().int().min(0).max(3_600_000),
    summary: 'How long a start waits for a PostgreSQL that is starting, in recovery or not to be reached; `0`: it does not.',
    fallback: '30000',
  },
  MYNA_DATABASE_LISTEN_URL: {
    reads: z.string().regex(/^postgres(ql)?:\/\//),
    summary: 'The PostgreSQL server itself, where DATABASE_URL leads through a pooler such as PgBouncer in transaction mode: notifications are heard there.',
    fallback: '<DATABASE_URL>',
    isSecret: true,
  },
  MYNA_REDIS_URL: {
    reads: z.string().regex(/^rediss?:\/\/./),
    summary:
      'Redis 6.2 or newer, `redis://…`, or `rediss://…` for TLS: cache, limits, presence and news of several processes. Unset: each process has its own, and news goes by PostgreSQL.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_REDIS_PREFIX: {
    reads: z.string().regex(/^[\w.:-]{1,50}$/),
    summary: 'What all keys in Redis begin with; another for each installation that shares one.',
    fallback: 'myna:',
  },
  MYNA_S3_URL: {
    reads: address,
    summary: 'Store that speaks the protocol of S3, such as `https://s3.eu-central-1.amazonaws.com`: recordings are kept there. Unset: in the data folder.',
    fallback: '–',
  },
  MYNA_S3_BUCKET: { reads: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/), summary: 'Its bucket, which has to be there.', fallback: '–' },
  MYNA_S3_REGION: { reads: z.string().regex(/^[a-z0-9-]{1,50}$/), summary: 'Its region.', fallback: 'us-east-1' },
  MYNA_S3_KEY: { reads: z.string().min(1), summary: 'Id of the access key.', fallback: '–' },
  MYNA_S3_SECRET: { reads: z.string().min(1), summary: 'Secret of the access key.', fallback: '–', isSecret: true },
  MYNA_S3_PREFIX: {
    reads: z.string().regex(/^[\w.-]+(\/[\w.-]+)*\/$/),
    summary: 'What all names in the bucket begin with, such as `myna/`.',
    fallback: '–',
  },
  MYNA_S3_STYLE: {
    reads: z.enum(['path', 'host']),
    summary: 'Whether the bucket stands in the path of an address or before its host.',
    fallback: 'path',
  },
  MYNA_TARGET: {
    reads: z.string().min(1),
    summary: 'Which services this process runs: `all`, `edge`, `talk`, `work`, `office`, or names with commas. Same as `--target`.',
    fallback: 'all',
  },
  MYNA_ADDRESSES: {
    reads: z.string().transform(addressesOf),
    summary:
      'Where the other services are: `identity=http://10.0.0.5:3000|http://10.0.0.6:3000,brain=…`. Several instances stand between bars; `dns://name:port` is every address of a name, `srv://_http._tcp.name` what its SRV records say.',
    fallback: '–',
  },
  MYNA_ADDRESS_FILE: {
    reads: z.string().min(1),
    summary:
      'JSON file of the same, `{"identity": ["http://10.0.0.5:3000"]}`, read again when it changes; it goes before `MYNA_ADDRESSES`. One that cannot be read is left aside, with a word in the log.',
    fallback: '–',
  },
  MYNA_SECRET: {
    reads: z.string().regex(/^[0-9a-f]{64}$/),
    summary:
      '32 bytes in hexadecimal that encrypt stored secrets and sign callers between processes; the same everywhere. Unset: made on first start and kept in the data folder.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_SECRET_PREVIOUS: {
    reads: z.string().regex(/^[0-9a-f]{64}$/),
    summary:
      'A second secret that is believed and opens what it sealed, while `MYNA_SECRET` is replaced: name the new one here in every process, then exchange the two in every process, and leave the old one here as long as there is anything sealed under it, such as recordings.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_TLS_CERT: {
    reads: z.string().min(1),
    summary: 'Certificate in PEM by which other processes know this one: it then speaks TLS beside plain HTTP on its port. Read again when it is renewed.',
    fallback: '–',
  },
  MYNA_TLS_KEY: { reads: z.string().min(1), summary: 'Its private key in PEM.', fallback: '–' },
  MYNA_TLS_CA: {
    reads: z.string().min(1),
    summary:
      'Authority in PEM whose certificates other processes must show before they are believed about a caller; addresses are then `https:`. People need none.',
    fallback: '–',
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
      'STUN and TURN servers (commas) for sound of browsers over lossy networks, which goes over UDP to any port of this machine: `stun:host:3478,turn:name:word@host:3478`, or `turn:host:3478` with MYNA_TURN_SECRET. Browsers are given them with each call; of each kind the server asks the first.',
    fallback: '–',
    isSecret: true,
  },
  MYNA_TURN_SECRET: {
    reads: z.string().min(1),
    summary:
      'Secret that is shared with TURN servers (`use-auth-secret` of coturn): whoever calls gets a name and a word of their own from it, good for 12 hours. Without it a name in MYNA_ICE_SERVERS is told to all who call.',
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
  MYNA_APP_ALLOW_HOSTS: {
    reads: hosts,
    summary: 'Hosts of registered applications that may be reached although their address is private, and without TLS.',
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
  MYNA_OPERATORS: {
    reads: z.string().transform(addressesOfMail),
    summary: 'E-mail addresses (commas) of those who run this installation, once verified; unset: the first person to sign up, and whom they add.',
    fallback: '–',
  },
  MYNA_ORIGINS: {
    reads: z.string().transform(originsOf),
    summary: 'Further addresses of the console (commas), such as `https://voice.example.com`: passkeys are made for each.',
    fallback: '–',
  },
  MYNA_OAUTH_GOOGLE_ID: { reads: z.string().min(1), summary: 'Client id of Google: people may then sign in with it.', fallback: '–' },
  MYNA_OAUTH_GOOGLE_SECRET: { reads: z.string().min(1), summary: 'Its client secret.', fallback: '–', isSecret: true },
  MYNA_OAUTH_GOOGLE_URL: { reads: address, summary: 'Address of Google or of what plays it.', fallback: 'https://accounts.google.com' },
  MYNA_OAUTH_GITHUB_ID: { reads: z.string().min(1), summary: 'Client id of a GitHub OAuth application: people may then sign in with it.', fallback: '–' },
  MYNA_OAUTH_GITHUB_SECRET: { reads: z.string().min(1), summary: 'Its client secret.', fallback: '–', isSecret: true },
  MYNA_OAUTH_GITHUB_URL: {
    reads: address,
    summary: 'Address of GitHub: an Enterprise server of your own, or your tenant at `ghe.com`.',
    fallback: 'https://github.com',
  },
  MYNA_OAUTH_MICROSOFT_ID: { reads: z.string().min(1), summary: 'Client id of a Microsoft Entra application: people may then sign in with it.', fallback: '–' },
  MYNA_OAUTH_MICROSOFT_SECRET: { reads: z.string().min(1), summary: 'Its client secret.', fallback: '–', isSecret: true },
  MYNA_OAUTH_MICROSOFT_URL: {
    reads: address,
    summary: 'Address of Microsoft: of a national cloud `https://login.microsoftonline.us` or `https://login.partner.microsoftonline.cn`.',
    fallback: 'https://login.microsoftonline.com',
  },
  MYNA_OAUTH_MICROSOFT_TENANT: {
    reads: z.string().regex(/^(common|organizations|consumers|[0-9a-f-]{36})$/),
    summary: 'Whose Microsoft accounts: `common`, `organizations`, `consumers` or the id of a tenant.',
    fallback: 'common',
  },
  MYNA_SSO_ALLOW_HOSTS: {
    reads: hosts,
    summary: 'Hosts of identity providers and sign-in vendors that may be reached although their address is private, and vendors without TLS.',
    fallback: '–',
  },
  MYNA_TRUSTED_PROXIES: {
    reads: z.coerce.number().int().min(0).max(10),
    summary: 'How many proxies in front of Myna are believed about the address of a caller.',
    fallback: '0',
  },
  MYNA_CONNECTIONS_PER_ADDRESS: {
    reads: z.coerce.number().int().min(0).max(1_000_000),
    summary: 'Most connections at once from one address, or one IPv6 /64, to a process with the gateway; `0`: no limit. Behind trusted proxies there is none.',
    fallback: '1000',
  },
  MYNA_LIMIT_FACTOR: {
    reads: z.coerce.number().min(0).max(1_000_000),
    summary:
      'What all limits of requests in a minute are multiplied by; `0`: no limits. The limits themselves are set in the console or by `PUT /api/v1/gateway/platform/limits`.',
    fallback: '1',
  },
  MYNA_METRICS_TOKEN: {
    reads: z.string().min(16),
    summary: 'Who reads `/metrics` must show it as a bearer token; unset: they are read from private addresses, and not through a proxy.',
    fallback: '–',
    isSecret: true,
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    reads: address,
    summary: 'Collector of traces that speaks OTLP over HTTP, such as `http://localhost:4318`; unset: nothing is traced.',
    fallback: '–',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    reads: z.string().transform(headersOf),
    summary: 'Headers for that collector, `name=value` with commas between them.',
    fallback: '–',
    isSecret: true,
  },
  OTEL_TRACES_SAMPLER_ARG: {
    reads: z.coerce.number().min(0).max(1),
    summary: 'Share of all traces that are kept, 0 to 1; the same everywhere.',
    fallback: '1',
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
