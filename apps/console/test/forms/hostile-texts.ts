/** A text that a form may be given by accident or by malice. */
export type HostileText = { name: string; text: string }

/** Sets a mark in the page if anything of a text is ever run. */
const markup =
  '<script>globalThis.ranHere = 1</script><img src="hostile:" onerror="globalThis.ranHere = 1"><svg onload="globalThis.ranHere = 1">{{7*7}}${7*7}"><b>\'</b>'
const sql = `Robert'); DROP TABLE users; -- " OR "1"="1`
const controls = 'bell\u0007 escape\u001B[31m back\u0008 zero\u200Bwidth delete\u007F next\u0085'
const bidi = '\u202Egpj.exe\u202C \u2066ltr\u2069 مرحبا שלום 123'
const emoji = '👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇳 👍🏽 e\u0301\u0302\u0303'
const scripts = 'Ашhа рао রাও राव 饶 ﷽ Ǆ ß İ'
const numbers = '-1e309 99999999999999999999 NaN 0x7f 1,00,000'

const blanks = { name: 'blanks only', text: ' \u00A0\t\u3000 ' }
const megabyte = { name: 'a megabyte', text: 'Many words are too many. '.repeat(41_944) }

/** Each kind by itself. */
export const hostileTexts: readonly HostileText[] = [
  blanks,
  megabyte,
  { name: 'a word of 10,000 letters', text: 'x'.repeat(10_000) },
  { name: 'a NUL', text: 'nul\u0000within' },
  { name: 'markup and script', text: markup },
  { name: 'SQL', text: sql },
  { name: 'control characters', text: controls },
  { name: 'writing from the right with overrides', text: bidi },
  { name: 'emoji with joiners', text: emoji },
  { name: 'scripts mixed', text: scripts },
  { name: 'numbers beyond limits', text: numbers },
  { name: 'a very long number', text: '9'.repeat(400) },
]

/** The same in few rounds: what harms by what it says stands in one text, short enough for a name. */
export const hostileMedley: readonly HostileText[] = [
  blanks,
  megabyte,
  { name: 'a medley', text: `<img src="hostile:" onerror="ranHere=1">');--\u0000\u0007\u202E👩‍👧 রা -1e309` },
]
