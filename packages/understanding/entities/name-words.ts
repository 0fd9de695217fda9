import {
  bengaliFunctionWords,
  englishFunctionWords,
  hindiFunctionWords,
  hinglishFunctionWords,
  matchForm,
  readConcepts,
  scriptOf,
  soundSkeletons,
} from '@myna/language'
import { currencyWords, timeWords, unitWords } from '#entities/amount-words.ts'
import { noNames } from '#entities/no-names.ts'
import { numeralOf } from '#number/numeral-tables.ts'

const set = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/)
      .map((it) => matchForm(it)),
  )

const functionWords: ReadonlySet<string> = new Set(
  [...englishFunctionWords, ...hindiFunctionWords, ...hinglishFunctionWords, ...bengaliFunctionWords].map((it) => matchForm(it)),
)

/** Words that are never part of a name: days, months, kinds of people and things of an office, verbs of requests. */
const ordinary = set(`${noNames}
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow yesterday tonight morning
afternoon evening night noon week month year next last this human person someone somebody anyone agent representative manager boss client clients customer customers team lead leads deal deals
contact account company sales support service meeting call email mail phone number mobile task tasks reminder demo appointment schedule reschedule cancel create add update find search show list
send book make set assign note notes follow followup status priority budget price money urgent high low normal new open closed won lost done qualified speaking calling talking here sir madam
mister operator executive owner director ceo cto vp head vendor supplier dealer partner colleague friend brother sister father mother wife husband doctor engineer office home shop store my your
our his her their who what when where why how yes no please thanks hello hi hey bye good ready interested looking trying going not very sorry happy sure fine busy free back about regarding
named called at from of for with to by on in and or the bol tell ask remind order product invoice quote proposal contract project website report reports details information record entry profile
naam name id everyone everybody them him me us you it details pending first second third represent represents representing contract renewal renew invoice quotation regarding whether until because since while during update approval approve approved confirm confirmed
submit submitted review reviewed sign signed negotiate negotiating push pushed shift shifted move moved join joined visit visited reply replied respond responded wait waiting hold competitor account handling called
asked told said spoke met wants needs wanted needed got has had gets thinks knows believes says tells asks soon later early late again already still now then there here free busy available away
absolutely sure right wrong correct great nice perfect thank appreciate sorry pardon excuse humari hamari humara hamara humare hamare firm namaste namaskar code thoda zara bilkul shukriya dhanyavaad achha accha theek thik
नमस्ते नमस्कार धन्यवाद शुक्रिया अच्छा ठीक बिल्कुल थोड़ा ज़रा संपर्क कोड बिल मेल आईडी कुल राशि मोबाइल अभी इतना आराम फॉलो अप मार्क डेमो लिखो लिखिए जोड़िए हैलो हेलो प्लीज कृपया जल्दी
নমস্কার ধন্যবাদ আচ্ছা একটু মোট কোড বিল মেইল আইডি মোবাইল এখনই অত ধীরে ফলো আপ কন্টাক্ট ডেমো লিখুন হ্যালো প্লিজ দেখা আসবেন আসবে পাঠাও ডাক্তার
dot com rate gmail underscore hyphen डॉट कॉम जीमेल ডট কম জিমেইল
ek lead banao banana banaiye banado jodo karo kardo karna meeting kal aaj parso subah shaam somvar mangalvar budhvar guruvar shukravar shanivar ravivar abhi jaldi bhai behen sahab saab madam
aadmi insaan log koi kisi hamari hamara team
लीड मीटिंग कॉल कल आज परसों सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सुबह शाम दोपहर रात ग्राहक मैनेजर टीम इंसान व्यक्ति आदमी कंपनी ईमेल फोन नंबर बजट टास्क रिमाइंडर नया नई काम
बनाओ बनाइए बनाएं जोड़ो जोड़ें बुक रद्द कैंसिल अपडेट शेड्यूल भेजो भेजें मिलना बात बोल एजेंट क्लाइंट डील नाम बनाना करवाना तय मुलाकात अगले पिछले तारीख़ साहब
লিড মিটিং কল কাল আজ আগামীকাল পরশু সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার সকাল বিকেল বিকাল দুপুর রাত সন্ধ্যা গ্রাহক ম্যানেজার টিম মানুষ কোম্পানি ইমেইল ফোন নম্বর বাজেট টাস্ক রিমাইন্ডার
নতুন কাজ তৈরি বানান বানাও যোগ করুন করো বুক বাতিল আপডেট পাঠান কথা এজেন্ট ক্লায়েন্ট ডিল নাম একজন একটা একটি দরকার বলছি আগামী গত তারিখ সাহেব ঠিক
`)

