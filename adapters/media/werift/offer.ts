import { PortFault } from '@myna/ports/fault'

/** Longer offers are not read: a browser's offer of sound is about 2,000 characters, with many addresses twice that. */
const mostCharacters = 20_000
/** Each candidate is an address that is knocked at. */
const mostCandidates = 24

/** Refuses what is no offer of one line of Opus, before anything is made of it: each line would open sockets, each candidate be knocked at. */
export function checkOffer(sdp: string): void {
  const refuse = (reason: string): never => {
    throw new PortFault(`The offer ${reason}.`, { retryable: false })
  }
  if (sdp.length > mostCharacters) refuse('is too long')
  const lines = sdp.split(/\r?\n/)
  if (!lines[0]?.startsWith('v=0')) refuse('is no session description')
  const media = lines.filter((it) => it.startsWith('m='))
  if (media.length !== 1 || !/^m=audio [1-9]\d{0,4} UDP\/TLS\/RTP\/SAVPF( \d{1,3}){1,32}$/.test(media[0] ?? '')) refuse('is not of one line of sound')
  if (!lines.some((it) => /^a=rtpmap:\d{1,3} opus\/48000\/2$/i.test(it))) refuse('knows no Opus')
  if (!lines.some((it) => /^a=fingerprint:sha-\d+ [\dA-F:]+$/i.test(it))) refuse('has no fingerprint')
  if (!lines.some((it) => /^a=ice-ufrag:\S{4,256}$/.test(it)) || !lines.some((it) => /^a=ice-pwd:\S{22,256}$/.test(it))) refuse('has no ICE password')
  if (lines.filter((it) => it.startsWith('a=candidate:')).length > mostCandidates) refuse('has too many candidates')
}
