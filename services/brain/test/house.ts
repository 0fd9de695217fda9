import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brain as brainContract, type Persona, type Reply } from '@myna/contracts/brain'
import type { Caller } from '@myna/contracts/caller'
import { knowledge as knowledgeContract } from '@myna/contracts/knowledge'
import { tools as toolsContract } from '@myna/contracts/tools'
import type { Clock } from '@myna/kernel'
import { openHouse } from '@myna/kernel/testing'
import { knowledge } from '@myna/knowledge'
import { noOutside } from '@myna/ports/conformance/no-outside'
import type { LanguageModelMaker } from '@myna/ports/language-model'
import { type Web, WebFault } from '@myna/ports/web'
import { tools } from '@myna/tools'
import { brain } from '#service.ts'
import { createScriptedModel } from '#test/scripted-model.ts'

const sitesFolder = new URL('./sites/', import.meta.url)

/** Web of the tests: this machine only. */
const localWeb: Web = {
  async check(address) {
    if (!address.startsWith('http://127.0.0.1')) throw new WebFault('private_address', address)
  },
  async request({ url, method = 'GET', headers = {}, signal }) {
    if (!url.startsWith('http://127.0.0.1')) throw new WebFault('private_address', url)
    const response = await fetch(url, { method, headers, redirect: 'manual', ...(signal ? { signal } : {}) })
    return { url, status: response.status, headers: Object.fromEntries(response.headers), body: new Uint8Array(await response.arrayBuffer()) }
  },
}

/** A house with brain, tools and knowledge, a scripted model unless others are given, and a server of the invented businesses in `sites/`. */
export async function openBrain(options: { clock?: Clock; makeLanguageModel?: LanguageModelMaker } = {}) {
  const model = createScriptedModel()
  const house = await openHouse({
    services: [knowledge, tools, brain],
    ports: { knowledge: { web: localWeb, documents: [] }, tools: noOutside, brain: { makeLanguageModel: options.makeLanguageModel ?? model.maker } },
    ...(options.clock ? { clock: options.clock } : {}),
  })
  const server = createServer((request, response) => {
    const [, site = '', file = ''] = (request.url ?? '').split('/')
    try {
      const html = readFileSync(new URL(`${site}/${file === '' ? 'index.html' : file}`, sitesFolder))
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    house,
    model,
    brainOf: (caller: Caller, how: 'process' | 'http' = 'process') => house.client<typeof brainContract>('brain', caller, how),
    toolsOf: (caller: Caller) => house.client<typeof toolsContract>('tools', caller),
    knowledgeOf: (caller: Caller) => house.client<typeof knowledgeContract>('knowledge', caller),
    /** A base that has read every page of an invented business. */
    async readSite(site: string, caller: Caller = house.newCaller()) {
      const client = house.client<typeof knowledgeContract>('knowledge', caller)
      const { id: baseId } = await client.createBase({ name: site })
      for (const file of readdirSync(new URL(`${site}/`, sitesFolder))) {
        const source = await client.addSource({ baseId, url: `${address}/${site}/${file}` })
        for await (const _ of client.crawlSource({ sourceId: source.id, maxPages: 1 }));
        for await (const _ of client.extractSource({ sourceId: source.id }));
      }
      return { caller, baseId }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await house.close()
    },
  }
}

/** A persona for an invented business in India. */
export const personaOf = (businessName: string): Persona => ({
  agentName: 'Myna',
  businessName,
  instructions: '',
  languages: ['en', 'hi', 'hinglish', 'bn'],
  timeZone: 'Asia/Kolkata',
  country: 'IN',
})

/** All of a reply: the sentences as they came, and the answer. */
export async function hear(replies: AsyncIterable<{ data: Reply }>) {
  const words: string[] = []
  let last: Extract<Reply, { type: 'answer' }> | undefined
  for await (const { data } of replies) {
    if (data.type === 'words') words.push(data.text)
    else last = data
  }
  if (!last) throw new Error('the reply ended without an answer')
  return { words, turn: last.turn, answer: last.answer, move: last.move }
}
