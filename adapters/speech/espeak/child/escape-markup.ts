/**
 * Text that espeak-ng reads as text: it takes `<…>` and `&…;` for SSML and `[[…]]` for phonemes. Control characters and lone
 * surrogates become spaces.
 */
export function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFD]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\[(?=\[)/g, '[ ')
}
