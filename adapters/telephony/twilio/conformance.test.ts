import { carrierConformance } from '@myna/ports/conformance/carrier'
import { mediaConformance } from '@myna/ports/conformance/media'
import { createTwilioCarrier } from '#twilio-carrier.ts'
import { twilioProtocol } from '#twilio-protocol.ts'
import { mediaWire } from '#test/media-wire.ts'
import { playTwilio } from '#test/play-twilio.ts'

carrierConformance('Twilio', async () => {
  const twilio = await playTwilio({ pace: 50 })
  return {
    ...twilio,
    make: createTwilioCarrier({ baseUrl: twilio.baseUrl }),
    makeImpatient: createTwilioCarrier({ baseUrl: twilio.baseUrl, timeoutMs: 300 }),
    protocol: twilioProtocol,
    country: 'GB',
    requests: () => twilio.asked.length,
  }
})

mediaConformance('Twilio', twilioProtocol, mediaWire)
