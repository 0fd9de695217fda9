/** The primary language of a text by its script alone: Bengali, Devanagari as Hindi, else English. */
export function writtenLanguage(text: string): 'en' | 'hi' | 'bn' {
  const bengali = text.match(/\p{Script=Bengali}/gu)?.length ?? 0
  const devanagari = text.match(/\p{Script=Devanagari}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (Math.max(bengali, devanagari) <= latin) return 'en'
  return bengali > devanagari ? 'bn' : 'hi'
}