/** Whether a word in match form belongs to the grammar of one of the languages. */
export const isFunctionWord = (form: string): boolean => functionWords.has(form)

/** Whether a word in match form may be part of a name no list knows. */
export function mayBeName(form: string): boolean {
  if (form.length < 2 || /\d/.test(form) || endsName(form)) return false
  return readConcepts([form], false).length === 0
}

const verbEnding =
  /[\u0900-\u097f]{2}(?:ओ|ो|इए|िए|िये|इये|ेंगे|ूंगा|ूंगी|ाएं|िएगा)$|[\u0980-\u09ff]{2}(?:ুন|বেন|ছেন|ছে|লাম|িযে|বো|ছি)$|[a-z]{2}(?:iye|iyega|unga|ungi|enge|aiye)$/

/** Whether a word in match form has the ending of a Hindi or Bengali verb. */
export const looksLikeVerb = (form: string): boolean => verbEnding.test(form)

const bengaliEnding = /(?:গুলোর|গুলো|টার|টির|ের|কে|তে|টা|টি|র|ে)$/

/** Whether a word in match form ends any name: a function word, a day, a numeral, a unit, a verb of a request. */
export function endsName(form: string): boolean {
  if (functionWords.has(form) || ordinary.has(form) || timeWords.has(form) || currencyWords.has(form) || (unitWords.has(form) && form !== 'জন')) return true
  const numeral = form === 'das' ? null : numeralOf(form, 'hinglish')
  if (numeral !== null) return true
  return /[\u0980-\u09ff]{4}/.test(form) && (ordinary.has(form.replace(bengaliEnding, '')) || unitWords.has(form.replace(bengaliEnding, '')))
}

/** Titles before a name. */
export const titles = set(
  'डाक्टर ডাক্তার ডক্টর doctor mr mrs ms miss dr prof professor shri shree smt श्री श्रीमती डॉ डॉक्टर मिस्टर मिसेज শ্রী শ্রীমতী ডাঃ ডা ড মিস্টার মিসেস জনাব বেগম mister',
)
const weakEndings =
  set(`books salon inn sales salt mills seeds sweets spices furniture hardware garments transport cargo appliances oils tiles catering nursery stationery ब्रदर्स ब्रादर्स संस स्टोर स्टोर्स ব্রাদার্স সন্স স্টোর স্টোর্স service services school clinic bank hospital hospitals insurance media kitchen cafe college university mart co sons brothers start tech group hotel restaurant
institute academy finance power trust स्कूल अस्पताल हॉस्पिटल क्लिनिक बैंक हासपातल হাসপাতাল স্কুল ব্যাংক ব্যাঙ্ক ক্লিনিক टेक টেক গ্রুপ ग्रुप`)

/** Whether a company's ending is also an ordinary noun, so that something else must say that a company is meant. */
export const weakEnding = (form: string): boolean => weakEndings.has(form)

const plainEndings = set(`
hosiery spices sweets bakery bakers furniture furnitures hardware garments silks sarees tailors opticals tyres automotive carriers transport transports roadlines cargo infra developers appliances electricals cosmetics
books stationers stationery medicals caterers catering salon creations crafts handicrafts decorators photography nursery motel lodge inn sales salt mills refinery oils agro seeds fertilizers aquatics minerals granites marbles tiles
`)

let endingSounds: Set<string> | undefined
const distinct = (skeleton: string) => skeleton.length >= 4

/** Whether a word in match form is listed as the end of a company's name, rather than sounding like one. */
export const endsCompanyAsWritten = (form: string): boolean => companyEndings.has(form) || plainEndings.has(form)

