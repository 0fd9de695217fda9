import { WebSocket } from 'ws'
import { openOurCall } from './our-call.ts'
import { openOurHouse } from './our-house.ts'
import { accountSid } from './played-carrier.ts'
import type { HeldCall, Line, Pipeline, PipelineOptions } from './pipeline.ts'
import { frameMs } from './test-sound.ts'

/**
 * The product's own calls, one at a time. The line is the carrier's socket, in this process too: what it costs on both ends counts against us. Its greeting is
 * heard before `open` answers.
 */
export async function openOurs(options: PipelineOptions): Promise<Pipeline> {
  let line: Line | undefined
  let calls = 0
  const house = await openOurHouse(options, (what, at) => line?.moment?.(what, at))
  const open = async (to: Line): Promise<HeldCall> => {
    const { path, callSid, parameters } = await openOurCall(house, calls++)
    const socket = new WebSocket(`ws://127.0.0.1:${house.port}${path}`, { perMessageDeflate: false })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    const streamSid = `MZ${'0'.repeat(32)}`
    let isGreeted = false
    socket.on('message', (data: Buffer) => {
      const said = JSON.parse(data.toString()) as { event: string; media?: { payload: string }; mark?: object }
      if (said.event === 'media' && isGreeted) to.sound(Buffer.from(said.media!.payload, 'base64'))
      else if (said.event === 'clear' && isGreeted) to.clear()
      else if (said.event === 'mark') socket.send(JSON.stringify({ ...said, streamSid }))
    })
    socket.send(JSON.stringify({ event: 'connected', protocol: 'Call', version: '1.0.0' }))
    const mediaFormat = { encoding: 'audio/x-mulaw', sampleRate: 8_000, channels: 1 }
    const start = {
      accountSid,
      streamSid,
      callSid,
      tracks: ['inbound'],
      mediaFormat,
      customParameters: parameters,
    }
    socket.send(JSON.stringify({ event: 'start', sequenceNumber: '1', start, streamSid }))
    await new Promise((resolve) => setTimeout(resolve, options.answerMs + 500))
    isGreeted = true
    line = to
    let frames = 0
    return {
      hear(frame) {
        const media = { track: 'inbound', chunk: String(++frames), timestamp: String(frames * frameMs), payload: Buffer.from(frame).toString('base64') }
        socket.send(JSON.stringify({ event: 'media', sequenceNumber: String(frames + 1), media, streamSid }))
      },
      close: async () => socket.close(),
    }
  }
  return { name: 'ours', open, close: () => house.close() }
}
