import type { Finding } from '../finding.ts'
import { type Line, partsOf, sentenceAround, tellingPath } from './line.ts'

const label =
  /^\W*(?:(?:our |registered |regd\.? |head |main |corporate |branch |postal |mailing |street |full |showroom |store |office |clinic |shop |visit us(?: at)?|works?(?:hop)? |factory )*(?:address|location|office|hq|headquarters|branch|showroom|visit us(?: at)?|find us(?: at)?|located at|based (?:in|at)|where)|पता|स्थान|कार्यालय|दुकान का पता|ঠিকানা|অবস্থান|অফিস|pata)\s*[:：–-]\s*/iu
const icon = /map-marker|map-pin|fa-location|location-dot|geo-alt|bi-geo|icon-location|icon-pin|streetaddress|address\b|map_marker|fa-home|fa-building/
const street =
  /\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|boulevard|blvd\.?|lane|ln\.?|drive|dr\.?|court|ct\.?|highway|hwy\.?|parkway|pkwy|square|sq\.?|plaza|place|pl\.?|terrace|way|circle|crescent|close|row|mews|suite|ste\.?|unit|floor|fl\.?|building|bldg\.?|tower|complex|plot|house|flat|shop|nagar|marg|sarani|para|colony|sector|phase|chowk|bazar|bazaar|market|layout|enclave|vihar|puram|garden|gali|mohalla|ward|block|cross|main|salai|circus|estate|industrial area|near|opp\.?|opposite|behind|p\.?o\.? box)(?![\p{L}])|रोड|मार्ग|नगर|चौक|गली|बाज़ार|बाजार|मंज़िल|मंजिल|সড়ক|রোড|লেন|মার্কেট|তলা|সরণি|পাড়া|গলি|ব্লক|সেক্টর/iu
const codes: RegExp[] = [
  /\b(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\.?,? +\d{5}(?:-\d{4})?\b/,
  /\b(?:[A-PR-UWYZ]\d{1,2}|[A-PR-UWYZ][A-HK-Y]\d{1,2}|[A-PR-UWYZ]\d[A-Z]|[A-PR-UWYZ][A-HK-Y]\d[A-Z]) ?\d[ABD-HJLNP-UW-Z]{2}\b/,
  /(?:[\p{L}\p{M}.)]\s*[-–,:]?\s*|pin(?:code)?\s*[:.-]?\s*|पिन\s*[:-]?\s*|পিন\s*[:-]?\s*)[1-9]\d{2} ?\d{3}(?![\d,.]\d|\d)/iu,
  /(?:Dhaka|Chittagong|Chattogram|Sylhet|Khulna|Rajshahi|Barishal|Rangpur|Gazipur|Narayanganj|Comilla|Cumilla|Mymensingh|ঢাকা|চট্টগ্রাম|সিলেট|খুলনা|রাজশাহী|বরিশাল|রংপুর|গাজীপুর|কুমিল্লা|ময়মনসিংহ)\s*[-–,]?\s*\d{4}(?!\d)/iu,
  /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/,
  /\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4}\b/,
]
const place =
  /\b(?:india|bangladesh|usa|u\.s\.a|united states|united kingdom|uk|canada|australia|uae|kolkata|chennai|mumbai|delhi|new delhi|bengaluru|bangalore|hyderabad|pune|ahmedabad|jaipur|lucknow|kochi|howrah|noida|gurgaon|gurugram|dhaka|chattogram|sylhet|london|west bengal|tamil nadu|maharashtra|karnataka|kerala|gujarat|rajasthan|punjab|bihar|telangana|odisha|assam|uttar pradesh)\b|कोलकाता|दिल्ली|मुंबई|भारत|लखनऊ|जयपुर|पटना|বাংলাদেশ|ঢাকা|কলকাতা|চট্টগ্রাম|ভারত|পশ্চিমবঙ্গ/i
const other =
  /@|https?:|www\.|\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day)?s?\b|\b(?:phone|tel|fax|call|email|e-mail|mobile|whatsapp|hours|open|closed|copyright|gstin?|fssai|cin|licen[cs]e|reg\.? no)\b|©|\d{3}[-. ]\d{3}[-. ]\d{4}|\+\d{2}|(?<!\d)\d{10}(?!\d)|फ़ोन|फोन|मोबाइल|ফোন|মোবাইল|সময়|समय/i

