const longestPattern = 200
/** Longer text fits no pattern, so that the cost of a match is bounded. */
export const longestMatched = 256
const mostRepetitions = 3
const mostOptional = 8
const mostCopies = 256

type Group = { isVariable: boolean; hasChoice: boolean; copies: number }

/**
 * Whether a regular expression of a stranger may be matched: none that backtracks without bounds. Refused are back references, looking around, repetitions
 * of what varies or chooses by itself, and more than three repetitions of varying length (two where it is not tied to the beginning), which on 256
 * characters is some millions of steps at the worst.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > longestPattern || /\\[1-9]|\\k<|\(\?<?[=!]/.test(pattern)) return false
  try {
    new RegExp(pattern, 'u')
  } catch {
    return false
  }
  let repetitions = pattern.startsWith('^') && !pattern.includes('|') ? 0 : 1
  let optional = 0
  const groups: Group[] = [newGroup()]
  let atom = newGroup()
  for (let at = 0; at < pattern.length; ) {
    const here = groups.at(-1)!
    const sign = pattern[at]!
    const repeat = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(pattern.slice(at))
    if (repeat) {
      const [whole, short, from, comma, to] = repeat
      const most = short === '?' ? 1 : short || (comma && !to) ? Number.POSITIVE_INFINITY : Number(to || from)
      const isVariable = short !== undefined || (comma !== undefined && to !== from)
      if (most > 1 && (atom.isVariable || atom.hasChoice)) return false
      const copies = atom.copies * Math.max(1, Number.isFinite(most) ? most : Number(from ?? 1))
      if (copies > mostCopies) return false
      if (short === '?') optional++
      else if (isVariable) repetitions++
      here.isVariable ||= isVariable
      here.copies = Math.max(here.copies, copies)
      at += whole.length
    } else if (sign === '(') {
      groups.push(newGroup())
      at += /^\((?:\?(?::|<\w+>))?/.exec(pattern.slice(at))![0].length
    } else if (sign === ')') {
      atom = groups.pop()!
      const outer = groups.at(-1)!
      outer.isVariable ||= atom.isVariable
      outer.hasChoice ||= atom.hasChoice
      outer.copies = Math.max(outer.copies, atom.copies)
      at++
    } else {
      atom = newGroup()
      if (sign === '|') here.hasChoice = true
      at += atomLength(pattern.slice(at))
    }
  }
  return repetitions <= mostRepetitions && optional <= mostOptional
}

function newGroup(): Group {
  return { isVariable: false, hasChoice: false, copies: 1 }
}

function atomLength(rest: string): number {
  if (rest[0] === '\\') return /^\\(?:[pPu]\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|.)/su.exec(rest)?.[0].length ?? 1
  if (rest[0] === '[') return /^\[(?:\\.|[^\]\\])*\]/s.exec(rest)?.[0].length ?? 1
  return 1
}