/** Whether a word in match form ends a company's name, in any of the scripts. */
export function endsCompany(form: string): boolean {
  if (companyEndings.has(form) || plainEndings.has(form)) return true
  if (scriptOf(form) === 'latin' || form.length < 4) return false
  endingSounds ??= new Set([...companyEndings].filter((it) => scriptOf(it) === 'latin').flatMap((it) => soundSkeletons(it).filter(distinct)))
  const bare = form.replace(/(?:ে|তে|ের|র)$/, '')
  return companyEndings.has(bare) || [...soundSkeletons(form), ...(bare === form ? [] : soundSkeletons(bare))].some((it) => endingSounds?.has(it) === true)
}

/** How much of a company's last word in match form is a Bengali case ending: 2 of `ব্রাদার্সের`. */
export function caseOfEnding(form: string): number {
  const ending = /(?:ের|কে|তে|ে|র)$/.exec(form)?.[0] ?? ''
  return ending !== '' && !companyEndings.has(form) && companyEndings.has(form.slice(0, -ending.length)) ? ending.length : 0
}

/** Titles after a name. */
export const honorifics = set(
  'ji jee जी bhai bhaiya साहब sahab saab भाई জি দাদা দিদি বাবু সাহেব ভাই আপা বাবুর বাবুকে দাদাকে দিদিকে দিদির ভাইকে ভাইয়ের সাহেবের সাহেবকে আপাকে আপার didi da uncle aunty अंकल आंटी दीदी दीदि भैया भैय्या bhaiyya bhabhi भाभी sahiba সাব সাবের সাবরে সাবকে সাহেবা sir madam mam maam सर मैडम मैम স্যার স্যারের স্যারকে ম্যাডাম ম্যাডামের ম্যাডামকে ম্যাম দাদার আপু আপুর আপুকে ভাবি ভাইয়া জির জিকে',
)
const companyEndings = set(`
pvt private ltd limited llp inc llc corp corporation gmbh plc co solutions technologies technology tech industries enterprises traders trading bank hospital hospitals systems software services labs
group motors foods pharma pharmaceuticals textiles logistics consultancy consulting infotech exports electronics engineering constructions builders associates agency studios ventures capital holdings
insurance media digital networks retail steel cements chemicals jewellers stores mart clinic school university college academy foundation international global partners consultants designs interiors fashions apparels foundation trust realty properties travels tours airlines power energy institute agencies sons brothers organics farms dairy hotel hotels
resorts restaurant cafe kitchen pharmacy diagnostics robotics automation analytics computers healthcare finance financial securities autos automobiles cables polymers plastics ceramics paints papers printers publications packaging
ब्रदर्स ब्रादर्स संस ज्वैलर्स ज्वेलर्स स्टोर्स स्टोर मिल्स रियल्टी रियलटी स्वीट्स बेकरी फर्नीचर हार्डवेयर ट्रांसपोर्ट इन्फ्रा डेवलपर्स कैटरर्स होजरी মিলস রিয়েলটি রিয়েল্টি স্পাইসেস সুইটস বেকারি ফার্নিচার হার্ডওয়্যার ট্রান্সপোর্ট ইনফ্রা ডেভেলপার্স ক্যাটারার্স ব্রাদার্স সন্স স্টোর্স স্টোর জুয়েলার্স মিষ্টান্ন ভাণ্ডার
प्राइवेट लिमिटेड सॉल्यूशंस सॉल्यूशन्स टेक्नोलॉजीज टेक्नोलॉजी इंडस्ट्रीज एंटरप्राइजेज ट्रेडर्स बैंक हॉस्पिटल अस्पताल सिस्टम्स सॉफ्टवेयर ग्रुप टेक कॉर्प मोटर्स फूड्स फार्मा टेक्सटाइल्स लॉजिस्टिक्स
লাবস ল্যাবস लैब्स প্রাইভেট লিমিটেড সলিউশন্স সলিউশনস টেকনোলজিস টেকনোলজি ইন্ডাস্ট্রিজ এন্টারপ্রাইজ এন্টারপ্রাইজেস ট্রেডার্স ব্যাংক ব্যাঙ্ক হাসপাতাল সিস্টেমস সফটওয়্যার গ্রুপ টেক কর্প মোটরস ফুডস ফার্মা টেক্সটাইল লজিস্টিকস
`)
