import type { LanguageCode } from '@myna/language'

/** What the dialogue says of its own accord, in every language; `{…}` is filled in. */
export const dialogueSentences = {
  confirm: {
    en: '{title}: {slots}. Is that right?',
    hi: '{title}: {slots}। क्या यह सही है?',
    hinglish: '{title}: {slots}. Kya yeh sahi hai?',
    bn: '{title}: {slots}। ঠিক আছে?',
  },
  confirmBare: {
    en: '{title} – shall I do that?',
    hi: '{title} – क्या मैं यह कर दूँ?',
    hinglish: '{title} – kya main yeh kar doon?',
    bn: '{title} – এটি করব?',
  },
  change: {
    en: 'Alright. What should I change? You can also say cancel.',
    hi: 'ठीक है। क्या बदलना है? आप "रहने दो" भी कह सकते हैं।',
    hinglish: 'Theek hai. Kya badalna hai? Aap "cancel" bhi keh sakte hain.',
    bn: 'ঠিক আছে। কী বদলাব? আপনি "বাতিল"ও বলতে পারেন।',
  },
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
  backTo: { en: 'Back to where we were.', hi: 'अब पहले वाली बात पर।', hinglish: 'Ab pehle wali baat par.', bn: 'এবার আগের কথায় ফিরি।' },
} satisfies Record<string, Record<LanguageCode, string>>

/** A sentence of the dialogue in a language, its places filled in. */
export const sayOf = (name: keyof typeof dialogueSentences, language: LanguageCode, values: Readonly<Record<string, string>> = {}): string =>
  fillPlaces(dialogueSentences[name][language], values)

/** Puts values where `{name}` stands; a place nobody fills goes away. */
export const fillPlaces = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{([\w.]+)\}/g, (_, name: string) => values[name] ?? '').replace(/ {2,}/g, ' ')

/** What goals and slots are called when they are read back. */
export const slotNames: Readonly<Record<string, Record<LanguageCode, string>>> = {
  name: { en: 'name', hi: 'नाम', hinglish: 'naam', bn: 'নাম' },
  phone: { en: 'phone', hi: 'फ़ोन', hinglish: 'phone', bn: 'ফোন' },
  email: { en: 'e-mail', hi: 'ईमेल', hinglish: 'email', bn: 'ইমেইল' },
  company: { en: 'company', hi: 'कंपनी', hinglish: 'company', bn: 'কোম্পানি' },
  time: { en: 'time', hi: 'समय', hinglish: 'time', bn: 'সময়' },
  new_time: { en: 'new time', hi: 'नया समय', hinglish: 'naya time', bn: 'নতুন সময়' },
  with: { en: 'with', hi: 'किसके साथ', hinglish: 'kiske saath', bn: 'কার সঙ্গে' },
  message: { en: 'message', hi: 'संदेश', hinglish: 'message', bn: 'বার্তা' },
  task: { en: 'task', hi: 'काम', hinglish: 'kaam', bn: 'কাজ' },
  topic: { en: 'about', hi: 'विषय', hinglish: 'topic', bn: 'বিষয়' },
  interest: { en: 'interest', hi: 'रुचि', hinglish: 'interest', bn: 'আগ্রহ' },
  priority: { en: 'priority', hi: 'प्राथमिकता', hinglish: 'priority', bn: 'অগ্রাধিকার' },
}

/** What standard goals are called to callers. */
export const goalNames: Readonly<Record<string, Record<LanguageCode, string>>> = {
  take_message: { en: 'A message for the team', hi: 'टीम के लिए संदेश', hinglish: 'Team ke liye message', bn: 'দলের জন্য বার্তা' },
  create_lead: { en: 'Noting these details', hi: 'यह जानकारी लिख रही हूँ', hinglish: 'Yeh details note kar rahi hoon', bn: 'এই তথ্য লিখে রাখছি' },
  schedule_meeting: { en: 'A meeting request', hi: 'मीटिंग का अनुरोध', hinglish: 'Meeting request', bn: 'মিটিংয়ের অনুরোধ' },
  reschedule_meeting: { en: 'Moving your meeting', hi: 'मीटिंग का समय बदलना', hinglish: 'Meeting ka time badalna', bn: 'মিটিংয়ের সময় বদল' },
  cancel_meeting: { en: 'Cancelling your meeting', hi: 'मीटिंग रद्द करना', hinglish: 'Meeting cancel karna', bn: 'মিটিং বাতিল' },
  create_task: { en: 'A task', hi: 'एक काम', hinglish: 'Ek kaam', bn: 'একটি কাজ' },
  talk_to_human: { en: 'A call back from a person', hi: 'टीम से वापसी कॉल', hinglish: 'Team se call back', bn: 'দলের কারও কাছ থেকে ফোন' },
  opt_out: { en: 'No more contact', hi: 'आगे संपर्क नहीं', hinglish: 'Aage contact nahi', bn: 'আর যোগাযোগ নয়' },
}
