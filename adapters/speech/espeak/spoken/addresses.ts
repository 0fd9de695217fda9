import type { Tongue } from './tongue.ts'

const topLevels = 'com|org|net|in|io|ai|co|app|dev|edu|gov|info|biz|shop|store|online|site|me|uk|bd|us|eu|de|fr|au|ca'
const emailPattern = /(?:mailto:)?([\w.%+-]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g
const webPattern = new RegExp(
  `(?:https?:\\/\\/|www\\.)[^\\s<>"'«»]+|(?<![\\w@.])(?:[a-z0-9][a-z0-9-]*\\.)+(?:${topLevels})(?![\\w-]|\\.\\w)(?:\\/[^\\s<>"']*)?`,
  'g',
)
/** Endings that are said letter by letter. */
const spelled = new Set(['uk', 'bd', 'us', 'io', 'ai', 'eu', 'de', 'fr', 'au', 'ca'])

/** E-mail and web addresses as they are dictated: `info@myna.in` as "info at myna dot in". */
export function sayAddresses(text: string, tongue: Tongue): string {
  return text
    .replace(emailPattern, (_, user: string, host: string) => ` ${dictated(user, tongue)} ${tongue.at} ${hostName(host.toLowerCase(), tongue)} `)
    .replace(webPattern, (whole) => {
      const address = whole.replace(/[.,;:!?)\]}'"।]+$/, '')
      return ` ${webAddress(address, tongue)} ${whole.slice(address.length)}`
    })
    .replace(/ +([.,;:!?)।])/g, '$1')
}

/** Host and path; the scheme, `www.`, the query and the fragment are not worth hearing. */
function webAddress(address: string, tongue: Tongue): string {
  const [host = '', ...path] = address
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/, '')
    .split('/')
  const parts = path.filter((it) => it !== '').map((it) => `${tongue.slash} ${dictated(decoded(it), tongue)}`)
  return [hostName(host.toLowerCase(), tongue), ...parts].join(' ')
}

function hostName(host: string, tongue: Tongue): string {
  const labels = host.split('.').map((label, at) => (at > 0 && spelled.has(label) ? label.toUpperCase().split('').join('-') : dictated(label, tongue)))
  return labels.join(` ${tongue.dot} `)
}

const marks = { '.': 'dot', '-': 'dash', _: 'underscore', '+': 'plus' } as const

function dictated(part: string, tongue: Tongue): string {
  return part
    .replace(/[._+-]/g, (mark) => ` ${tongue[marks[mark as keyof typeof marks]]} `)
    .replace(
      /\d+/g,
      (digits) =>
        ` ${digits
          .split('')
          .map((digit) => tongue.digits[Number(digit)])
          .join(' ')} `,
    )
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
