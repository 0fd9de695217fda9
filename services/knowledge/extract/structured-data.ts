import { readJson, type Thing } from './linked-data.ts'
import { readMicrodata } from './microdata.ts'
import type { PageHead } from './page-head.ts'
import type { PageTree } from './page-tree.ts'
import { readable } from './readable-text.ts'
import { weekOf } from './schema-hours.ts'

/** Something a page states in JSON-LD, microdata or RDFa: `said` in words, `line` where it stands in the readable text. */
export type Statement = { type: string; label: string; path: string[]; value: string; said: string; line: string }

const businesses =
  /Organization|LocalBusiness|Store|Shop|Restaurant|Cafe|Hotel|Lodging|Dentist|Medical|Clinic|Hospital|Physician|Salon|Service$|Corporation|School|College|Agency|Attorney|Legal|Contractor|Plumber|Electrician|Repair|Gym|Club|Bakery|Pharmacy|Place|Center|Studio|NGO|Establishment|Dealer|Rental|Taxi|Spa|Bar/
/** Statements kept of one page. */
const maxStatements = 300

/** Finds what a page states for machines about the business, its products, prices, events, people, questions and ratings; `business` is its name. */
export function findStatements(tree: PageTree, head: PageHead): { statements: Statement[]; business: string } {
  const found: Statement[] = []
  let business = ''
  const say = (thing: Thing, label: string, title: string, value: string, said = `${title}: ${value}`, path: string[] = []) => {
    const clean = readable(value).trim()
    if (clean === '' || found.length >= maxStatements) return
    const words = readable(said).trim()
    found.push({ type: thing.type, label, path: [...path, title].filter((step) => step !== ''), value: clean, said: words, line: words })
  }
  for (const thing of [...head.linkedData.flatMap(readJson), ...readMicrodata(tree)]) {
    const name = thing.text('name')
    const own = name === '' ? [] : [name]
    if (thing.type === 'Question') {
      const answer = thing.things('acceptedAnswer')[0]?.text('text') ?? thing.things('suggestedAnswer')[0]?.text('text') ?? ''
      if (name !== '' && answer !== '') say(thing, 'question', name, answer, answer)
    } else if (thing.type === 'Product' || thing.type === 'Offer' || thing.type === 'MenuItem' || (thing.type === 'Service' && name !== '')) {
      const detail = thing.text('description')
      if (name !== '' && detail !== '') say(thing, 'offer', name, `${name}: ${detail}`, `${name}: ${detail}`)
      for (const price of pricesOf(thing)) say(thing, 'price', 'Price', price, `${name || 'Price'}: ${price}`, own)
    } else if (thing.type.endsWith('Event')) {
      const parts = [
        name,
        thing.text('startDate') && `from ${thing.text('startDate')}`,
        thing.text('endDate') && `to ${thing.text('endDate')}`,
        placeOf(thing),
        thing.text('description'),
      ]
      if (name !== '') say(thing, 'event', name, parts.filter((part) => part !== '').join(', '), parts.filter((part) => part !== '').join(', '))
    } else if (thing.type === 'Person') {
      const role = thing.text('jobTitle')
      if (name !== '' && role !== '') say(thing, 'person', name, `${name}, ${role}`, `${name} is the ${role}`)
    } else if (thing.type === 'AggregateRating') {
      const count = thing.text('reviewCount') || thing.text('ratingCount')
      const rating = thing.text('ratingValue')
      if (rating !== '')
        say(thing, 'rating', 'Rating', `${rating}${thing.text('bestRating') ? ` of ${thing.text('bestRating')}` : ''}${count ? ` from ${count} reviews` : ''}`)
    } else if (businesses.test(thing.type)) {
      if (business === '' && name.length <= 80) business = name
      for (const phone of thing.texts('telephone')) say(thing, 'phone', 'Phone', phone, undefined, own)
      for (const contact of thing.things('contactPoint')) {
        const kind = contact.text('contactType')
        for (const phone of contact.texts('telephone'))
          say(thing, /emergency/i.test(kind) ? 'emergency_phone' : 'phone', kind ? `${kind} phone` : 'Phone', phone, undefined, own)
        for (const mail of contact.texts('email')) say(thing, 'email', kind ? `${kind} email` : 'Email', mail.replace(/^mailto:/i, ''), undefined, own)
      }
      for (const fax of thing.texts('faxNumber')) say(thing, 'fax', 'Fax', fax, undefined, own)
      for (const mail of thing.texts('email')) say(thing, 'email', 'Email', mail.replace(/^mailto:/i, ''), undefined, own)
      const address = addressOf(thing)
      if (address !== '') say(thing, 'address', 'Address', address, undefined, own)
      const hours = weekOf(thing)
      if (hours !== '') say(thing, 'opening_hours', 'Opening hours', hours, undefined, own)
      if (thing.text('foundingDate') !== '') say(thing, 'founded', 'Founded', thing.text('foundingDate'), undefined, own)
      for (const person of thing.things('founder'))
        if (person.text('name')) say(thing, 'person', 'Founder', `${person.text('name')}, founder`, `Founder: ${person.text('name')}`, own)
      for (const area of thing.names('areaServed')) say(thing, 'area_served', 'Areas served', area, undefined, own)
      if (thing.text('priceRange').length > 4) say(thing, 'price', 'Price range', thing.text('priceRange'), undefined, own)
      if (thing.text('paymentAccepted') !== '') say(thing, 'payment', 'Payment methods', thing.texts('paymentAccepted').join(', '), undefined, own)
      if (thing.text('slogan') !== '') say(thing, 'slogan', 'Slogan', thing.text('slogan'), undefined, own)
      if (thing.text('vatID') || thing.text('taxID')) say(thing, 'registration', 'Tax number', thing.text('vatID') || thing.text('taxID'), undefined, own)
      if (thing.text('description').length > 30) say(thing, 'description', 'Description', thing.text('description'), thing.text('description'), own)
      const languages = [...thing.names('knowsLanguage'), ...thing.names('availableLanguage')]
      if (languages.length > 0) say(thing, 'languages', 'Languages spoken', languages.join(', '), undefined, own)
    }
  }
  return { statements: found, business }
}

function addressOf(thing: Thing): string {
  const plain = thing.text('address')
  const postal = thing.things('address')[0]
  if (!postal) return plain
  const country = postal.text('addressCountry') || postal.names('addressCountry')[0] || ''
  return [...postal.texts('streetAddress'), postal.text('addressLocality'), postal.text('addressRegion'), postal.text('postalCode'), country]
    .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
    .join(', ')
}

function placeOf(thing: Thing): string {
  const place = thing.things('location')[0]
  return place ? [place.text('name'), addressOf(place)].filter((part) => part !== '').join(', ') : thing.text('location')
}

function pricesOf(thing: Thing): string[] {
  const offers = thing.type === 'Offer' ? [thing] : thing.things('offers')
  return offers.flatMap((offer) => {
    const currency = offer.text('priceCurrency')
    const unit = offer.text('unitText')
    const range = [offer.text('lowPrice'), offer.text('highPrice')].filter((price) => price !== '')
    const price = offer.text('price') || range.join('–')
    if (price === '' || /^0+(?:\.0+)?$/.test(price)) return []
    return [`${currency} ${price}${unit ? ` per ${unit}` : ''}`.trim()]
  })
}
