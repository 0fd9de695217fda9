import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigRefusal, readConfig } from '#config.ts'
import { variables } from '#variables.ts'

const refusalOf = (env: Record<string, string>): string => {
  try {
    readConfig(env)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigRefusal)
    return (error as Error).message
  }
  return 'no refusal'
}

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: 'localhost',
      dataFolder: resolve('.myna'),
      url: 'http://localhost:3000',
      publicUrl: 'http://localhost:3000',
      target: 'all',
      databaseUrl: undefined,
      secret: undefined,
      crawlAllowHosts: [],
      drainMs: 10_000,
    })
  })

  it('reads what is set, trimmed, and takes empty for unset', () => {
    const config = readConfig({
      PORT: ' 8080 ',
      MYNA_URL: 'https://myna.example.com///',
      MYNA_CRAWL_ALLOW_HOSTS: 'Intranet.Local, 10.0.0.5:8080 ,',
      MYNA_ADDRESSES: 'identity=http://10.0.0.5:3000/ | dns://identity:3000, brain=http://b',
      MYNA_TARGET: '',
      DATABASE_URL: '  ',
    })
    expect(config).toMatchObject({
      port: 8080,
      url: 'https://myna.example.com',
      publicUrl: 'http://localhost:8080',
      crawlAllowHosts: ['intranet.local', '10.0.0.5:8080'],
      addresses: { identity: ['http://10.0.0.5:3000/', 'dns://identity:3000'], brain: ['http://b'] },
      target: 'all',
      databaseUrl: undefined,
    })
  })

  it('refuses all wrong values at once, naming each and what it wants', () => {
    const wrong = {
      PORT: '70000',
      MYNA_PUBLIC_URL: 'myna',
      MYNA_DATABASE_POOL: 'many',
      MYNA_ADDRESSES: 'identity',
      MYNA_DRAIN_MS: '-1',
      MYNA_LOG_LEVEL: 'loud',
      MYNA_TRUSTED_PROXIES: '1.5',
    }
    const lines = refusalOf(wrong).split('\n')
    expect(lines.map((it) => it.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort())
    for (const [name, value] of Object.entries(wrong))
      expect(lines).toContainEqual(expect.stringMatching(`^${name} is "${value}", which cannot be used. [A-Z]`))
  })

  it('takes an address of embeddings only with a model, and a model only with an address', () => {
    expect(readConfig({}).embedding).toBeUndefined()
    expect(readConfig({ MYNA_EMBEDDING_URL: 'http://localhost:11434/v1/', MYNA_EMBEDDING_MODEL: 'bge-m3' }).embedding).toEqual({
      url: 'http://localhost:11434/v1',
      model: 'bge-m3',
      key: undefined,
    })
    for (const part of [{ MYNA_EMBEDDING_URL: 'http://localhost:11434/v1' }, { MYNA_EMBEDDING_MODEL: 'bge-m3' }, { MYNA_EMBEDDING_KEY: 'hunter2' }])
      expect(refusalOf(part)).toMatch(/^MYNA_EMBEDDING_URL and MYNA_EMBEDDING_MODEL are of use only together/)
  })

  it('takes another address of a sign-in vendor, over TLS or at a host that is allowed', () => {
    const microsoft = { MYNA_OAUTH_MICROSOFT_ID: 'x', MYNA_OAUTH_MICROSOFT_SECRET: 'y', MYNA_OAUTH_MICROSOFT_URL: 'https://login.microsoftonline.us/' }
    expect(readConfig(microsoft).oauth.microsoft).toEqual({ clientId: 'x', clientSecret: 'y', url: 'https://login.microsoftonline.us' })
    const github = { MYNA_OAUTH_GITHUB_ID: 'x', MYNA_OAUTH_GITHUB_SECRET: 'hunter2', MYNA_OAUTH_GITHUB_URL: 'http://git.rao.example:8080' }
    expect(refusalOf(github)).toMatch(/^MYNA_OAUTH_GITHUB_URL is .* not reached over TLS/)
    expect(refusalOf(github)).not.toContain('hunter2')
    for (const host of ['git.rao.example', 'git.rao.example:8080'])
      expect(readConfig({ ...github, MYNA_SSO_ALLOW_HOSTS: host }).oauth.github?.url).toBe('http://git.rao.example:8080')
  })

  it('refuses variables it does not know, since one of them is a misspelling', () => {
    expect(refusalOf({ MYNA_PORT: '3000', MYNA_DTA: '/x', OTHER: 'y', MYNA_TEST_LOG: 'debug' }).split('\n')).toEqual([
      'MYNA_PORT is not a setting of Myna. "myna help" lists those there are.',
      'MYNA_DTA is not a setting of Myna. "myna help" lists those there are.',
    ])
  })

  it('never repeats a secret', () => {
    const hidden = 'hunter2'
    const refusal = refusalOf({
      MYNA_SECRET: hidden,
      DATABASE_URL: `mysql://root:${hidden}@db/x`,
      MYNA_SMTP_URL: `http://mailer:${hidden}@mail`,
      MYNA_PUBLIC_URL: `ftp://me:${hidden}@example.com`,
      MYNA_ADDRESSES: `identity=ftp://a:${hidden}@b`,
      PORT: '0x',
      [`MYNA_${hidden.toUpperCase()}`]: hidden,
    })
    expect(refusal).toContain('MYNA_SECRET is "…"')
    expect(refusal).toContain('MYNA_SMTP_URL is "…"')
    expect(refusal).toContain('DATABASE_URL is "…"')
    expect(refusal).not.toContain(hidden)
  })

  it('says of every variable what it is for', () => {
    for (const [name, { summary, fallback }] of Object.entries(variables))
      expect([name, summary.endsWith('.'), fallback.length > 0]).toEqual([name, true, true])
  })

  it('reads STUN and TURN servers, and refuses what is neither without repeating it', () => {
    expect(readConfig({ MYNA_ICE_SERVERS: 'stun:stun.example.com:3478, turn:myna:p%40ss@turn.example.com:3478?transport=udp' }).iceServers).toEqual([
      { urls: 'stun:stun.example.com:3478' },
      { urls: 'turn:turn.example.com:3478?transport=udp', username: 'myna', credential: 'p@ss' },
    ])
    for (const wrong of ['turn:turn.example.com', 'stun:a:secret@stun.example.com', 'https://example.com', 'stun:']) {
      const refusal = refusalOf({ MYNA_ICE_SERVERS: wrong })
      expect(refusal).toContain('MYNA_ICE_SERVERS')
      expect(refusal).not.toContain('secret')
    }
    expect(readConfig({ MYNA_ICE_SERVERS: 'turn:turn.example.com', MYNA_TURN_SECRET: 'north' })).toMatchObject({
      iceServers: [{ urls: 'turn:turn.example.com' }],
      turnSecret: 'north',
    })
  })
})
