import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { serviceLoaders } from '#services.ts'
import { servicesOf } from '#targets.ts'
import { serveMyna } from '#test/myna.ts'
import { openPlace } from '#test/place.ts'
import { variables } from '#variables.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const files = (folder: string) => readdirSync(join(root, folder)).map((it) => `${folder}/${it}`)

type Service = { image?: string; environment?: Record<string, string>; stop_grace_period?: string; healthcheck?: object; deploy?: object; networks?: string[] }
const compose = parse(read('deploy/compose/compose.yaml'), { merge: true }) as { services: Record<string, Service>; networks: object; volumes: object }
const ours = Object.entries(compose.services).filter(([, it]) => it.image?.includes('MYNA_IMAGE'))
const serving = ours.filter(([, it]) => it.environment?.MYNA_TARGET !== undefined)
const chart = 'deploy/helm/myna'
const values = parse(read(`${chart}/values.yaml`)) as { targets: Record<string, { services: string[]; settings: object }>; settings: object; drainMs: number }
const boards = files('deploy/grafana/dashboards')
const workflows = files('.github/workflows')

/** Whether a program is on this machine. */
function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('settings and targets', () => {
  const known = new Set(Object.keys(variables))

  it('of Compose are those that Myna reads', () => {
    const names = ours.flatMap(([, it]) => Object.keys(it.environment ?? {})).filter((it) => !it.startsWith('PROBE_'))
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((it) => !known.has(it))).toEqual([])
  })

  it('of the chart and the image are those that Myna reads', () => {
    const templates = files(`${chart}/templates`).map(read).join('\n')
    const names = [
      ...[...templates.matchAll(/(?:name|key): ((?:MYNA|OTEL|DATABASE)_\w+)/g)].map((found) => found[1]!),
      ...[...templates.matchAll(/^ {2}((?:MYNA|DATABASE)_\w+):/gm)].map((found) => found[1]!),
      ...Object.keys(values.settings),
      ...Object.values(values.targets).flatMap((it) => Object.keys(it.settings)),
      ...[...read('deploy/Dockerfile').matchAll(/(MYNA_\w+)=/g)].map((found) => found[1]!),
    ]
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((it) => !known.has(it))).toEqual([])
  })

  it('that Compose asks for stand in the example of its environment', () => {
    const example = new Set([...read('deploy/compose/.env.example').matchAll(/^([A-Z0-9_]+)=/gm)].map((found) => found[1]))
    const asked = [...read('deploy/compose/compose.yaml').matchAll(/(?<!\$)\$\{([A-Z0-9_]+):\?/g)].map((found) => found[1])
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((it) => !example.has(it))).toEqual([])
  })

  it('put every service in one place, in Compose and in the chart', () => {
    const all = Object.keys(serviceLoaders).toSorted()
    const places = serving.filter(([name]) => name !== 'talk-2')
    expect(places.flatMap(([, it]) => servicesOf(it.environment!.MYNA_TARGET!)).toSorted()).toEqual(all)
    expect(
      Object.values(values.targets)
        .flatMap((it) => servicesOf(it.services.join(',')))
        .toSorted(),
    ).toEqual(all)
  })

  it('lead to every service at a process that runs it', () => {
    const text = serving[0]![1].environment!.MYNA_ADDRESSES!
    const addresses = Object.fromEntries(text.split(',').map((it) => it.trim().split('=') as [string, string]))
    expect(Object.keys(addresses).toSorted()).toEqual(Object.keys(serviceLoaders).toSorted())
    for (const [service, urls] of Object.entries(addresses))
      for (const url of urls.split('|'))
        expect(servicesOf(compose.services[new URL(url).hostname]!.environment!.MYNA_TARGET!), `${service} at ${url}`).toContain(service)
  })
})

