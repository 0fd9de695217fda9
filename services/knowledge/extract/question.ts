const mark = /[?？؟]\s*["”')]?\s*$/
const prefix = /^\s*(?:q(?:uestion|ues)?\s*\.?\s*\d*\s*[.:)–-]|प्रश्न\s*[\d०-९]*\s*[.:)–-]|প্রশ্ন\s*[\d০-৯]*\s*[.:)–-])\s*/i
const opening = /^(?:how|what|when|where|which|who|why|can|do|does|is|are|will|should|may)\s+(?:i|you|we|the|my|your|it|there|is|are|do|does|to|much|many|long|often|if|a|an|this)\b/i

/** Whether a heading asks something: it ends in a question mark, is numbered as a question, or is worded as one. */
export function isQuestion(text: string): boolean {
  return text.length <= 300 && (mark.test(text) || prefix.test(text) || (opening.test(text) && !/[.!:]$/.test(text) && !/^(?:how to|who we are|what we (?:do|offer)|is )/i.test(text)))
}

/** Whether a line is numbered as an answer ("A:", "Ans."). */
export function isAnswer(text: string): boolean {
  return /^\s*(?:a|ans|answer|उत्तर|উত্তর)\s*\.?\s*[\d०-९০-৯]*\s*[.:)–-]\s/i.test(text)
}

/** The words of a question without its numbering. */
export function questionText(text: string): string {
  return text.replace(prefix, '').trim()
}
