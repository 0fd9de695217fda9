import type { Finding } from '../finding.ts'
import type { Line } from './line.ts'

const roles =
  'owner|co-?owner|founder|co-?founder|proprietor|proprietress|partner|director|managing director|chief executive(?: officer)?|ceo|cto|cfo|coo|president|vice president|chairman|chairperson|chairwoman|principal|vice principal|head ?(?:master|mistress|teacher)|head chef|chef|manager|general manager|branch manager|store manager|sales manager|operations manager|office manager|clinic manager|dentist|surgeon|physician|doctor|consultant|therapist|physiotherapist|stylist|trainer|instructor|teacher|lawyer|advocate|attorney|architect|engineer|pharmacist|coordinator|receptionist|administrator|secretary|treasurer|trustee|dean|professor|team lead|designer|hygienist|veterinarian|photographer|yoga teacher|coach|solicitor|barrister|paralegal|accountant|auditor|nurse|mechanic|technician|electrician|plumber|broker|agent|realtor|groomer|tutor|counsellor|counselor|pastor|vet|[a-z]{3,14}(?:ologist|odontist|iatrist|opath|ician)|spokesperson|ambassador'
const role = new RegExp(
  `\\b(?:(?:chief|senior|lead|head|assistant|associate|founding|executive|deputy|regional|general|principal|consultant|co-?)\\s+)?(?:[\\p{L}&]+\\s+){0,2}?(?:${roles})\\b|मालिक|संस्थापक|प्रबंधक|निदेशक|प्रधानाचार्य|डॉक्टर|চিকিৎসক|মালিক|প্রতিষ্ঠাতা|ব্যবস্থাপক|পরিচালক|অধ্যক্ষ|প্রধান শিক্ষক|স্বত্বাধিকারী`,
  'iu',
)
const title = '(?:Dr|Mr|Mrs|Ms|Prof|Adv|Er|Chef|Shri|Smt|Sri|Md|Mohd|Capt|डॉ|श्री|श्रीमती|ডা|ডাঃ|জনাব|মোঃ)\\.?'
const name = `(?:${title}\\s?)?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*(?:\\s+[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}'’.-]*){1,4}`
const alone = new RegExp(`^\\W{0,3}(${name})(?:,\\s*(?:[A-Z]{2,5}\\.?|B\\.?D\\.?S|M\\.?D\\.?S?|MBBS|Ph\\.?D)(?:[,\\s()A-Za-z.]*)?)?$`, 'u')
const listed = new RegExp(`^\\W{0,3}(${name})\\s*(?:[,–—|(:-]|\\s-\\s)\\s*([^.]{3,80})$`, 'u')
const reversed = new RegExp(`^\\W{0,3}([^.:]{3,50}?)\\s*[:–—-]\\s*(${name})$`, 'u')
const reviews = /testimonial|review|say|feedback|client|customer|happy|মতামত|प्रतिक्रिया/i
const notName =
  /\b(?:our|the|your|we|services?|about|contact|home|road|street|hours|monday|tuesday|wednesday|thursday|friday|saturday|sunday|price|service|team|meet|company|clinic|dental|school|pvt|ltd|inc|llc)\b/i

/** Finds people with what they do: "Dr. Asha Rao — Chief Dentist", a card with name and role, "Owner: …". Authors of reviews are left out. */
export function findPeople(lines: Line[]): Finding[] {
  const found: Finding[] = []
  lines.forEach((line, at) => {
    if (line.text.length > 140 || line.path.some((step) => reviews.test(step)) || (line.block.zone > 0 && line.block.region === 'header')) return
    const text = line.text.replaceAll(' | ', ', ')
    const pair = listed.exec(text)
    const back = pair ? null : reversed.exec(text)
    if (pair?.[1] && pair[2] && isRole(pair[2]) && isName(pair[1])) found.push(fact(line, line, pair[1], pair[2]))
    else if (back?.[1] && back[2] && isRole(back[1]) && isName(back[2])) found.push(fact(line, line, back[2], back[1]))
    else {
      const next = lines[at + 1]
      const only = alone.exec(line.text)?.[1]
      if (
        !next ||
        !only ||
        !isName(only) ||
        next.text.length > 80 ||
        next.block.zone !== line.block.zone ||
        (line.place.card ?? null) !== (next.place.card ?? null)
      )
        return
      if (isRole(next.text) && !/[.!?]$/.test(next.text)) found.push(fact(line, next, line.text.replace(/^\W+/, ''), next.text))
    }
  })
  return found
}

const isRole = (text: string) => role.test(text) && text.length <= 80 && !/[?@]|\d{4}/.test(text)
const isName = (text: string) => text.length <= 60 && !notName.test(text) && !role.test(text.replace(new RegExp(`^${title}`, 'u'), ''))

function fact(first: Line, last: Line, who: string, what: string): Finding {
  const clean = what.trim().replace(/[,)]+$/, '')
  return {
    kind: 'fact',
    path: [...first.path.slice(-2), who.trim()],
    label: 'person',
    value: `${who.trim()}, ${clean}`,
    text: `${who.trim()} is ${/^(?:our|the|an?)\b/i.test(clean) ? '' : 'the '}${clean}`,
    start: first.start,
    end: last.start + last.text.length,
    trust: 0.8,
    types: [],
  }
}
