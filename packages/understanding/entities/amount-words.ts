import { matchForm } from '@myna/language'

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value = '', words = ''] = line.split(':')
        return words
          .trim()
          .split(/\s+/)
          .map((word) => [matchForm(word), value.trim()] as const)
      }),
  )
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(matchForm))

/** ISO 4217 codes by the words for them; `taka` stands for the money of Bengal on either side of the border. */
export const currencyWords = table(`
INR: rs inr rupees rupee rupaye rupay rupaya rupaiya rupye rupiya rupaiye rupeya रुपये रुपए रुपया रुपयों रुपयों रू रु रुपय रूपये रूपए रुपैया রুপি রুপী
USD: usd dollar dollars bucks डॉलर डालर ডলার ডলারের
EUR: eur euro euros यूरो ইউরো
GBP: gbp pound pounds quid पाउंड पौंड পাউন্ড
AED: aed dirham dirhams दिरहम দিরহাম
BDT: bdt
taka: taka tk takar টাকা টাকার টাকায় টকা টাকা। टका टाका
SGD: sgd
AUD: aud
CAD: cad
JPY: yen jpy येन
SAR: sar riyal riyals रियाल রিয়াল
`)
/** ISO 4217 codes by their signs. */
export const currencySigns: Readonly<Record<string, string>> = { '₹': 'INR', '₨': 'INR', $: 'USD', '€': 'EUR', '£': 'GBP', '৳': 'taka', '¥': 'JPY' }
/** Words near a bare amount that make it money. */
export const moneyCues = set(`
budget budgets price priced worth cost costs value valued quote quoted amount deal fee fees pay paid payment rate revenue spend spending salary charge charges advance discount invoice bill expensive cheaper
advance deposit rent salary emi premium kiraya kimat keemat एडवांस डिपॉजिट किराया सैलरी वेतन ईएमआई प्रीमियम প্রাইস अॅडवांस অ্যাডভান্স অগ্রিম ভাড়া বেতন ডিপোজিট ইএমআই প্রিমিয়াম ফি daam dam kharcha kharch paise paisa rakam bajat बजट कीमत दाम मूल्य रकम राशि खर्च खर्चा पैसे पैसा भुगतान डील फीस শুল্ক বাজেট বাজেটের দাম মূল্য খরচ পরিমাণ ডিল ডিলের ডিলটা বিল টাকাপয়সা
`)
/** Words between the two ends of a range. */
export const rangeWords = set('to and or se till until upto - से और या থেকে আর ও এবং হতে theke')
/** Units of things counted or measured, by the words for them, in the singular English. */
export const unitWords = table(`
kg: kg kgs kilo kilos kilogram kilograms किलो किलोग्राम কেজি কিলো
gram: gram grams gm gms ग्राम গ্রাম
ton: ton tons tonne tonnes टन টন
quintal: quintal quintals क्विंटल কুইন্টাল
litre: litre litres liter liters ltr ltrs लीटर লিটার
metre: metre metres meter meters mtr मीटर মিটার
kilometre: km kms kilometre kilometres kilometer kilometers किलोमीटर কিলোমিটার
foot: foot feet ft फुट फीट ফুট
inch: inch inches इंच ইঞ্চি
square foot: sqft
acre: acre acres एकड़ একর
percent: percent percentage प्रतिशत परसेंट फीसदी শতাংশ পার্সেন্ট pratishat
dozen: dozen dozens darjan दर्जन ডজন
piece: piece pieces pcs pc pees nag peace पीस नग টুকরো পিস
box: box boxes carton cartons dabba dabbe डिब्बे डिब्बा बॉक्स পেটি বাক্স বক্স কার্টন
bag: bag bags bori bori बोरी बैग ব্যাগ বস্তা
bottle: bottle bottles botal बोतल बोतलें বোতল
packet: packet packets पैकेट প্যাকেট
unit: unit units यूनिट ইউনিট
licence: licence licences license licenses लाइसेंस লাইসেন্স
seat: seat seats सीट सीटें সিট আসন
user: user users यूजर यूज़र ইউজার ব্যবহারকারী
person: log people persons person person's लोग लोगों व्यक्ति व्यक्तियों जन जने लोगो জন লোক মানুষ জনের logon logo
room: room rooms kamra kamre kamron कमरा कमरे कमरों रूम রুম ঘর কক্ষ
table: table tables टेबल मेज টেবিল
chair: chair chairs kursi kursiyan कुर्सी कुर्सियां কুর্সি চেয়ার
laptop: laptop laptops लैपटॉप ল্যাপটপ
computer: computer computers कंप्यूटर কম্পিউটার
phone: phones
ticket: ticket tickets टिकट টিকিট টিকেট
copy: copy copies प्रति कॉपी কপি
item: item items आइटम আইটেম
product: product products प्रोडक्ट প্রোডাক্ট পণ্য
employee: employee employees staff karmchari कर्मचारी কর্মচারী কর্মী
car: car cars gaadi gaadiyan gadi gaadiya गाड़ी गाड़ियां कार গাড়ি
book: books kitab kitaben kitabein किताब किताबें বই
machine: machine machines मशीन मशीनें মেশিন
order: orders
lead: leads लीड्स लीड লিড
task: tasks टास्क টাস্ক
call: calls
meeting: meetings मीटिंग मीटिंग्स মিটিং
email: emails
customer: customers grahak ग्राहक গ্রাহক
ব্যাচ: ব্যাচ
bed: bed beds बेड बिस्तर বেড বিছানা
shirt: shirt shirts शर्ट শার্ট
tile: tile tiles टाइल টাইল
cup: cup cups कप কাপ
plate: plate plates प्लेट প্লেট
guest: guest guests mehmaan mehman मेहमान অতিথি মেহমান
child: children bachche bacche bachhe बच्चे বাচ্চা শিশু
student: student students छात्र विद्यार्थी ছাত্র ছাত্রী
pen: pen pens पेन পেন কলম
file: file files फाइल ফাইল
time: times baar बार বার
location: location locations लोकेशन লোকেশন
device: device devices डिवाइस ডিভাইস
camera: camera cameras कैमरा कैमरे ক্যামেরা
printer: printer printers प्रिंटर প্রিন্টার
sample: sample samples सैंपल স্যাম্পল নমুনা
flat: flat flats फ्लैट ফ্ল্যাট
pair: pair pairs jodi jode joda जोड़ी जोड़े जोड़ा জোড়া
set: set sets सेट সেট
bundle: bundle bundles बंडल বান্ডিল
roll: roll rolls रोल রোল
sheet: sheet sheets शीट শিট
tablet: tablet tablets टैबलेट ট্যাবলেট
monitor: monitor monitors मॉनिटर মনিটর
keyboard: keyboard keyboards कीबोर्ड কিবোর্ড
mobile: mobiles
sofa: sofa sofas सोफा সোফা
fan: fan fans
bulb: bulb bulbs बल्ब বাল্ব
tyre: tyre tyres tire tires टायर টায়ার
truck: truck trucks ट्रक ট্রাক
bus: bus buses बस বাস
bike: bike bikes बाइक বাইক
cycle: cycle cycles साइकिल সাইকেল
branch: branch branches shakha शाखा शाखाएं শাখা
shop: shop shops dukan dukaan दुकान दुकानें দোকান
connection: connection connections कनेक्शन কানেকশন
account: accounts खाते অ্যাকাউন্ট
subscription: subscription subscriptions सब्सक्रिप्शन সাবস্ক্রিপশন
member: member members sadasya सदस्य সদস্য
worker: worker workers mazdoor मजदूर শ্রমিক
bigha: bigha बीघा বিঘা
katha: katha कट्ठा কাঠা
yard: yard yards gaj गज গজ
millilitre: ml मिलीलीटर মিলিলিটার
gigabyte: gb जीबी জিবি
slot: slot slots स्लॉट স্লট
session: session sessions सेशन সেশন
pack: pack packs पैक প্যাক
can: cans
bowl: bowl bowls कटोरी বাটি
saree: saree sarees sari saris साड़ी साड़ियां শাড়ি
egg: egg eggs ande अंडे ডিম
banana: banana bananas kele केले কলা
cake: cake cakes केक কেক
shoe: shoe shoes joote जूते জুতো জুতা
`)
/** Words of time: a number before one is for the reader of times. */
export const timeWords = set(`
second seconds sec secs minute minutes min mins hour hours hr hrs day days week weeks month months year years yr yrs am pm oclock o clock baje bje ghante ghanta minat din dino hafte hafta mahine mahina saal sal tarikh tareekh
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th quarter quarters fortnight fortnights weekday business working
बजे बजकर घंटे घंटा घंटों मिनट सेकंड दिन दिनों हफ्ते हफ़्ते सप्ताह महीने महीनों साल वर्ष तारीख तारीख़ जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
টা টায় টার টের বাজে টাতে ঘণ্টা ঘন্টা ঘণ্টার মিনিট মিনিটের সেকেন্ড দিন দিনের সপ্তাহ সপ্তাহের মাস মাসের বছর বছরের তারিখ তারিখে জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর ই
ঘণ্টায় দিনে সোমবার
`)
/** Words that count things in Bengali and stand between the number and the thing. */
export const classifiers = set('টি টা টো টে খানা জন গুলি গুলো')
