import { randomInt } from 'node:crypto'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A readable name for addresses that is free for certain: the name in plain letters and five random ones, which tell nothing of other organisations. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const tail = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return `${plain || 'org'}-${tail}`
}
