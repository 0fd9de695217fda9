import { matchForm } from '@myna/language'

const table = (text: string) =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [word = '', value = ''] = entry.split('=')
        return [matchForm(word), value] as const
      }),
  )

/** Words for the sign between the name and the house of an address. */
export const atWords: ReadonlySet<string> = new Set('at एट ऐट अट @ এট অ্যাট এ্যাট এট্'.split(' ').map(matchForm))
/** Words after the sign that belong to it: `at the rate`. */
export const rateWords: ReadonlySet<string> = new Set('the rate of द दी रेट দ্য দি রেট di da sign'.split(' ').map(matchForm))
/** Words for the marks within an address. */
export const markWords: ReadonlyMap<string, string> = table(
  `dot=. period=. point=. डॉट=. डाट=. डोट=. ডট=. underscore=_ अंडरस्कोर=_ আন্ডারস্কোর=_ hyphen=- dash=- minus=- हाइफ़न=- डैश=- हाइफन=- হাইফেন=- ড্যাশ=- plus=+ प्लस=+ প্লাস=+`,
)
/** Names of Latin letters and of common houses in Hindi and Bengali writing. */
export const spelledParts: ReadonlyMap<string, string> = table(`
ए=a बी=b सी=c डी=d ई=e एफ=f जी=g एच=h आई=i आइ=i जे=j के=k एल=l एम=m एन=n ओ=o पी=p क्यू=q आर=r एस=s टी=t यू=u वी=v डब्ल्यू=w डब्लू=w एक्स=x वाई=y वाय=y ज़ेड=z जेड=z
এ=a বি=b সি=c ডি=d ই=e এফ=f জি=g এইচ=h আই=i জে=j কে=k এল=l এম=m এন=n ও=o পি=p কিউ=q আর=r এস=s টি=t ইউ=u ভি=v ডব্লিউ=w এক্স=x ওয়াই=y জেড=z
जीमेल=gmail याहू=yahoo हॉटमेल=hotmail आउटलुक=outlook रेडिफमेल=rediffmail कॉम=com इन=in को=co नेट=net ओआरजी=org ऑर्ग=org इंफो=info इन्फो=info सेल्स=sales सपोर्ट=support टेककॉर्प=techcorp हेलो=hello एडमिन=admin कांटेक्ट=contact आईओ=io
জিমেইল=gmail জিমেল=gmail ইয়াহু=yahoo হটমেইল=hotmail আউটলুক=outlook কম=com কমে=com কম'এ=com ইনে=in ইন=in কো=co নেট=net অর্গ=org ওআরজি=org ইনফো=info সেলস=sales সাপোর্ট=support টেককর্প=techcorp হ্যালো=hello অ্যাডমিন=admin বিডি=bd আইও=io
`)
/** Ends of house names that may stand where an address ends. */
export const topDomains: ReadonlySet<string> = new Set(
  'com in co org net io ai edu gov info biz uk us bd app dev ac me tech online store shop xyz de fr ae sg au ca eu nz pk lk np club site cloud'.split(' '),
)
/** Words that speak of an address that follows. */
export const addressCues: ReadonlySet<string> = new Set(
  'email mail id gmail address is hai hain are its write ईमेल मेल आईडी पता है ইমেইল ইমেল মেইল মেল আইডি হলো হল হচ্ছে ঠিকানা'.split(' ').map(matchForm),
)
/** What stands before "at" without being the name in an address. */
export const noLocalPart: ReadonlySet<string> = new Set(
  `meet meeting see look looking visit find check us me him her them you it we they available hosted live working work works job shop shops office offices page website site order
  orders buy sell based located arrive call available reach email mail is are am was be stay sit here there product products details
  मिलो मिलना देखो देखें पर দেখুন দেখা milo dekho`
    .split(/\s+/)
    .map(matchForm),
)
