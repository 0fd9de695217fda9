import type { Finding } from '../finding.ts'
import { type Line, partsOf } from './line.ts'

type Rule = { title: string; label: 'registration' | 'certification'; cue: RegExp }

const number = '([A-Z0-9][A-Z0-9/ -]{2,28}[A-Z0-9])'
const rules: Rule[] = [
  { title: 'GSTIN', label: 'registration', cue: /\b(\d{2}[A-Z]{5}\d{4}[A-Z][A-Z\d]Z[A-Z\d])\b/ },
  { title: 'CIN', label: 'registration', cue: /\b([LU]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6})\b/ },
  { title: 'PAN', label: 'registration', cue: /\bPAN(?: no\.?| number)?\s*[:#-]?\s*([A-Z]{5}\d{4}[A-Z])\b/i },
  { title: 'FSSAI licence', label: 'registration', cue: /\bFSSAI\b[^\d]{0,30}(\d{14})\b/i },
  { title: 'Udyam registration', label: 'registration', cue: /\b(UDYAM-[A-Z]{2}-\d{2}-\d{7})\b/i },
  { title: 'VAT number', label: 'registration', cue: /\bVAT(?: reg(?:istration)?)?(?: no\.?| number)?\s*[:#.-]?\s*((?:[A-Z]{2})?\s?\d[\d ]{6,14}\d)/i },
  { title: 'Trade licence', label: 'registration', cue: new RegExp(`\\btrade licen[cs]e(?: no\\.?| number)?\\s*[:#.-]?\\s*${number}`, 'i') },
  { title: 'Licence', label: 'registration', cue: new RegExp(`\\b(?:licen[cs]e|lic\\.?)(?: no\\.?| number| #|#)?\\s*[:#.]\\s*#?${number}`, 'i') },
  { title: 'Licence', label: 'registration', cue: /\blicen[cs]e (?:no\.?|number|#)\s*#?((?=[A-Z0-9/-]*\d)[A-Z0-9/-]{3,24})/i },
  {
    title: 'Registration',
    label: 'registration',
    cue: new RegExp(
      `\\b(?:reg(?:istration|d)?|registered company|company|charity|business|CRN)\\.?\\s*(?:no\\.?|number|#)\\s*[:#.-]?\\s*((?=[A-Z0-9/ -]*\\d)[A-Z0-9][A-Z0-9/-]{2,24})`,
      'i',
    ),
  },
  { title: 'পঞ্জীকরণ / নিবন্ধন', label: 'registration', cue: /(?:নিবন্ধন|লাইসেন্স|ট্রেড লাইসেন্স)\s*(?:নম্বর|নং)\s*[:：-]?\s*([\dA-Z/-]{3,24})/i },
  { title: 'पंजीकरण', label: 'registration', cue: /(?:पंजीकरण|लाइसेंस|जीएसटी)\s*(?:संख्या|नंबर|सं\.?)\s*[:：-]?\s*([\dA-Z/-]{3,24})/i },
  { title: 'Certification', label: 'certification', cue: /\b((?:ISO(?:\/IEC)?\s?\d{4,5}(?::\d{4})?)(?:(?:,| and| &)\s?(?:ISO\s?)?\d{4,5}(?::\d{4})?)*)/ },
  {
    title: 'Certification',
    label: 'certification',
    cue: /\b((?:NABH|NABL|HACCP|GMP|CE|UL|BIS|ISI|FDA|USDA Organic|Halal|Energy Star|BBB|GOTS|JCI|CAP|AYUSH|NAAC|UGC|AICTE|DGCA|IATA)[- ](?:certified|accredited|approved|listed|marked|registered|recogni[sz]ed|affiliated|certification|accreditation))\b/i,
  },
]

/** Finds numbers of registrations and licences (GSTIN, CIN, FSSAI, trade licence …) and certifications such as ISO 9001. */
export function findRegistrations(lines: Line[]): Finding[] {
  const found: Finding[] = []
  for (const line of lines) {
    if (line.text.length > 4000 || !/\d|certif|accredit|approved/i.test(line.plain)) continue
    for (const [from, to] of partsOf(line.plain)) {
      const part = line.plain.slice(from, to)
      const seen = new Set<string>()
      for (const { title, label, cue } of rules) {
        const hit = cue.exec(part)
        const value = hit?.[1]?.trim()
        if (!hit || !value || seen.has(value) || [...seen].some((known) => known.includes(value) || value.includes(known))) continue
        seen.add(value)
        const at = from + hit.index + hit[0].indexOf(value)
        const start = Math.max(from, hit.index + from - 60 < from + 1 ? from : line.plain.lastIndexOf(' ', hit.index + from - 40) + 1)
        const end = part.length <= 220 ? to : Math.min(to, at + value.length)
        const quote = part.length <= 220 ? line.text.slice(from, to).trim() : line.text.slice(start, end).trim()
        found.push({
          kind: 'fact',
          path: [...line.path.slice(-1), title],
          label,
          value: line.text.slice(at, at + value.length),
          text: label === 'certification' ? quote : `${title}: ${line.text.slice(at, at + value.length)}`,
          start: line.start + (part.length <= 220 ? from : start),
          end: line.start + end,
          trust: 0.9,
          types: [],
        })
      }
    }
  }
  return found
}
