import { contracts } from '@myna/contracts'
import { type AnyService, checkNeeds, createHouse, createLog, createVault, openDatabase, serve } from '@myna/kernel'
import { type Opened, portMakers } from '#adapters.ts'
import { type Config, ConfigRefusal } from '#config.ts'
import { folderOf } from '#data-folder.ts'
import { type ListeningSocket, listen } from '#listening.ts'
import { openSecrets } from '#secrets.ts'
import { allListeners, serviceLoaders } from '#services.ts'
import { servicesOf } from '#targets.ts'
import { version } from '#version.ts'

/** A Myna process that serves. */
export type MynaProcess = { url: string; sockets: readonly ListeningSocket[]; services: string[]; database: 'embedded' | 'server'; stop(): Promise<void> }

/**
 * Starts the services of the configured target and listens, at the sockets of an earlier process when they are `given`. Throws a refusal with a sentence for
 * people when it cannot. Stopping takes no new work, lets running work end for `drainMs`, and closes the database last.
 */
export async function startProcess(config: Config, given: Promise<readonly ListeningSocket[]> = Promise.resolve([])): Promise<MynaProcess> {
  const names = servicesOf(config.target)
  const remotes = remotesOf(config, names)
  const secrets = openSecrets(folderOf(config), config.secret)
  const log = createLog({ level: config.logLevel })
  if (Object.keys(remotes).length > 0 && !config.databaseUrl) {
    throw new ConfigRefusal('Services in several processes need a PostgreSQL server: set DATABASE_URL. The embedded database belongs to one process.')
  }
  const services: AnyService[] = await Promise.all(names.map((name) => serviceLoaders[name]!()))
  checkNeeds(services, remotes)
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataFolder, poolSize: config.databasePool, log })
  const closers: (() => Promise<void>)[] = [() => database.close()]
  try {
    const opened = await Promise.all(
      names.map(async (name): Promise<[string, Opened]> => [name, (await portMakers[name]?.({ config, secrets, log, remotes })) ?? { ports: {} }]),
    )
    for (const [, { close }] of opened) if (close) closers.unshift(close)
    const house = await createHouse({
      services,
      remotes,
      contracts,
      database,
      log,
      listeners: await allListeners(),
      ports: Object.fromEntries(opened.map(([name, it]) => [name, it.ports])),
      vault: createVault(secrets.vaultKey),
      secret: secrets.callerSecret,
    })
    const ready = async () =>
      database.ready().then(
        () => undefined,
        () => 'The database does not answer.',
      )
    const { app, drain } = await serve({ house, log, secret: secrets.callerSecret, version, ready, trustedProxies: config.trustedProxies })
    await house.start()
    await app.ready()
    const listening = await listen(app.server, config, await given).catch(async (error: unknown) => {
      await house.drain(0)
      throw error
    })
    const { host } = config
    return {
      url: `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${listening.port}`,
      sockets: listening.sockets,
      services: names,
      database: database.kind,
      async stop() {
        const patience = new Promise((resolve) => setTimeout(resolve, config.drainMs).unref())
        await Promise.race([Promise.all([drain(), app.close(), listening.close()]), patience])
        await house.drain(config.drainMs)
        for (const close of closers) await close()
      },
    }
  } catch (error) {
    for (const close of closers) await close().catch(() => {})
    throw error
  }
}

/** Addresses of services elsewhere; one that also runs here is reached here. */
function remotesOf({ addresses }: Config, here: readonly string[]): Record<string, string> {
  for (const name of Object.keys(addresses))
    if (!Object.hasOwn(serviceLoaders, name)) throw new ConfigRefusal(`MYNA_ADDRESSES names "${name}", which is no service.`)
  return Object.fromEntries(Object.entries(addresses).filter(([name]) => !here.includes(name)))
}
