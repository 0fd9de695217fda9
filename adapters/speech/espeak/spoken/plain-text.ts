/** Text without what is only for the eye: Markdown, pictures, bullets, invisible characters; digits of every script become 0 to 9. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[०-९]/g, (it) => String(it.charCodeAt(0) - 0x966))
    .replace(/[০-৯]/g, (it) => String(it.charCodeAt(0) - 0x9e6))
    .replace(/[\u00A0\u2007\u2009\u202F]/g, ' ')
    .replace(/[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\s]*\)/g, '$1')
    .replace(/```[a-z]*|`/g, '')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*?\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|[-*•▪‣–][ \t]+|>[ \t]?)/gm, '')
    .replace(/^[ \t]*[|:\- ]{3,}$/gm, '')
    .replace(/[ \t]*[|•▪‣→][ \t]*/g, ', ')
    .replace(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u20E3/gu, ' ')
    .replace(/[½¼¾]/g, (it) => ({ '½': ' 1/2', '¼': ' 1/4', '¾': ' 3/4' })[it]!)
}
