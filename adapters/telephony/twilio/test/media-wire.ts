import type { MediaWire } from '@myna/ports/conformance/media'

/** Twilio's side of a media stream, message by message, as the documents of media streams write them. */
export function mediaWire(streamSid: string): MediaWire {
  let sequence = 1
  const json = (it: unknown) => Buffer.from(JSON.stringify(it))
  const event = (name: string, content: object) => json({ event: name, sequenceNumber: String(++sequence), ...content, streamSid })
  const media = (change: object) => event('media', { media: { track: 'inbound', chunk: '7', timestamp: '120', payload: 'fn5+', ...change } })
  return {
    hello: [json({ event: 'connected', protocol: 'Call', version: '1.0.0' })],
    start: ({ streamId, carrierCallId, parameters }) =>
      json({
        event: 'start',
        sequenceNumber: '1',
        start: {
          accountSid: 'AC0123456789abcdef0123456789abcdef',
          streamSid: streamId,
          callSid: carrierCallId,
          tracks: ['inbound'],
          mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8_000, channels: 1 },
          customParameters: parameters,
        },
        streamSid: streamId,
      }),
    sound: (mulaw, atMs, chunk) => media({ chunk: String(chunk), timestamp: String(atMs), payload: Buffer.from(mulaw).toString('base64') }),
    key: (digit) => event('dtmf', { dtmf: { track: 'inbound_track', digit } }),
    mark: (name) => event('mark', { mark: { name } }),
    stop: () => event('stop', { stop: { accountSid: 'AC0123456789abcdef0123456789abcdef', callSid: 'CA0123456789abcdef0123456789abcdef' } }),
    read(message) {
      const it = JSON.parse(message) as { event: string; streamSid?: string; media?: { payload: string }; mark?: { name: string } }
      if (it.streamSid !== streamSid) return undefined
      if (it.event === 'media' && it.media) return { type: 'sound', mulaw: Buffer.from(it.media.payload, 'base64') }
      if (it.event === 'mark' && it.mark) return { type: 'mark', name: it.mark.name }
      return it.event === 'clear' ? { type: 'clear' } : undefined
    },
    wrong: [
      ...['', 'null', '[]', '1', '"media"', '{', '{}', '{"event":{}}'].map((text) => Buffer.from(text)),
      event('media', {}),
      event('media', { media: [] }),
      event('media', { media: null }),
      json({ event: 'media', sequenceNumber: '9', media: { track: 'inbound', chunk: '1', timestamp: '0', payload: 'fn5+' } }),
      json({ event: 'media', sequenceNumber: '9', media: { track: 'inbound', chunk: '1', timestamp: '0', payload: 'fn5+' }, streamSid: 'MZother' }),
      ...[{ payload: 1 }, { payload: null }, { payload: 'fn5' }, { payload: 'fn5+=' }, { payload: '====' }, { payload: 'fn 5' }, { payload: 'f"5+' }].map(
        media,
      ),
      ...[{ timestamp: '-1' }, { timestamp: 'x' }, { timestamp: 1.5 }, { timestamp: '9999999999999999' }, { chunk: {} }, { chunk: '' }].map(media),
      ...['12', '', 'E', 5].map((digit) => event('dtmf', { dtmf: { digit } })),
      event('dtmf', {}),
      event('mark', {}),
      event('mark', { mark: { name: 1 } }),
      event('video', {}),
      event('__proto__', {}),
    ],
  }
}
