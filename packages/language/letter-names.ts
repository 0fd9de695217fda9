const hindi = 'ए:a बी:b सी:c डी:d ई:e एफ:f जी:g एच:h आई:i जे:j के:k एल:l एम:m एन:n ओ:o पी:p क्यू:q आर:r एस:s टी:t यू:u वी:v डब्ल्यू:w एक्स:x वाई:y जेड:z'
const bengali = 'এ:a বি:b সি:c ডি:d ই:e এফ:f জি:g এইচ:h আই:i জে:j কে:k এল:l এম:m এন:n ও:o পি:p কিউ:q আর:r এস:s টি:t ইউ:u ভি:v ডব্লিউ:w এক্স:x ওয়াই:y ওযাই:y জেড:z'
const names = `${hindi} ${bengali}`
  .split(' ')
  .map((it) => it.split(':') as [string, string])
  .sort((a, b) => b[0].length - a[0].length)

const native = /^[\u0900-\u09ff]/

/** The Latin short form that a Hindi or Bengali word spells by the names of its letters (`बीएचके` is `bhk`); `null` when it does not. */
export function shortFormOf(word: string): string | null {
  if (word.length < 4 || !native.test(word)) return null
  let rest = word
  let letters = ''
  while (rest !== '') {
    const found = names.find(([name]) => rest.startsWith(name))
    if (!found) return null
    letters += found[1]
    rest = rest.slice(found[0].length)
  }
  return letters.length >= 2 ? letters : null
}
