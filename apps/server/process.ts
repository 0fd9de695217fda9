import { setTimeout as sleep } from 'node:timers/promises'
import { contracts } from '@myna/contracts'
import { type AnyService, checkNeeds, createHouse, createLog, createVault, createWorkDesk, openCertificates, openDatabase, serve } from '@myna/kernel'
import { type Opened, portMakers } from '#adapters.ts'
import { openBroker } from '#broker.ts'
import type { Config } from '#config.ts'
import { folderOf } from '#data-folder.ts'
import { openEngines } from '#engines.ts'
import { keepHeapLean } from '#lean-heap.ts'
import { type ListeningSocket, listen } from '#listening.ts'
import { openNeighbours } from '#neighbours.ts'
import { openSecrets } from '#secrets.ts'
import { allListeners, serviceLoaders } from '#services.ts'
import { servicesOf } from '#targets.ts'
import { version } from '#version.ts'
import { countedCache, openWatching } from '#watching.ts'

/** As long as others take to ask all their neighbours how they do. */
const farewellMs = 2_500

/** A Myna process that serves. */
export type MynaProcess = { url: string; sockets: readonly ListeningSocket[]; services: string[]; database: 'embedded' | 'server'; stop(): Promise<void> }

/**
 * Starts the services of the configured target and listens, at the sockets of an earlier process when they are `given`. Throws a refusal with a sentence for
 * people when it cannot. Stopping takes no new work, lets running work end for `drainMs`, and closes the database last.
 */
export async function startProcess(config: Config, given: Promise<readonly ListeningSocket[]> = Promise.resolve([])): Promise<MynaProcess> {
  const names = servicesOf(config.target)
  const secrets = openSecrets(folderOf(config), config.secret, config.previousSecret)
  const log = createLog({ level: config.logLevel })
  const services: AnyService[] = await Promise.all(names.map((name) => serviceLoaders[name]!()))
  const closers: (() => Promise<void>)[] = []
  try {
    const certificates = config.tls && (await openCertificates({ ...config.tls, log }))
    if (certificates) closers.unshift(async () => certificates.close())
    const upstreams = await openNeighbours(config, names, log, certificates)
    if (upstreams) closers.unshift(() => upstreams.close())
    checkNeeds(services, (name) => upstreams?.knows(name) ?? false)
    const database = await openDatabase({
      url: config.databaseUrl,
      listenUrl: config.databaseListenUrl,
      dataDir: config.dataFolder,
      poolSize: config.databasePool,
      patienceMs: config.databaseWaitMs,
      log,
    })
    closers.unshift(() => database.close())
    const watching = await openWatching({ traces: config.traces, target: names.length === Object.keys(serviceLoaders).length ? 'all' : config.target }, log)
    closers.unshift(() => watching.close())
    const opening = await openEngines(config, log, database)
    closers.unshift(() => opening.close())
    const engines = { ...opening, cache: countedCache(opening.cache, watching.metrics) }
    const desk = createWorkDesk(database)
    const broker = await openBroker(config, log)
    if (broker) closers.unshift(() => broker.close())
    const opened = await Promise.all(
      names.map(
        async (name): Promise<[string, Opened]> => [
          name,
          (await portMakers[name]?.({ config, secrets, log, upstreams, engines, desk, watch: watching.watch })) ?? { ports: {} },
        ],
      ),
    )
    for (const [, { close }] of opened) if (close) closers.unshift(close)
    const house = await createHouse({
      services,
      upstreams,
      contracts,
      database,
      broker,
      log,
      tracer: watching.tracer,
      metrics: watching.metrics,
      listeners: await allListeners(),
      ports: Object.fromEntries(opened.map(([name, it]) => [name, it.ports])),
      vault: createVault(secrets.vaultKey, secrets.previousVaultKey),
      secret: secrets.callerSecret,
    })
    const ready = async () =>
      database.ready().then(
        () => undefined,
        () => 'The database does not answer.',
      )
    const { app, drain } = await serve({
      house,
      log,
      secret: secrets.callerSecret,
      previousSecret: secrets.previousCallerSecret,
      certificates,
      version,
      ready,
      metricsToken: config.metricsToken,
      trustedProxies: config.trustedProxies,
      // Neighbours and proxies ask for many.
      limits: { connectionsPerAddress: config.trustedProxies > 0 || !names.includes('gateway') ? 0 : config.connectionsPerAddress },
    })
    await house.start()
    await app.ready()
    const listening = await listen(app.server, config, await given).catch(async (error: unknown) => {
      await house.drain(0)
      throw error
    })
    keepHeapLean()
    const { host } = config
    return {
      url: `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${listening.port}`,
      sockets: listening.sockets,
      services: names,
      database: database.kind,
      async stop() {
        const patience = new Promise((resolve) => setTimeout(resolve, config.drainMs).unref())
        const drained = drain()
        // It may fail while others are still told; what went wrong is thrown below.
        drained.catch(() => {})
        // Others hear with their next health question that this process is about to end; what they ask until then is answered.
        const isAsked = !names.includes('gateway') && (upstreams?.list().length ?? 0) > 0
        if (isAsked) await sleep(Math.min(farewellMs, config.drainMs / 2))
        await Promise.race([Promise.all([drained, app.close(), listening.close()]), patience])
        await house.drain(config.drainMs)
        for (const close of closers) await close()
      },
    }
  } catch (error) {
    for (const close of closers) await close().catch(() => {})
    throw error
  }
}
