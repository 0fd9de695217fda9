const mark = /[?？؟]\s*["”')]?\s*$/
const prefix = /^\s*(?:q(?:uestion|ues)?\s*\.?\s*\d*\s*[.:)–-]|प्रश्न\s*[\d०-९]*\s*[.:)–-]|প্রশ্ন\s*[\d০-৯]*\s*[.:)–-])\s*/i
const opening =
  /^(?:(?:how|what|when|where|which|who|why)\s+(?:is|are|do|does|did|can|will|should|would|much|many|long|often|far|about|if|happens|kind|type|payment|time)|(?:can|do|does|is|are|will|should|may)\s+(?:i|you|we|the|my|your|it|there|this|they|a|an))\b/i

/** Whether a heading asks something: it ends in a question mark, is numbered as a question, or is worded as one. */
export function isQuestion(text: string): boolean {
  return (
    text.length <= 300 &&
    (mark.test(text) || prefix.test(text) || (opening.test(text) && !/[.!:]$/.test(text) && !/^(?:how to|who we are|what we (?:do|offer)|is )/i.test(text)))
  )
}

/** Whether a line is numbered as a question ("Q:", "Q1."). */
export function isNumberedQuestion(text: string): boolean {
  return prefix.test(text)
}

/** The words of an answer without its numbering ("A:", "Ans."). */
export function answerText(text: string): string {
  return text.replace(/^\s*(?:a|ans|answer|उत्तर|উত্তর)\s*\.?\s*[\d०-९০-৯]*\s*[.:)–-]\s/i, '')
}

/** The words of a question without its numbering. */
export function questionText(text: string): string {
  return text.replace(prefix, '').trim()
}
