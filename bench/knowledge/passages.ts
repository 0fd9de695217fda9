import type { Category } from '@myna/contracts/knowledge'

/** A passage as a business would write it, and a question a caller would ask about it. */
export type Passage = { category: Category; title: string; text: string; question: string }

type Theme = { category: Category; write(it: { thing: string; place: string; price: number; days: number; code: string }): Omit<Passage, 'category'> }

const things = [
  'oak flooring',
  'airport taxi',
  'hydraulic pump',
  'wedding cake',
  'root canal',
  'yoga class',
  'laptop repair',
  'wool carpet',
  'solar panel',
  'garden hose',
  'winter tyre',
  'passport photo',
  'silk saree',
  'water filter',
  'office chair',
  'guided tour',
  'piano lesson',
  'eye test',
  'parcel locker',
  'bicycle',
  'dental crown',
  'conveyor belt',
  'steel valve',
  'vinyl plank',
  'curtain rail',
  'deep cleaning',
  'tax return',
  'roof inspection',
  'cooking course',
  'hair colour',
  'car rental',
  'mobile plan',
  'coffee machine',
  'gearbox',
  'pressure sensor',
  'welding service',
  'tile cutter',
  'pet hotel',
  'visa support',
  'courier pickup',
]
const places = [
  'Chennai',
  'Houston',
  'Kolkata',
  'Pune',
  'Leeds',
  'Bristol',
  'Delhi',
  'Mumbai',
  'Dallas',
  'Austin',
  'Dhaka',
  'Bengaluru',
  'Lucknow',
  'Jaipur',
  'York',
  'Glasgow',
  'Madurai',
  'Siliguri',
  'Howrah',
  'Nagpur',
]

const themes: readonly Theme[] = [
  {
    category: 'pricing_billing',
    write: ({ thing, place, price, code }) => ({
      title: `Price of a ${thing} in ${place}`,
      text: `A ${thing} (article ${code}) costs ${price} dollars at our ${place} branch, tax included. Members of the loyalty programme pay ten percent less. We take cards, cash and bank transfer.`,
      question: `how much is a ${thing} in ${place}?`,
    }),
  },
  {
    category: 'policies',
    write: ({ thing, place, days, code }) => ({
      title: `Returning a ${thing}`,
      text: `You can bring a ${thing} bought in ${place} back within ${days} days if it is unused and you have the receipt. The refund for order ${code} reaches your account about a week later.`,
      question: `how many days do I have to return a ${thing} from ${place}?`,
    }),
  },
  {
    category: 'technical_specs',
    write: ({ thing, price, days, code }) => ({
      title: `${thing}, model ${code}`,
      text: `Model ${code} of our ${thing} weighs ${days} kilograms, draws ${price} watts and carries a guarantee of two years. Spare parts are kept in stock for ten years after the last delivery.`,
      question: `what does the ${thing} ${code} weigh?`,
    }),
  },
  {
    category: 'business_information',
    write: ({ place, days, price, code }) => ({
      title: `Our branch in ${place}`,
      text: `The ${place} branch at ${price} Station Road is open from Monday to Saturday, nine to six, and closed on public holidays. Ask for desk ${code}; parking for ${days} cars is behind the house.`,
      question: `when is the ${place} branch with desk ${code} open?`,
    }),
  },
  {
    category: 'products_services',
    write: ({ thing, place, price, code }) => ({
      title: `${place} में ${thing}`,
      text: `हमारी ${place} शाखा में ${thing} की सेवा उपलब्ध है। इसका शुल्क ${price} रुपये है और बुकिंग संख्या ${code} बताने पर उसी दिन काम शुरू हो जाता है। सामान की गारंटी एक वर्ष की है।`,
      question: `${place} में ${thing} का शुल्क कितना है?`,
    }),
  },
  {
    category: 'support_faq',
    write: ({ thing, place, days, code }) => ({
      title: `${place} শাখায় ${thing}`,
      text: `আমাদের ${place} শাখায় ${thing} পৌঁছে দিতে ${days} দিন সময় লাগে। অর্ডার নম্বর ${code} জানালে আমরা ফোনে খবর দিই। ডেলিভারির জন্য আলাদা টাকা লাগে না।`,
      question: `${thing} পৌঁছাতে কত দিন লাগে?`,
    }),
  },
  {
    category: 'support_faq',
    write: ({ thing, place, price, code }) => ({
      title: `${thing} booking ${place}`,
      text: `Aap ${thing} ki booking ${place} mein online ya phone par kar sakte hain. Advance ${price} rupaye lagta hai, baaki paisa kaam ke baad. Booking number ${code} sambhal kar rakhein.`,
      question: `${place} mein ${thing} ka advance kitna lagta hai?`,
    }),
  },
  {
    category: 'processes_procedures',
    write: ({ thing, place, days, code }) => ({
      title: `How we deliver a ${thing} to ${place}`,
      text: `After you order a ${thing}, our team in ${place} calls you within a day to agree on a time. Delivery takes ${days} days; the driver shows the slip ${code} and waits while you check everything.`,
      question: `how long does delivery of a ${thing} to ${place} take?`,
    }),
  },
]

/** Passages in English, Hindi, Bengali and romanised Hindi, the same ones every time. */
export function writePassages(count: number): Passage[] {
  const next = lehmer(20_261)
  return Array.from({ length: count }, (_, at) => {
    const { category, write } = themes[at % themes.length]!
    const code = `${String.fromCharCode(65 + (next() % 26))}${String.fromCharCode(65 + (next() % 26))}-${1000 + (next() % 9000)}`
    return {
      category,
      ...write({ thing: things[next() % things.length]!, place: places[next() % places.length]!, price: 5 + (next() % 1995), days: 2 + (next() % 58), code }),
    }
  })
}

/** Numbers without a pattern that matters here, the same row each time: Lehmer's generator with the constants of Park and Miller (1988). */
function lehmer(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647)
}
