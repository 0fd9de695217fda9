import { createHash } from 'node:crypto'
import type { DraftItem } from '#domain/draft-item.ts'

/** A text without case, punctuation, accents of compatibility and spacing: what makes two spellings of one statement equal. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}%€$£₹৳+]+/gu, ' ')
    .trim()
}

/** What an item says, hashed: the same words on the page give the same fingerprint, whatever a person made of them. */
export function itemFingerprint(draft: Pick<DraftItem, 'kind' | 'label' | 'value' | 'quote'>): string {
  return hashOf(draft.kind, draft.label ?? '', plainWords(draft.value ?? ''), plainWords(draft.quote))
}

/** Facts that mean the same wherever on the site they stand. */
const placeless = new Set(['phone', 'email', 'founded', 'social', 'emergency_phone', 'registration', 'fax'])

/** What an item tells a reader, hashed: two items of one site with the same meaning are one. */
export function itemMeaning(draft: DraftItem): string {
  if (draft.label !== null && placeless.has(draft.label)) return hashOf(draft.label, meaningOfValue(draft.label, draft.value ?? draft.text))
  if (draft.kind === 'passage') return hashOf('passage', plainWords(draft.text))
  return hashOf(draft.kind, draft.label ?? '', plainWords(draft.title), plainWords(draft.text))
}

function meaningOfValue(label: string, value: string): string {
  if (label.endsWith('phone') || label === 'fax') return value.replace(/\D/g, '').slice(-10)
  return plainWords(label === 'social' ? value.replace(/^https?:\/\/(www\.|m\.)?/i, '') : value)
}

function hashOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\u0001')).digest('base64url').slice(0, 22)
}
