/** A name of small letters, digits and _ from a title; empty when the title has no Latin letters. */
export function nameOfTitle(title: string, longest: number): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, longest)
}
