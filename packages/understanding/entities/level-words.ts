import { matchForm } from '@myna/language'

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value = '', phrases = ''] = line.split(':')
        return phrases.split(',').map((phrase) => [phrase.trim().split(' ').map(matchForm).join(' '), value.trim()] as const)
      }),
  )
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(matchForm))

/** Phrases that name a priority wherever they stand. */
export const surePriorities = table(`
urgent: urgent, urgently, asap, a s a p, as soon as possible, immediately, right away, emergency, critical, top priority, highest priority, very urgent, turant, foran, fauran, jaldi se jaldi, jaldi, jald se jald, jitna jaldi ho sake, तुरंत, तुरन्त, तत्काल, फौरन, फ़ौरन, अर्जेंट, अर्जेन्ट, जल्दी से जल्दी, जल्द से जल्द, जल्दी, জরুরি, জরুরী, জরুরিভাবে, তাড়াতাড়ি, যত তাড়াতাড়ি সম্ভব, অবিলম্বে, আর্জেন্ট, দ্রুত, এক্ষুনি, joruri, taratari, very urgently, at the earliest, without delay, immediate, fatafat, phataphat, jhatpat, abhi ke abhi, bahut jaldi, इमरजेंसी, आपातकालीन, शीघ्र, अति आवश्यक, फटाफट, अभी के अभी, অর্জেন্ট, আর্জেন্টলি, ইমার্জেন্সি, জলদি, ঝটপট, খুব তাড়া, খুব তাড়া আছে, এখনই দরকার
high: high priority, important, very important, zaroori, zaruri, jaruri, jaroori, bahut zaroori, zyada zaroori, ज़रूरी, जरूरी, महत्वपूर्ण, हाई प्रायोरिटी, उच्च प्राथमिकता, গুরুত্বপূর্ণ, উচ্চ অগ্রাধিকার, হাই প্রায়োরিটি, crucial, aavashyak, avashyak, आवश्यक, अहम, দরকারি, খুব দরকারি, অত্যন্ত গুরুত্বপূর্ণ, darkari, dorkari, guruttopurno
normal: normal priority, medium priority, regular priority, standard priority, सामान्य प्राथमिकता, मध्यम प्राथमिकता, সাধারণ অগ্রাধিকার
low: low priority, lowest priority, not urgent, no rush, no hurry, not important, itna zaroori nahi, इतना ज़रूरी नहीं, isn t urgent, isnt urgent, koi jaldi nahi, jaldi nahi, jaldi nahi hai, urgent nahi, zaroori nahi, jaruri nahi, koi jaldi nahin, कोई जल्दी नहीं, जल्दी नहीं, ज़रूरी नहीं, अर्जेंट नहीं, कम प्राथमिकता, जल्दबाजी नहीं, তাড়া নেই, কোনো তাড়া নেই, জরুরি নয়, জরুরি না, তাড়াহুড়ো নেই, কম গুরুত্বপূর্ণ, কম অগ্রাধিকার, can wait, not a priority, not that important, not very important, not so urgent, not that urgent, whenever you can, whenever you get time, low urgency, jab time mile, fursat se, fursat mein, फुर्सत में, फुर्सत से, जब समय मिले, इतना अर्जेंट नहीं, urgent nahin, urgent nahi hai, utna zaroori nahi, বেশি জরুরি না, বেশি জরুরি নয়, তত জরুরি নয়, তেমন জরুরি না, তেমন জরুরি নয়, অত জরুরি না, সময় পেলে, আর্জেন্ট না, আর্জেন্ট নয়, তাড়াহুড়োর কিছু নেই, তাড়াহুড়া নেই
`)
/** Words that name a priority only where one is spoken of. */
export const likelyPriorities = table(`
high: high, higher, top, हाई, उच्च, ऊंची, ज्यादा, ज़्यादा, zyada, হাই, উচ্চ, বেশি, সর্বোচ্চ, raise, increase, bump up, badha do, badhao, बढ़ा, बढ़ाओ, বাড়িয়ে, বাড়ান, বাড়াও
normal: normal, medium, regular, standard, moderate, सामान्य, नॉर्मल, मध्यम, मीडियम, samanya, সাধারণ, স্বাভাবিক, নরমাল, মাঝারি, মিডিয়াম
low: low, lower, lowest, कम, लो, निम्न, kam, কম, লো, নিম্ন, reduce, decrease, ghata do, ghatao, घटा, घटाओ, কমিয়ে, কমান, কমাও
`)
/** Words that speak of priorities. */
export const priorityCues = set(
  'অগ্রাধিকারে প্রায়োরিটিতে priority prioritise prioritize urgency importance प्राथमिकता प्रायोरिटी praathmikta prathmikta প্রায়োরিটি অগ্রাধিকার গুরুত্ব প্রাধান্য',
)

