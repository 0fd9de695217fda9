import { readFileSync } from 'node:fs'
import { CallPolicy } from '@myna/contracts/call-policy'
import { type PlayedTwilio, playTwilio } from '@myna/telephony-twilio/test/play-twilio'
import { newDataFolder, type ServerProcess, startServer } from '../server/server-process.ts'

/** What the keys of a caller's telephone ask. */
export const questions: Readonly<Record<string, string>> = { 1: 'When are you open?', 2: 'Where do I find you?', 3: 'How much is a loaf of rye?' }
const facts = [
  ['Opening hours', 'We are open from 9 am to 6 pm on every day of the week but Monday.'],
  ['Address', 'You find us at 12 Mill Lane, two minutes from the station.'],
  ['Prices', 'A loaf of rye is 4 pounds and a loaf of sourdough is 5 pounds.'],
] as const
const number = '+442079460044'

/** A telephone line that an agent answers: Myna as people start it, on an embedded database, and a played Twilio. */
export type Line = {
  server: ServerProcess
  twilio: PlayedTwilio
  number: string
  /** The process that serves now; undefined between two. */
  serving(): number | undefined
  /** What the process above it holds, in MB (1,048,576 bytes). */
  supervisorMb(): number
  close(): Promise<void>
}

/** Opens a line for so many calls at once. */
export async function openLine(calls: number): Promise<Line> {
  const { folder, remove } = newDataFolder()
  const twilio = await playTwilio()
  const env = { MYNA_TWILIO_URL: twilio.baseUrl, MYNA_CARRIER_ALLOW_HOSTS: '127.0.0.1,localhost', MYNA_LOG_LEVEL: 'error' }
  const server = await startServer(folder, env)
  const { api, pid } = server
  // What is said while an answer is awaited belongs to no turn when the caller does not wait for the answer: it would be taken for a turn that is lost.
  const keys = Object.entries(questions).map(([key, text]) => ({ key, action: { does: 'ask' as const, text } }))
  const config = {
    businessName: 'Corner Bakery',
    greeting: 'Hello, this is the Corner Bakery. How may I help you?',
    call: CallPolicy.parse({ keys, silencePrompts: 0, fillerAfterMs: 10_000 }),
  }
  const agent = await api.agents.createAgent({ name: 'Front desk', config })
  for (const [title, text] of facts) await api.knowledge.addItem({ baseId: agent.baseId, category: 'business_information', title, text })
  await api.agents.publishAgent({ agentId: agent.id })
  await api.workspace.updateSettings({ settings: { country: 'GB' } })
  await api.calls.updateCallSettings({ settings: { callsAtOnce: 2 * calls, minutesADay: 100_000 } })
  const { accountId, secret } = twilio.account
  twilio.own(number)
  const carrier = await api.calls.connectCarrier({ name: 'Main', accountId, secret })
  await api.calls.addNumber({ carrierId: carrier.id, number, buy: false, agentId: agent.id })
  return {
    server,
    twilio,
    number,
    serving: () => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number).find(Boolean),
    supervisorMb: () => Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    async close() {
      await server.stop()
      await twilio.close()
      remove()
    },
  }
}