describe('the image', () => {
  it('holds every package of ours that the server loads, since it installs what the server names and no more', () => {
    const { dependencies } = JSON.parse(read('apps/server/package.json')) as { dependencies: Record<string, string> }
    const sources = files('apps/server').filter((it) => it.endsWith('.ts') && !it.endsWith('.test.ts'))
    const loaded = sources.flatMap((it) => [...read(it).matchAll(/(?:from |import\()'(@myna\/[a-z0-9-]+)/g)].map((found) => found[1]!))
    expect(loaded.length).toBeGreaterThan(20)
    expect(loaded.filter((it) => !(it in dependencies))).toEqual([])
  })
})

describe('Compose', () => {
  it('lets every process end its work, checks its health, and limits it', () => {
    for (const [name, it] of serving) {
      const drainMs = Number(it.environment!.MYNA_DRAIN_MS)
      expect(Number.parseInt(it.stop_grace_period!, 10) * 1000, name).toBeGreaterThanOrEqual(2 * drainMs + 10_000)
    }
    for (const [name, it] of Object.entries(compose.services).filter(([name]) => !['migrate', 'probe', ...ours.map(([our]) => our)].includes(name)))
      expect(it.healthcheck, name).toBeDefined()
    for (const [name, it] of Object.entries(compose.services).filter(([name]) => !['migrate', 'probe'].includes(name))) expect(it.deploy, name).toBeDefined()
  })

  it('holds no secret, and keeps engines off the network that leads outside', () => {
    expect(read('deploy/compose/.env.example')).not.toMatch(/^(?:MYNA_SECRET|.*PASSWORD|.*KEY|.*TOKEN)=.+$/m)
    for (const name of ['postgres', 'pgbouncer', 'redis', 'rabbitmq', 's3']) expect(compose.services[name]!.networks, name).toEqual(['engines'])
  })
})

describe('the chart', () => {
  it('carries the alerts and boards of this version', () => {
    expect(read(`${chart}/files/alerts.yaml`)).toBe(read('deploy/prometheus/alerts.yaml'))
    for (const path of boards) expect(read(`${chart}/files/dashboards/${path.split('/').at(-1)}`)).toBe(read(path))
  })

  it.skipIf(!has('helm'))('is rendered and linted by helm, where that is', () => {
    const given = [
      '--set',
      'publicUrl=https://myna.example.com',
      '--set',
      `secrets.MYNA_SECRET=${'a'.repeat(64)}`,
      '--set',
      'secrets.DATABASE_URL=postgres://u:p@h/d',
    ]
    execFileSync('helm', ['lint', '--strict', join(root, chart), ...given])
    const rendered = execFileSync('helm', ['template', 'demo', join(root, chart), ...given]).toString()
    const kinds = parseAllDocuments(rendered).map((it) => (it.toJS() as { kind?: string } | null)?.kind)
    for (const kind of ['Deployment', 'Service', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'NetworkPolicy', 'Job']) expect(kinds).toContain(kind)
  })
})

describe('watching', () => {
  let place: Awaited<ReturnType<typeof openPlace>>
  let server: Awaited<ReturnType<typeof serveMyna>>
  let there: Set<string>
  beforeAll(async () => {
    place = await openPlace()
    server = await serveMyna({ ...place.env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, '--alone')
    const text = await (await fetch(`${server.url}/metrics`)).text()
    there = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map((found) => found[1]!))
  }, 120_000)
  afterAll(async () => {
    await server?.stop('SIGKILL')
    await place?.close()
  })

  const rules = (
    parse(read('deploy/prometheus/alerts.yaml')) as {
      groups: { rules: { record?: string; alert?: string; expr: string; annotations?: { runbook: string } }[] }[]
    }
  ).groups.flatMap((it) => it.rules)
  const recorded = new Set(rules.flatMap((it) => it.record ?? []))
  /** What a query asks for and nobody gives. */
  const missing = (query: string) =>
    [...query.matchAll(/\bmyna[_:][a-z0-9_:]+/g)]
      .map(([name]) => name)
      .filter((name) => !recorded.has(name) && !there.has(name) && !there.has(name.replace(/_(?:bucket|count|sum)$/, '')))

  it('by alerts asks for measures that are there', () => {
    expect(there.size).toBeGreaterThan(30)
    expect(rules.flatMap((it) => missing(it.expr))).toEqual([])
    expect(missing('rate(myna_nonsense_total[5m])')).toEqual(['myna_nonsense_total'])
  })

  it.each(boards)('by %s asks for measures that are there', (path) => {
    const { panels } = JSON.parse(read(path)) as { panels: { title: string; targets: { expr: string }[] }[] }
    expect(panels.length).toBeGreaterThan(4)
    expect(panels.flatMap((it) => it.targets.flatMap((target) => missing(target.expr)))).toEqual([])
  })

  it('tells with every alert what to do', () => {
    const headings = new Set([...read('docs/guide/watch.md').matchAll(/^#+ (.+)$/gm)].map((found) => found[1]!.toLowerCase().replaceAll(' ', '-')))
    for (const { alert, annotations } of rules) if (alert) expect(headings, alert).toContain(annotations!.runbook.split('#')[1])
  })

  it.skipIf(!has('promtool'))('has rules that Prometheus takes, and that fire when they should', () => {
    execFileSync('promtool', ['check', 'rules', join(root, 'deploy/prometheus/alerts.yaml')])
    execFileSync('promtool', ['test', 'rules', 'alerts.test.yaml'], { cwd: join(root, 'deploy/prometheus') })
  })
})

describe('workflows', () => {
  it.each(workflows)('%s uses actions by commit, may do no more than it must, and holds no secret', (path) => {
    const text = read(path)
    const uses = [...text.matchAll(/uses: (\S+)/g)].map((found) => found[1]!)
    expect(uses.filter((it) => !/@[0-9a-f]{40}$/.test(it) && !it.startsWith('./'))).toEqual([])
    expect(parse(text)).toHaveProperty('permissions')
    expect(text.replaceAll(/\$\{\{[^}]*\}\}/g, '')).not.toMatch(/(?:password|token|secret): *[A-Za-z0-9]{8,}/i)
  })
})
