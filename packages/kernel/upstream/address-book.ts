import { readFile } from 'node:fs/promises'
import type { Log } from '#log.ts'
import { type Names, type Place, placesOf, readSpec, type Spec } from '#upstream/addresses.ts'

/** Why the addresses of services cannot be used, in a sentence for the person who wrote them. */
export class AddressRefusal extends Error {
  override name = 'AddressRefusal'
}

export type AddressBookOptions = {
  /** Addresses by service, as an operator writes them. */
  addresses: Readonly<Record<string, readonly string[]>>
  /** A JSON file, service → address or addresses, that goes before `addresses` and may change at any time. */
  file?: string | undefined
  /** Whether there is a service of this name anywhere. */
  isService(name: string): boolean
  names: Names
  /** How often names are resolved again, and the file is looked at. */
  everyMs: { names: number; file: number }
  log: Log
  /** Where a service is from now on. */
  onPlaces(service: string, places: readonly Place[]): void
  /** A service that is not in the book any more. */
  onGone(service: string): void
}

/** Knows where services are and tells of every change, until closed. Throws `AddressRefusal` when what is configured cannot be read. */
export async function openAddressBook(options: AddressBookOptions): Promise<{ close(): void }> {
  const { file, log, names, everyMs, onPlaces, onGone } = options
  const written = specsOf(options.addresses, options.isService, 'MYNA_ADDRESSES')
  let text = file === undefined ? undefined : await readFile(file, 'utf8').catch(refuseFile)
  let specs = { ...written, ...(text === undefined ? {} : fileSpecs(text)) }
  let refusedText: string | undefined
  const lastPlaces = new Map<string, readonly Place[]>()
  let isClosed = false

  function refuseFile(error: unknown): never {
    throw new AddressRefusal(`MYNA_ADDRESS_FILE is ${file}, which cannot be read: ${(error as Error).message}`)
  }

  function fileSpecs(from: string): Record<string, Spec[]> {
    let read: unknown
    try {
      read = JSON.parse(from)
    } catch (error) {
      throw new AddressRefusal(`The address file ${file} is no JSON: ${(error as Error).message}`)
    }
    if (typeof read !== 'object' || read === null || Array.isArray(read))
      throw new AddressRefusal(`The address file ${file} must be an object: {"identity": ["http://host:port"]}`)
    return specsOf(read as Record<string, unknown>, options.isService, `The address file ${file}`)
  }

  /** A name that cannot be resolved now keeps the places it had. */
  async function placesBehind(service: string, spec: Spec): Promise<readonly Place[]> {
    if (spec.kind === 'place') return [spec.place]
    const key = `${service} ${JSON.stringify(spec)}`
    try {
      const places = await placesOf(spec, names)
      lastPlaces.set(key, places)
      return places
    } catch (error) {
      log.warn({ err: error, service, name: spec.name }, 'a name of a service cannot be resolved; what it stood for is kept')
      return lastPlaces.get(key) ?? []
    }
  }

  async function tell(which: (spec: Spec) => boolean): Promise<void> {
    const asked = specs
    await Promise.all(
      Object.entries(asked).map(async ([service, those]) => {
        if (!those.some(which)) return
        const places = (await Promise.all(those.map((it) => placesBehind(service, it)))).flat()
        if (!isClosed && specs === asked) onPlaces(service, [...new Map(places.map((it) => [it.address, it])).values()])
      }),
    )
  }

  async function lookAtFile(): Promise<void> {
    let now: string | undefined
    try {
      now = await readFile(file!, 'utf8')
      if (now === text || now === refusedText) return
      const next = { ...written, ...fileSpecs(now) }
      const gone = Object.keys(specs).filter((it) => !Object.hasOwn(next, it))
      text = now
      refusedText = undefined
      specs = next
      for (const service of gone) onGone(service)
      await tell(() => true)
      log.info({ file }, 'the address file was read again')
    } catch (error) {
      if (refusedText === (now ?? '')) return
      refusedText = now ?? ''
      log.error({ err: error, file }, 'the address file cannot be used; the addresses it had are kept')
    }
  }

  const repeat = (ms: number, work: () => Promise<void>): (() => void) => {
    let timer: NodeJS.Timeout
    const plan = () => {
      timer = setTimeout(() => void work().finally(() => isClosed || plan()), ms * (0.9 + 0.2 * Math.random())).unref()
    }
    plan()
    return () => clearTimeout(timer)
  }

  await tell(() => true)
  const stops = [repeat(everyMs.names, () => tell((it) => it.kind !== 'place')), ...(file === undefined ? [] : [repeat(everyMs.file, lookAtFile)])]
  return {
    close() {
      isClosed = true
      for (const stop of stops) stop()
    },
  }
}

function specsOf(addresses: Readonly<Record<string, unknown>>, isService: (name: string) => boolean, where: string): Record<string, Spec[]> {
  return Object.fromEntries(
    Object.entries(addresses).map(([service, given]): [string, Spec[]] => {
      if (!isService(service)) throw new AddressRefusal(`${where} names "${service}", which is no service.`)
      const texts = (Array.isArray(given) ? given : [given]) as unknown[]
      if (texts.length === 0) throw new AddressRefusal(`${where} names no address of ${service}. Give one, or leave ${service} out.`)
      return [
        service,
        texts.map((text) => {
          const spec = typeof text === 'string' ? readSpec(text) : undefined
          if (spec) return spec
          throw new AddressRefusal(
            `${where} says that ${service} is at ${JSON.stringify(text)?.replace(/\/\/[^/\s]*@/g, '//…@')}. An address is http://host:port, https://host:port, dns://name:port or srv://name.`,
          )
        }),
      ]
    }),
  )
}
