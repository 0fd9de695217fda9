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
रेडिफ=rediff लाइव=live आईक्लाउड=icloud प्रोटोनमेल=protonmail ज़ोहो=zoho एमएसएन=msn एओएल=aol रेडिफमेल=rediffmail जिमेल=gmail যাহু=yahoo ইয়াহুতে=yahoo রেডিফমেল=rediffmail রেডিফমেইল=rediffmail রেডিফ=rediff লাইভ=live আইক্লাউড=icloud প্রোটনমেইল=protonmail প্রোটনমেল=protonmail জোহো=zoho জিমেইলে=gmail ইয়াহু=yahoo আউটলুকে=outlook
स्काईलाइन=skyline स्काई=sky लाइन=line ग्रीन=green ब्लू=blue ब्लूवेव=bluewave स्टार=star सन=sun सनराइज=sunrise ब्राइट=bright टेक=tech सॉफ्ट=soft सॉफ्टवेयर=software डिजिटल=digital ग्लोबल=global ऑनलाइन=online वर्ल्ड=world स्मार्ट=smart होम=home केयर=care हेल्थ=health मीडिया=media डिजाइन=design ट्रेड=trade ट्रेडर्स=traders ट्रेवल=travel ट्रैवल=travel ट्रैवल्स=travels फूड=food फूड्स=foods शॉप=shop स्टोर=store वेब=web क्लाउड=cloud डाटा=data डेटा=data पावर=power गोल्ड=gold सिल्वर=silver रॉयल=royal सिटी=city लाइफ=life नेट=net ग्रुप=group इंडिया=india हाउस=house मेल=mail ऑफिस=office हेल्प=help टीम=team मार्केटिंग=marketing बिलिंग=billing अकाउंट्स=accounts एचआर=hr जॉब्स=jobs केयर=care बुकिंग=booking ऑर्डर=order कस्टमर=customer सर्विस=service क्वेरी=query पार्क=park ट्री=tree
স্কাইলাইন=skyline স্কাই=sky লাইন=line গ্রিন=green ব্লু=blue ব্লুওয়েভ=bluewave স্টার=star সান=sun সানরাইজ=sunrise ব্রাইট=bright টেক=tech সফট=soft সফটওয়্যার=software ডিজিটাল=digital গ্লোবাল=global অনলাইন=online ওয়ার্ল্ড=world স্মার্ট=smart হোম=home কেয়ার=care হেলথ=health মিডিয়া=media ডিজাইন=design ট্রেড=trade ট্রেডার্স=traders ট্রাভেল=travel ট্রাভেলস=travels ফুড=food ফুডস=foods শপ=shop স্টোর=store ওয়েব=web ক্লাউড=cloud ডাটা=data ডেটা=data পাওয়ার=power গোল্ড=gold সিলভার=silver রয়্যাল=royal সিটি=city লাইফ=life গ্রুপ=group ইন্ডিয়া=india হাউস=house মেল=mail মেইল=mail অফিস=office হেল্প=help টিম=team মার্কেটিং=marketing বিলিং=billing অ্যাকাউন্টস=accounts এইচআর=hr জবস=jobs বুকিং=booking অর্ডার=order কাস্টমার=customer সার্ভিস=service পার্ক=park ট্রি=tree
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
