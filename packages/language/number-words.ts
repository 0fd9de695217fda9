const hindi = 'तीन:3 चार:4 पांच:5 पाँच:5 छह:6 सात:7 आठ:8 नौ:9 दस:10 बारह:12 पंद्रह:15 बीस:20 तीस:30 चालीस:40 पचास:50 सौ:100'
const bengali =
  'দুই:2 তিন:3 চার:4 পাঁচ:5 ছয়:6 ছয়:6 সাত:7 আট:8 দশ:10 বারো:12 পনেরো:15 কুড়ি:20 তিরিশ:30 চল্লিশ:40 পঞ্চাশ:50 একশো:100 দুশো:200 তিনশো:300 চারশো:400 পাঁচশো:500 ছশো:600 সাতশো:700 আটশো:800'
const numbers = new Map(`${hindi} ${bengali}`.split(' ').map((it) => it.split(':') as [string, string]))
const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(${[...numbers.keys()].join('|')})(?=(?:টি|টা|জন)?(?:[\\s,।?-]|$))`, 'gu')

/** A text with the small numbers that Hindi and Bengali write in words as digits: `পাঁচ বছর` is `5 বছর`. */
export const numbersInDigits = (text: string): string => (/[\u0900-\u09ff]/.test(text) ? text.replace(pattern, (word) => numbers.get(word) ?? word) : text)
