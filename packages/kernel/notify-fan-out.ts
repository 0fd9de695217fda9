import type { FanOut } from '@myna/ports/fan-out'
import { createTopics } from '@myna/ports/topics'
import { newId } from '#db/ids.ts'
import type { Database } from '#db/open-database.ts'
import { createCollector } from '#jobs/collector.ts'

const channel = 'kernel_fan_out'
/** PostgreSQL carries less than 8,000 bytes in one NOTIFY. */
const mostBytes = 7_800
/** More news than this on its way at once, and the server does not keep up. */
const mostUnderWay = 5_000
/** How often a server that failed is asked whether it is back. */
const againMs = 1_000

type News = [topic: string | null, message: string]

/**
 * News between processes by NOTIFY of a PostgreSQL server, where there is no better engine. What comes together is sent together, outside of every transaction of
 * the act itself, since PostgreSQL commits transactions that notify one after another.
 */
export async function createNotifyFanOut(database: Database): Promise<FanOut> {
  const mine = newId()
  const topics = createTopics()
  const returns = createTopics()
  const told = () => returns.say('', '')
  const parts = new Map<string, string>()
  let underWay = 0
  let lost = false

  const post = createCollector<News>(async (news) => {
    await database.pool.query('select pg_notify($1, part) from unnest($2::text[]) as part', [channel, payloadsOf(mine, news)])
  })
  function send(it: News) {
    if (underWay >= mostUnderWay) {
      lost = true
      return
    }
    underWay += 1
    post(it)
      .catch(() => void (lost = true))
      .finally(() => void (underWay -= 1))
  }
  const again = setInterval(() => {
    if (!lost) return
    lost = false
    send([null, ''])
  }, againMs).unref()

  function hear(payload: string) {
    const [, from, left, text] = /^(\S+) (\d+) (.*)$/s.exec(payload) ?? []
    if (from === undefined || from === mine) return
    const whole = (parts.get(from) ?? '') + text
    parts.delete(from)
    if (left !== '0') return void parts.set(from, whole)
    for (const [topic, message] of JSON.parse(whole) as News[]) {
      if (topic === null) told()
      else topics.say(topic, message)
    }
  }
  const stop = await database.listen(channel, hear, () => {
    parts.clear()
    told()
  })

  return {
    name: 'postgresql',
    publish(topic, message) {
      topics.say(topic, message)
      send([topic, message])
    },
    subscribe: topics.subscribe,
    onReturn: (hearer) => returns.subscribe('', hearer),
    async close() {
      clearInterval(again)
      await stop()
    },
  }
}

/** News as payloads in plain ASCII, so that a cut never falls within a character: `<from> <how many follow> <text>`. No two of them are equal: PostgreSQL says equal ones once. */
function payloadsOf(from: string, news: readonly News[]): string[] {
  const text = JSON.stringify(news).replace(/[\u007f-\uffff]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const count = Math.ceil(text.length / mostBytes)
  return Array.from({ length: count }, (_, at) => `${from} ${count - 1 - at} ${text.slice(at * mostBytes, (at + 1) * mostBytes)}`)
}
