import type { LanguageCode } from '@myna/language'

/** What the dialogue says of its own accord, in every language; `{…}` is filled in. */
export const dialogueSentences = {
  confirm: { en: '{title}. Is that right?', hi: '{title}। क्या यह सही है?', hinglish: '{title}. Kya yeh sahi hai?', bn: '{title}। ঠিক আছে?' },
  change: {
    en: 'Alright. What should I change? Or shall I leave it?',
    hi: 'ठीक है। क्या बदलूँ? या रहने दूँ?',
    hinglish: 'Theek hai. Kya badloon? Ya rehne doon?',
    bn: 'ঠিক আছে। কী বদলাব? নাকি বাদ দেব?',
  },
  goAhead: { en: 'Shall I go ahead, yes or no?', hi: 'कर दूँ, हाँ या नहीं?', hinglish: 'Kar doon, haan ya nahi?', bn: 'করব, হ্যাঁ না না?' },
  restOfPhone: { en: 'Yes, and the rest?', hi: 'जी, आगे?', hinglish: 'Ji, aage?', bn: 'জি, তারপর?' },
  oneOf: {
    en: 'Please choose one of {choices}.',
    hi: '{choices} में से एक चुनिए।',
    hinglish: '{choices} mein se ek choose kijiye.',
    bn: '{choices}-এর মধ্যে একটি বেছে নিন।',
  },
  or: { en: 'or', hi: 'या', hinglish: 'ya', bn: 'বা' },
  yes: { en: 'yes', hi: 'हाँ', hinglish: 'haan', bn: 'হ্যাঁ' },
  no: { en: 'no', hi: 'नहीं', hinglish: 'nahi', bn: 'না' },
  forWhom: { en: 'for {name}', hi: '{name} के लिए', hinglish: '{name} ke liye', bn: '{name}-এর জন্য' },
  without: { en: 'without a {slot}', hi: 'बिना {slot} के', hinglish: 'bina {slot} ke', bn: '{slot} ছাড়া' },
  sorryAgain: {
    en: 'Sorry, I did not catch it. Once more, please.',
    hi: 'माफ़ कीजिए, मैं सुन नहीं पाई। एक बार फिर बताइए।',
    hinglish: 'Maaf kijiye, main sun nahi paayi. Ek baar phir bataiye.',
    bn: 'দুঃখিত, শুনতে পাইনি। আর একবার বলুন।',
  },
  noneBefore: {
    en: 'I do not have it here.',
    hi: 'वह मेरे पास नहीं है।',
    hinglish: 'Woh mere paas nahi hai.',
    bn: 'সেটি আমার কাছে নেই।',
  },
  allWithout: { en: 'No problem.', hi: 'कोई बात नहीं।', hinglish: 'Koi baat nahi.', bn: 'অসুবিধা নেই।' },
  cannotWithout: {
    en: 'I understand, but I cannot do this without it. Shall I leave it?',
    hi: 'समझ गई, पर इसके बिना यह नहीं हो सकता। रहने दूँ?',
    hinglish: 'Samajh gayi, par iske bina yeh nahi ho sakta. Rehne doon?',
    bn: 'বুঝেছি, কিন্তু এটি ছাড়া করা যাবে না। বাদ দেব?',
  },
  whyPhone: {
    en: 'Only so that the team can reach you about this.',
    hi: 'सिर्फ़ इसलिए कि टीम इस बारे में आपसे संपर्क कर सके।',
    hinglish: 'Sirf isliye ki team is baare mein aapse contact kar sake.',
    bn: 'শুধু যাতে দল এ বিষয়ে আপনার সঙ্গে যোগাযোগ করতে পারে।',
  },
  whyName: {
    en: 'So that the team knows whom this is from.',
    hi: 'ताकि टीम को पता हो कि यह किसकी ओर से है।',
    hinglish: 'Taaki team ko pata ho ki yeh kiski taraf se hai.',
    bn: 'যাতে দল জানে এটি কার কাছ থেকে।',
  },
  whyOther: {
    en: 'The team needs it to do this for you.',
    hi: 'टीम को यह काम करने के लिए इसकी ज़रूरत है।',
    hinglish: 'Team ko yeh kaam karne ke liye iski zaroorat hai.',
    bn: 'কাজটি করতে দলের এটি দরকার।',
  },
  here: { en: 'Yes, I am here.', hi: 'जी, मैं सुन रही हूँ।', hinglish: 'Ji, main sun rahi hoon.', bn: 'জি, শুনছি।' },
  more: { en: 'Is there anything else?', hi: 'और कुछ?', hinglish: 'Aur kuch?', bn: 'আর কিছু?' },
  cancelled: {
    en: 'Alright, I have left that. Is there anything else?',
    hi: 'ठीक है, छोड़ दिया। और कुछ?',
    hinglish: 'Theek hai, chhod diya. Aur kuch?',
    bn: 'ঠিক আছে, বাদ দিলাম। আর কিছু?',
  },
  notUnderstood: {
    en: 'Sorry, I did not get that.',
    hi: 'माफ़ कीजिए, मैं समझ नहीं पाई।',
    hinglish: 'Maaf kijiye, main samajh nahi paayi.',
    bn: 'দুঃখিত, বুঝতে পারিনি।',
  },
  gaveUp: {
    en: 'I am sorry, we are not getting there. Let us leave it for now. What else can I do for you?',
    hi: 'माफ़ कीजिए, यह नहीं हो पा रहा। इसे अभी छोड़ देते हैं। और क्या मदद करूँ?',
    hinglish: 'Maaf kijiye, yeh nahi ho paa raha. Abhi ise chhod dete hain. Aur kya madad karoon?',
    bn: 'দুঃখিত, এটি হচ্ছে না। আপাতত থাক। আর কী সাহায্য করতে পারি?',
  },
  timeAndDay: {
    en: 'At what time on {day}?',
    hi: '{day} को कितने बजे?',
    hinglish: '{day} ko kitne baje?',
    bn: '{day} কটায়?',
  },
  timePast: {
    en: 'That time has passed already.',
    hi: 'वह समय बीत चुका है।',
    hinglish: 'Woh time nikal chuka hai.',
    bn: 'সেই সময় পেরিয়ে গেছে।',
  },
  badPhone: {
    en: 'That does not sound like a complete phone number.',
    hi: 'यह पूरा फ़ोन नंबर नहीं लगता।',
    hinglish: 'Yeh poora phone number nahi lagta.',
    bn: 'এটি পুরো ফোন নম্বর মনে হচ্ছে না।',
  },
  wait: { en: 'Of course, take your time.', hi: 'ज़रूर, आराम से।', hinglish: 'Zaroor, aaram se.', bn: 'অবশ্যই, সময় নিন।' },
  failed: {
    en: 'I am sorry, that did not work just now. Shall I take a message for the team instead?',
    hi: 'माफ़ कीजिए, यह अभी नहीं हो पाया। क्या मैं टीम के लिए संदेश ले लूँ?',
    hinglish: 'Maaf kijiye, yeh abhi nahi ho paaya. Kya main team ke liye message le loon?',
    bn: 'দুঃখিত, এখন এটি হলো না। দলের জন্য একটি বার্তা নিয়ে রাখব?',
  },
  failedPlainly: {
    en: 'I am sorry, that did not work just now. Please try again a little later.',
    hi: 'माफ़ कीजिए, यह अभी नहीं हो पाया। थोड़ी देर बाद फिर कोशिश करें।',
    hinglish: 'Maaf kijiye, yeh abhi nahi ho paaya. Thodi der baad phir try kijiye.',
    bn: 'দুঃখিত, এখন এটি হলো না। একটু পরে আবার চেষ্টা করুন।',
  },
  unsure: {
    en: 'I could not make sure whether that went through. The team will check it.',
    hi: 'पक्का नहीं हो पाया कि यह पूरा हुआ या नहीं। टीम जाँच करेगी।',
    hinglish: 'Pakka nahi ho paaya ki yeh poora hua ya nahi. Team check karegi.',
    bn: 'এটি সম্পন্ন হয়েছে কি না নিশ্চিত হতে পারিনি। দল দেখে নেবে।',
  },
  cannotHere: {
    en: 'I cannot do that here. Shall I take a message for the team?',
    hi: 'यह मैं यहाँ नहीं कर सकती। क्या मैं टीम के लिए संदेश ले लूँ?',
    hinglish: 'Yeh main yahan nahi kar sakti. Kya main team ke liye message le loon?',
    bn: 'এটি আমি এখানে করতে পারি না। দলের জন্য একটি বার্তা নিয়ে রাখব?',
  },
  cannotPlainly: {
    en: 'I cannot do that here. I can answer questions about {business}.',
    hi: 'यह मैं यहाँ नहीं कर सकती। मैं {business} के बारे में सवालों के जवाब दे सकती हूँ।',
    hinglish: 'Yeh main yahan nahi kar sakti. Main {business} ke baare mein sawaalon ke jawab de sakti hoon.',
    bn: 'এটি আমি এখানে করতে পারি না। {business} সম্পর্কে প্রশ্নের উত্তর দিতে পারি।',
  },
  anythingElse: { en: 'Alright. Is there anything else?', hi: 'ठीक है। और कुछ?', hinglish: 'Theek hai. Aur kuch?', bn: 'ঠিক আছে। আর কিছু?' },
  go: { en: 'Please go on.', hi: 'जी, बताइए।', hinglish: 'Ji, bataiye.', bn: 'জি, বলুন।' },
  askRemember: {
    en: 'Shall I remember your details for the next time you call?',
    hi: 'क्या मैं अगली बार के लिए आपकी जानकारी याद रखूँ?',
    hinglish: 'Kya main agli baar ke liye aapki details yaad rakhoon?',
    bn: 'পরের বারের জন্য আপনার তথ্য মনে রাখব?',
  },
  remembered: { en: 'I will remember them.', hi: 'मैं याद रखूँगी।', hinglish: 'Main yaad rakhungi.', bn: 'মনে রাখব।' },
  notRemembered: { en: 'Then I will not keep them.', hi: 'तो मैं नहीं रखूँगी।', hinglish: 'Toh main nahi rakhungi.', bn: 'তাহলে রাখব না।' },
  handOver: {
    en: 'I am handing you to {agent}.',
    hi: 'मैं आपको {agent} से जोड़ रही हूँ।',
    hinglish: 'Main aapko {agent} se jod rahi hoon.',
    bn: 'আপনাকে {agent}-এর কাছে দিচ্ছি।',
  },
  offTopic: {
    en: 'I can only help with matters of {business}. What would you like to know?',
    hi: 'मैं सिर्फ़ {business} से जुड़ी बातों में मदद कर सकती हूँ। आप क्या जानना चाहेंगे?',
    hinglish: 'Main sirf {business} se judi baaton mein madad kar sakti hoon. Aap kya jaanna chahenge?',
    bn: 'আমি শুধু {business} সংক্রান্ত বিষয়ে সাহায্য করতে পারি। কী জানতে চান?',
  },
  left: { en: 'Alright, I have left that.', hi: 'ठीक है, छोड़ दिया।', hinglish: 'Theek hai, chhod diya.', bn: 'ঠিক আছে, বাদ দিলাম।' },
  nowTo: { en: 'Now to the other thing.', hi: 'अब दूसरी बात।', hinglish: 'Ab doosri baat.', bn: 'এবার অন্য কথাটা।' },
  backTo: { en: 'Back to where we were.', hi: 'अब पहले वाली बात पर।', hinglish: 'Ab pehle wali baat par.', bn: 'এবার আগের কথায় ফিরি।' },
} satisfies Record<string, Record<LanguageCode, string>>

/** A sentence of the dialogue in a language, its places filled in. */
export const sayOf = (name: keyof typeof dialogueSentences, language: LanguageCode, values: Readonly<Record<string, string>> = {}): string =>
  fillPlaces(dialogueSentences[name][language], values)

/** Puts values where `{name}` stands; a place nobody fills goes away. */
export const fillPlaces = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{([\w.]+)\}/g, (_, name: string) => values[name] ?? '').replace(/ {2,}/g, ' ')

/** A few things in a row, the last after an `or`. */
export const listOf = (things: readonly string[], language: LanguageCode): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} ${dialogueSentences.or[language]} ${things.at(-1)}`
