export { createTwilioCarrier } from '#twilio-carrier.ts'
export { twilioProtocol } from '#twilio-protocol.ts'
