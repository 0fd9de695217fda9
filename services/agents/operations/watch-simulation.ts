import type { Handle } from '#context.ts'
import { readSimulation } from '#operations/get-simulation.ts'
import { simulationTopic } from '#simulation/simulation-topic.ts'

/** A lost wake-up delays news by this much at the most. */
const lookAgainMs = 1000

/** Follows a simulation until it is over; each event is the whole of it as it is then. */
export const watchSimulation: Handle<'watchSimulation'> = async function* ({ agentId, simulationId }, context) {
  const { live, signal, lastEventId } = context
  for (let seen = lastEventId ?? ''; !signal.aborted; ) {
    const news = live.wait(simulationTopic(simulationId), lookAgainMs, signal)
    const now = await readSimulation(agentId, simulationId, context)
    const id = `${now.done}:${now.status}`
    if (id !== seen) yield { id, data: now }
    seen = id
    if (now.status !== 'running') return
    await news
  }
}