const numbered =
  /(?:registration|registered|licen[cs]e|reg|account|a\/c|invoice|gstin?|cin|fssai|order|model|vat|number|no|id|code|phone|tel|mobile|rs|inr)[\s.:#A-Z-]{0,12}$/i

/** Whether a text holds a postal code: not the number of a licence or the like. */
function isCoded(text: string): boolean {
  return codes.some((code, at) => {
    const hit = code.exec(text)
    if (!hit) return false
    if (at !== 2) return true
    const digit = hit.index + hit[0].search(/\d/)
    return (
      !numbered.test(text.slice(Math.max(0, digit - 24), digit).replace(/pin(?:code)?[\s.:-]*(?:no\.?)?[\s:.-]*$/i, '')) &&
      (street.test(text) || place.test(text) || /,/.test(text) || text.length < 40)
    )
  })
}

/** Finds addresses: marked, labelled ("Location: …"), or written as one, over up to five lines. */
export function findAddresses(lines: Line[]): Finding[] {
  const found: Finding[] = []
  const used = new Set<number>()
  for (const line of lines) {
    if (used.has(line.index) || line.text.length > 700) continue
    for (const [from, to] of partsOf(line.text)) {
      const read = readPart(lines, line, from, to, used)
      const address = read ? addressAlone(read.text) : ''
      if (!read || address === '') continue
      const first = lines[read.first] ?? line
      const context = tellingPath(line)
      found.push({
        kind: 'fact',
        path: [...context, 'Address'],
        label: 'address',
        value: address,
        text: `Address: ${address}${context.length > 0 ? ` (${context.at(-1)})` : ''}`,
        start: first.start + read.from,
        end: (lines[read.last] ?? line).start + read.to,
        trust: read.trust,
        types: [],
      })
      for (let at = read.first; at <= read.last; at++) if (at !== line.index || to === line.text.length) used.add(at)
    }
  }
  return found
}

const area =
  /(?:\b(?:built[- ]?up|carpet|floor|plot|total|covered|super)\s+area\b[^,\d]{0,12})?\d[\d,.]*\s*(?:sq(?:uare|\.)?\s*(?:ft|feet|m|met(?:re|er)s|yards|yds)|वर्ग\s?फ(?:ु|़ु)?ट|বর্গ\s?ফুট)/iu
const contact =
  /[\s,;.(–—|-]*(?:(?:\b(?:call|phone|ph|tel(?:ephone)?|mob(?:ile)?|cell|fax|e-?mail|mail|whats\s?app|contact|helpline|t|p|m)\b|फ़ोन|फोन|मोबाइल|ईमेल|ফোন|মোবাইল|ইমেল|ইমেইল)[\s.]*(?:us|no\.?|number|id)?(?:\s*(?:at|on))?\s*[:.–-]?\s*(?=[+(]?\p{Nd}|[\w.+-]+@)|[\w.+-]+@[\w-]+\.|\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day)?s?\b|\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b)/iu

/** An address without what a page says in the same breath: its telephone, its hours, the area of its floor. Empty when nothing is left. */
function addressAlone(text: string): string {
  const end = [contact, area].flatMap((pattern) => pattern.exec(text)?.index ?? []).filter((at) => at >= 0)
  if (end.length === 0) return text
  const kept = text
    .slice(0, Math.min(...end))
    .replace(/[\s,;:.(–—|-]+$/u, '')
    .trim()
  return kept.length >= 8 ? kept : ''
}

type Read = { first: number; last: number; from: number; to: number; text: string; trust: number }

function readPart(lines: Line[], line: Line, from: number, to: number, used: Set<number>): Read | null {
  const text = line.plain.slice(from, to)
  const labelled = label.exec(text)
  const coded = isCoded(text)
  const marked = text.length < 200 && icon.test(line.block.hints) && (street.test(text) || place.test(text) || /,/.test(text)) && !/\?/.test(text)
  if (labelled) {
    const rest = text.slice(labelled[0].length).trim()
    const alone = addressAlone(rest)
    if (
      rest.length >= 4 &&
      rest.length <= 260 &&
      (/,|\d/.test(alone) || street.test(alone) || place.test(alone)) &&
      !/@|^[+(]?\d[\d\s().-]{7,}|\b\d{1,2}\s?[ap]\.?m\b/i.test(alone)
    ) {
      const after = rest.endsWith(',') || !coded ? below(lines, line, used) : []
      return joinedFrom(line, from + text.indexOf(rest), to, [], after, 0.94)
    }
    if (rest === '') {
      const after = below(lines, line, used)
      const first = after[0]
      if (first) return joinedFrom(first, 0, first.text.length, [], after.slice(1), 0.93)
    }
    return null
  }
  if (coded && text.length <= 240 && !/\b(?:rs|inr|\$)\s*\d/i.test(text)) {
    const head = text.replace(/^[^:]{0,30}:\s*/, '')
    if (looksWhole(head) || marked) return joinedFrom(line, from + text.length - head.length, to, looksWhole(head) ? [] : above(lines, line, used), [], 0.93)
    const before = above(lines, line, used)
    return before.length > 0 || /,/.test(head) ? joinedFrom(line, from, to, before, [], 0.92) : null
  }
  if (coded) {
    const hit = codes.map((code) => code.exec(text)).find((match) => match !== null)
    if (!hit || !street.test(text)) return null
    const [start, end] = sentenceAround(text, hit.index, hit.index + hit[0].length)
    return joinedFrom(line, from + start, from + end, [], [], 0.75)
  }
  if (marked && !other.test(text) && text.trim().length >= 8) return joinedFrom(line, from, to, [], /,\s*$/.test(text) ? below(lines, line, used) : [], 0.85)
  if (text.length <= 160 && !other.test(text) && street.test(text) && place.test(text) && /,/.test(text) && /\d/.test(text))
    return joinedFrom(line, from, to, [], [], 0.85)
  return null
}

/** Whether a line has street and town already. */
const looksWhole = (text: string) => text.split(',').length >= 3 || (street.test(text) && /\d/.test(text.slice(0, 30)) && text.length > 30)

function isAddressLike(line: Line | undefined, of: Line, used: Set<number>): line is Line {
  if (!line || used.has(line.index) || line.block.zone !== of.block.zone || line.text.length > 110 || line.block.idle) return false
  if (line.block.kind === 'heading' && line.block !== of.block) return false
  if (other.test(line.plain) || /[?!]$/.test(line.text) || /:\s*$/.test(line.text)) return false
  return street.test(line.plain) || /^\W*\d+[\p{L}/-]?[,\s]/u.test(line.plain) || place.test(line.plain) || isCoded(line.plain) || /,\s*$/.test(line.text)
}

function above(lines: Line[], line: Line, used: Set<number>): Line[] {
  const found: Line[] = []
  for (let at = line.index - 1; at >= line.index - 3; at--) {
    const candidate = lines[at]
    if (!isAddressLike(candidate, line, used)) break
    found.unshift(candidate)
  }
  return found
}

function below(lines: Line[], line: Line, used: Set<number>): Line[] {
  const found: Line[] = []
  for (let at = line.index + 1; at <= line.index + 4; at++) {
    const candidate = lines[at]
    if (!isAddressLike(candidate, line, used)) break
    found.push(candidate)
    if (isCoded(candidate.plain)) break
  }
  return found
}

function joinedFrom(line: Line, from: number, to: number, before: Line[], after: Line[], trust: number): Read {
  const own = line.text.slice(from, to).trim()
  const parts = [...before.map((each) => each.text.trim()), own, ...after.map((each) => each.text.trim())]
  const text = parts
    .map((part) => part.replace(/[,\s]+$/, ''))
    .join(', ')
    .replace(/[.;]$/, '')
  const start = from + line.text.slice(from, to).length - line.text.slice(from, to).trimStart().length
  return {
    first: before[0]?.index ?? line.index,
    last: after.at(-1)?.index ?? line.index,
    from: before.length > 0 ? 0 : start,
    to: after.at(-1)?.text.length ?? from + line.text.slice(from, to).trimEnd().length,
    text,
    trust,
  }
}