/** Phrases that name a state wherever they stand. */
export const sureStates = table(`
won: won, closed won, closed as won, deal closed, deal is closed, closed the deal, deal won, jeet gaye, jeet gaya, jeet li, jeeti, जीत गए, जीत गया, जीत ली, जीता, विन, डील क्लोज, ডিল ক্লোজ, জিতেছি, জিতে গেছি, জিতে গেছে, জিতেছে, জেতা, উইন, deal close ho gayi, ডিল ক্লোজ হয়ে গেছে, ডিল ক্লোজ হয়েছে, ডিল পাকা, deal close ho gaya, डील क्लोज हो गई, deal final ho gayi, डील पक्की, डील फाइनल हो गई, डील फाइनल, ডিল ফাইনাল হয়ে গেছে, ডিল ফাইনাল হয়েছে, ডিল ফাইনাল, जीती हुई, जीती, deal pakki, deal pakki ho gayi, sauda pakka, सौदा पक्का, जीत लिया, jeet liya, ডিল জিতলাম, জিতলাম, জিতে গেলাম, জিতে নিয়েছি, jitlam, jite gechi
lost: closed lost, closed as lost, deal lost, lost the deal, lost deal, lost this deal, lost that deal, haar gaye, haath se nikal gaya, haath se nikal gayi, हार गए, हार गई, हाथ से निकल गई, हाथ से निकल गया, लॉस्ट, হারিয়েছি, হেরে গেছি, হাতছাড়া, লস্ট, হারিয়ে গেছে, haar gaya, haar gayi, हार गया, kho diya, kho di, खो दिया, खो दी, गंवा दी, गंवा दिया, হেরে গেলাম, হারিয়ে ফেলেছি, হারালাম, হাতছাড়া হয়ে গেছে, haath se nikal gaye, haath se chali gayi, हाथ से चली गई
qualified: qualified, क्वालिफाइड, क्वालिफाईड, योग्य, কোয়ালিফাইড, কোয়ালিফায়েড, যোগ্য, kwalified
contacted: contacted, already called, spoke to them, reached out, sampark kiya, sampark ho gaya, contact kar liya, contact ho gaya, संपर्क किया, संपर्क हो गया, संपर्क कर लिया, कॉन्टैक्टेड, कॉन्टैक्ट कर लिया, যোগাযোগ করা হয়েছে, যোগাযোগ হয়েছে, যোগাযোগ করেছি, কন্টাক্টেড, কন্ট্যাক্টেড, got in touch, already spoke, spoken to him, spoken to her, spoken to them, sampark kar liya, sampark ho chuka, contact kiya, contact kar chuka, contact kar chuke, संपर्क कर चुके, संपर्क हो चुका, संपर्क किया गया, कॉन्टैक्ट किया, কন্টাক্ট করা হয়েছে, কন্টাক্ট করেছি, যোগাযোগ করে ফেলেছি, যোগাযোগ করা হয়ে গেছে
in_progress: in progress, in process, ongoing, under way, underway, being worked on, working on it, chal raha hai, chal rahi hai, chalu hai, kaam chal raha, चल रहा है, चल रही है, चालू है, प्रगति में, इन प्रोग्रेस, প্রগতিতে, চলছে, চলমান, ইন প্রোগ্রেস, কাজ চলছে, kaam jaari, jaari hai, जारी है, प्रोसेस में, process mein, process me, প্রক্রিয়াধীন, প্রসেসে আছে, চলতেছে
on_hold: on hold, onhold, hold pe, hold par, paused, hold kar do, hold mein, होल्ड पर, होल्ड पे, ऑन होल्ड, होल्ड, रोक दो, হোল্ডে, অন হোল্ড, হোল্ড, স্থগিত, on pause, parked, ruka hua, rok ke rakho, rok do, रुका हुआ, रोक कर रखो, रोक के रखो, আটকে রাখুন, থামিয়ে রাখুন, ঝুলিয়ে রাখুন, পজ করুন
done: completed, finished, task done, all done, is done, as done, marked done, mark done, complete ho gaya, complete ho gayi, pura ho gaya, poora ho gaya, khatam ho gaya, khatm ho gaya, ho chuka, ho chuka hai, complete kar do, complete kar diya, complete karo, complete mark, as complete, is complete, mark complete, पूरा हो गया, पूरी हो गई, पूरा हुआ, पूरा कर दिया, पूरा कर दो, पूरा, खत्म हो गया, ख़त्म हो गया, हो चुका, हो चुका है, कंप्लीट, कम्पलीट, डन, শেষ হয়েছে, শেষ হয়ে গেছে, শেষ করেছি, শেষ, সম্পন্ন, সম্পূর্ণ, হয়ে গেছে, সমাপ্ত, কমপ্লিট, ডান, wrapped up, nipat gaya, khatam kar diya, khatam kar do, निपट गया, खत्म कर दिया, ख़त्म कर दिया, শেষ করে ফেলেছি, শেষ করলাম
open: reopen, reopened, re open, still open, keep it open, leave it open, keep open, khula rakho, खुला रखो, খোলা রাখুন
`)
/** Words that name a state only where one is spoken of. */
export const likelyStates = table(`
won: closed, क्लोज, ক্লোজ
lost: lost, dead, खो, হারানো
done: done, complete, ho gaya, ho gayi, ho gya, हो गया, हो गई, হয়েছে, closed, close, resolved
open: open, pending, opened, ओपन, खुला, पेंडिंग, ওপেন, খোলা, পেন্ডিং
new: new, नया, नई, न्यू, naya, nayi, নতুন, নিউ
`)
/** Words that speak of states. */
export const stateCues = set(
  'status stage state mark marked as mein se move moved set change changed update updated स्टेटस स्थिति चरण मार्क স্ট্যাটাস অবস্থা মার্ক হিসেবে হিসাবে স্টেজ स्टेज',
)
/** Things that are won and lost. */
export const dealWords = set('deal opportunity lead we client account contract order project डील सौदा लीड ऑर्डर ডিল লিড অর্ডার it')
/** Things that are done. */
export const taskWords = set('task tasks kaam ticket work job it follow followup todo reminder काम टास्क টাস্ক কাজ কাজটা কাজটি টাস্কটা টাস্কটি টাস্ক mark call is')
