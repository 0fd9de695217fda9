/** Words that say "I am listening", in the four languages; over a speaking agent they are no interruption. */
const backchannels = new Set([
  'hmm', 'hm', 'mm', 'mhm', 'mmhmm', 'uh', 'huh', 'uhhuh', 'ah', 'oh', 'ok', 'okay', 'yeah', 'yes', 'yep', 'right', 'sure', 'i see', 'got it',
  'haan', 'han', 'haan ji', 'ji', 'achha', 'acha', 'accha', 'theek', 'theek hai', 'thik', 'thik hai', 'sahi',
  'हाँ', 'हां', 'जी', 'हाँ जी', 'जी हाँ', 'अच्छा', 'ठीक', 'ठीक है', 'हम्म', 'सही',
  'হ্যাঁ', 'জি', 'জ্বি', 'আচ্ছা', 'ঠিক', 'ঠিক আছে', 'হুম', 'ওহ',
])

/** Whether an utterance only says that its speaker listens; when the agent has just asked a question it is an answer instead. */
export function isBackchannel(text: string, agentAsked: boolean): boolean {
  if (agentAsked) return false
  const words = text.toLowerCase().replace(/[^\p{L}\p{M}\s]/gu, ' ').replace(/\s+/g, ' ').trim()
  return words === '' || backchannels.has(words) || words.split(' ').every((it) => backchannels.has(it))
}
