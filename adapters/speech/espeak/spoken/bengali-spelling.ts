/**
 * Bengali spelled so that espeak-ng reads it right. It skips a vowel sign after য় written as two characters, and says a vowel too many
 * after য় written as one at the end of a word; a ত that ends a word after া gets a vowel that nobody says (রাত, সাত).
 */
export function bengaliSpelling(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u09AF\u09BC(?=[\u09BE-\u09CC])/g, '\u09DF')
    .replace(/\u09BE\u09A4(?![\p{L}\p{M}])/gu, '\u09BE\u09CE')
}
