/** Ends a word of any script, where `\b` knows Latin letters only. */
const end = '(?![\\p{L}\\p{M}\\p{N}])'
const begin = '(?<![\\p{L}\\p{M}\\p{N}])'
const anyOf = (words: string, flags = 'iu') => new RegExp(`${begin}(?:${words})${end}`, flags)
const leading = (words: string) =>
  new RegExp(`^[\\s,.!…"']*(?:(?:oh|well|so|um+|uh+|now|it'?s|all|yeah|arre?|ab|अरे|अब|আরে|এবার|এখন|अच्छा|achh?a|আচ্ছা)[\\s,.]+){0,3}(?:${words})${end}`, 'iu')

/** Words an agreement begins with. */
export const yesLead = leading(
  "yes|alright|all right|yeah|yep|yup|ya|yea|sure|ok|okay|right|correct|exactly|fine|perfect|absolutely|of course|go ahead|please do|do it|that'?s (?:right|correct|fine|it|good)|sounds good|no problem|haa?n+|haanji|ji|jee|theek|thik|tik|sahi|bilkul|bilkool|chalega|kar (?:do|dijiye|dena)|हाँ|हां|हा|जी|ठीक|सही|बिल्कुल|बिलकुल|चलेगा|कर (?:दो|दीजिए|दें)|ओके|यस|হ্যাঁ|হ্যা|হাঁ|জি|জ্বি|জী|ঠিক|চলবে|একদম|অবশ্যই|করে দিন|করুন|ওকে|ইয়েস",
)

/** Words a refusal or correction begins with. */
export const noLead = leading(
  "no(?! problem)|nope|nah|not|don'?t|wrong|that'?s (?:wrong|not)|nahi+n?|nahin|na(?=[\\s,.!]|$)|mat|galat|नहीं|नही|ना|मत|गलत|ग़लत|না|নাহ|ভুল|নয়",
)

/** After a yes: the caller goes on to change something. */
export const butWords = anyOf('but|only|except|instead|just (?:change|make)|lekin|par|magar|bas (?:time|naam|number)|लेकिन|पर|मगर|बस|তবে|কিন্তু|শুধু')

/** A sound made while thinking: it says nothing yet. */
export const fillerOnly =
  /^[\s.,…]*(?:(?:u+m+|u+h+|e+r+|h+m+|m{2,}|a+h+|let me (?:see|think)|hang on|अ+|उम+|हम+|ह्म्म|एर|soch(?:ta|ti)? (?:hoon|raha hoon)|एं|উম+|হুম+|এ+|ইয়ে)[\s.,…]*)+$/iu

/** A hum in answer to a read-back: perhaps a yes. */
export const humOnly = /^[\s.,…]*(?:h+m+|m+h+m*|mm+|हम+|ह्म+|हम्म|हूँ|हूं|hoon|হুম+|হুঁ|হু)[\s.,…]*$/iu

/** The caller will not say what is asked, or has none. */
export const refusal = anyOf(
  "(?:i(?:'d| would) )?(?:rather|prefer) not|(?:don'?t|do not|won'?t|will not|not going to|can'?t|cannot) (?:want to |wanna |like to |wish to |feel comfortable )?(?:giv(?:e|ing)|shar(?:e|ing)|tell(?:ing)?|say(?:ing)?|disclose|provide)|not comfortable|don'?t have (?:a|an|any|one|it)|no (?:phone|number|e-?mail|mobile)|skip (?:it|that|this)|without (?:it|that|a|the|my)(?: \\p{L}+)?|none of your business|(?:nahi+n?|nahin|nai) (?:dena|dunga|doonga|dungi|doongi|de sakt[ai]|batana|bataunga|bataungi|bata sakt[ai]|hai mere paas)|(?:dena|batana) nahi+n?|mere paas (?:number |phone )?nahi+n?|(?:number|phone|email|naam) nahi+n? (?:hai|dena|dunga|dungi)|(?:नहीं|नही) (?:देना|दूँगा|दूंगा|दूँगी|दूंगी|दे सकत[ाी]|देनी|बताना|बताऊँगा|बताऊंगा|बताऊँगी|बता सकत[ाी])|(?:नंबर|फ़ोन|फोन|ईमेल|नाम) (?:नहीं|नही)|मेरे पास (?:नंबर |फ़ोन |फोन )?(?:नहीं|नही)|(?:দিতে|বলতে|জানাতে) (?:চাই|চাইছি|পারব|পারছি) না|(?:দেব|দেবো|দিব|বলব|বলবো) না|(?:নম্বর|ফোন|ইমেইল) (?:নেই|দেব না|দেবো না)|আমার (?:নম্বর|ফোন) নেই",
)

/** The caller asks why something is wanted. */
export const whyWords = anyOf(
  "why|what(?:'s| is) (?:it|that|this) for|what for|how come|क्यों|क्यूँ|क्यूं|किसलिए|किस लिए|kyun?|kyon|kyu|kisliye|kis liye|কেন|কীসের জন্য|কিসের জন্য|কী দরকার|কি দরকার",
)
/** That the wanting is the agent's: with `why` it is about the slot, not about the business. */
export const wanting = anyOf(
  'need|want|ask(?:ing)?|require|give|tell|should i|do you|चाहिए|पूछ\\p{L}*|पूछ रह[ेी]|दूँ|दूं|बताऊँ|बताऊं|ज़रूरत|जरूरत|chahiye|pooch\\p{L}*|puch\\p{L}*|doo?n|bata\\p{L}*|zaroorat|jarurat|লাগবে|লাগে|চাইছেন|চান|দরকার|দেব|দেবো|বলব|জিজ্ঞে?স\\p{L}*',
)

/** The caller says that it was said already. */
export const toldAlready = anyOf(
  "(?:i )?(?:already|just) (?:told|said|gave|mentioned)(?: (?:you|it|that|this))?|i(?:'ve| have)? (?:told|said|given|mentioned) (?:you |it |that )?(?:already|before|just now)|told you(?: already)?|i (?:just )?said (?:that|it)|(?:abhi|pehle|pahle)(?: hi| to| toh)* bata\\p{L}*|bata(?:ya|yi)? (?:to|toh|tha)(?: tha| diya| hai)?|bata diya|bol diya|(?:अभी|पहले)(?: ही| तो)* बता[\\p{L}\\p{M}]*|बता(?:या)? तो \\p{L}+\\p{M}*|बता दिया|बताया था|बोल दिया|বললাম তো|বলেছি তো|আগেই বলেছি|এইমাত্র বললাম|বলে দিয়েছি|বলেছিলাম",
)

/** What is asked is to be as it was. */
export const sameAsBefore = anyOf(
  'same (?:as (?:before|last time|earlier|always)|number|one|name|as above)|the same|(?:this|same) number|you (?:already )?have (?:it|my number)|as before|the number i(?:.m| am) calling from|(?:wahi|vahi|same|isi|yahi) (?:number|wala|naam|pehle)\\p{L}*|pehle (?:wala|wali|jaisa)|वही|पहले (?:वाला|वाली|जैसा)|इसी नंबर|यही नंबर|(?:আগের|একই|এই) (?:নম্বর|মতো|মতোই|নাম|টাই)[\\p{L}\\p{M}]*|আগের মতো|আগেরটা\\p{L}*',
)

/** Nothing more is wanted. */
export const nothingMore = anyOf(
  "that'?s (?:all|it|everything)|that (?:is|will be) all|nothing(?: else| more)?|no(?:pe)?,? (?:thanks?(?: you)?|i'?m good|that'?s all)|i'?m (?:good|done|fine)|bas(?: itna hi| ho gaya| yahi)?|kuch nahi+n?|aur kuch nahi+n?|बस|कुछ नहीं|और कुछ नहीं|ব্যস|আর কিছু (?:না|নয়|লাগবে না)|কিছু না|এটুকুই|এইটুকুই",
)

/** Something that was understood is to be another. */
export const changeWords = anyOf(
  'change|wrong|different|modify|edit|incorrect|badal\\p{L}*|galat|बदल[\\p{L}\\p{M}]*|गलत|ग़लत|বদল[\\p{L}\\p{M}]*|ভুল|পাল্টে?\\p{L}*',
)

/** This very moment: in answer to a read-back no time to be noted. */
export const nowOnly = /^(?:(?:right |just )?now|ab|abhi|अब|अभी|এখন|এবার|এখনই)$/iu

/** What a name stands after when somebody tells their own. */
export const ownNameCue = anyOf("name|naam|nam|am|i'm|im|this is|it's|its|myself|speaking|main|mai|mera|नाम|मैं|मेरा|নাম|আমি|আমার")

/** Both or all of what was offered to choose from. */
export const bothWords = anyOf('both(?: of them)?|all of them|either(?: one)?|any(?: one| of them)?|dono|koi bhi|दोनों|कोई भी|দুটোই|দুটি|দুইটাই|যেকোনো(?: একটা)?')

/** The caller wants to be left alone for good: counted besides what a sentence is taken for. */
export const leaveMeAlone = anyOf(
  "(?:stop|quit) (?:calling|contacting|messaging|phoning|texting|bothering)(?: me)?|(?:do not|don'?t|never) (?:ever )?(?:call|contact|phone|message|text) (?:me|us|this number)(?: again| any ?more| ever)?|take me off|(?:dobara|phir se|aage se|ab) (?:call|phone|fone|message) (?:mat|na)\\p{L}*|(?:दोबारा|फिर से|आगे से|अब) (?:कॉल|फ़ोन|फोन|मैसेज) (?:मत|ना|न)|আর (?:ফোন|কল|মেসেজ|যোগাযোগ) (?:করবেন|কোরো|করো|কর|দেবেন) না",
)

/** A matter is changed rather than asked about, though it is said as a question. */
export const asksForChange = anyOf(
  '(?:can|could|would|may|shall) (?:you|we|i|it) (?:please )?(?:make|change|move|shift|do|have|be|take|put)|make it|what about|how about|instead|change (?:it|that)|(?:kar|rakh|badal) (?:sakte|dijiye|do|den|lo)\\p{L}*|(?:कर|रख|बदल) (?:सकते|दीजिए|दो|दें|लो)|(?:করা|করে|বদলে|রাখা|রাখুন) (?:যাবে|যায়|দিন|দেবেন|হবে)\\p{L}*',
)

/** What joins two wishes in one sentence. */
export const joins =
  /[,;.]?\s+(?:and also|and then|and i also|and please|also,?|and|plus|aur (?:haan|saath mein|saath hi|ek)|aur|और साथ (?:में|ही)|और|এবং|আর)\s+/iu

/** Kin and others somebody speaks for: a name after one of them is not the caller's own. */
export const kin = anyOf(
  'mother|mom|mum|mummy|father|dad|papa|wife|husband|son|daughter|brother|sister|friend|uncle|aunt(?:y|ie)?|boss|colleague|grand(?:mother|father|ma|pa)|cousin|maa|ma|pitaji|pita|patni|biwi|pati|beta|bete|beti|bhai|behen|bahan|didi|dost|chacha|chachi|nani|dadi|nana|dada|माँ|मां|मम्मी|माताजी|पिता|पिताजी|पापा|पत्नी|बीवी|पति|बेटा|बेटे|बेटी|भाई|बहन|दीदी|दोस्त|चाचा|चाची|नानी|दादी|नाना|दादा|মা|মায়ের|বাবা|বাবার|স্ত্রী|স্বামী|ছেলে|ছেলের|মেয়ে|মেয়ের|ভাই|ভাইয়ের|বোন|বোনের|দিদি|দাদা|দাদার|বন্ধু|বন্ধুর|কাকা|কাকিমা|মাসি|ঠাকুমা|দাদু',
)

/** The caller drops the matter. */
export const leaveWords =
  /\b(?:cancel|forget (?:it|about it|that)|leave it|never ?mind|drop it|stop it|don'?t bother)\b|रहने (?:दो|दीजिए|दें)|छोड़ (?:दो|दीजिए|दें)|छोड़ो|जाने दो|कैंसल|कैंसिल|रद्द|\b(?:rehne (?:do|dijiye|den)|rahne (?:do|dijiye|den)|chhod (?:do|dijiye)|chod do|chodo|chhodo|jaane do|jane do)\b|থাক(?![\p{L}\p{M}])|বাদ (?:দিন|দাও)|বাতিল|ছেড়ে দিন|ছাড়ুন/iu

/** The words of a message are told anew. */
export const retells = anyOf(
  '(?:say|write|tell them|tell him|tell her|put|note)(?: down)?(?: that)?|(?:likhiye|likho|likh do|boliye|bolo|kahiye|kaho|batana|bataiye)(?: ki)?|(?:लिखिए|लिखो|लिख दो|बोलिए|बोलो|कहिए|कहो|बताइए|बताना)(?: कि)?|(?:লিখুন|লিখবেন|বলুন|বলবেন|জানাবেন|জানান)(?: যে)?',
)

/** It is all the same to the caller. */
export const indifferent = anyOf(
  "(?:doesn'?t|does not|don'?t) (?:matter|mind|care)|either(?: way)?|no preference|up to you|(?:koi )?fa?rak? nahi+n?(?: padta)?|kuch bhi|कोई फ़र्क नहीं|फ़र्क नहीं|फर्क नहीं|कुछ भी|যা খুশি|যেকোনো|কিছু যায় আসে না",
)

/** A meeting is to be at another time than it is. */
export const moveWords =
  /\b(?:resched\w*|mov\w+|shift\w*|postpon\w*|prepon\w*|delay\w*|push\w*|chang\w+|bring forward|earlier|later|instead|different|another time|switch|badal\w*|aage|peeche|khiska\w*|tal\w*)\b|बदल|शिफ़्ट|शिफ्ट|आगे|पीछे|टाल|रीशेड्यूल|खिसका|সরা|বদল|পিছ|এগি|রিশিডিউল|পাল্ট|শিফট/iu

/** The caller does not know it. */
export const unknown = anyOf(
  "(?:i )?(?:don'?t|do not) know|no idea|not sure|can'?t (?:say|remember)|don'?t remember|pata nahi+n?|maloom nahi+n?|yaad nahi+n?|पता नहीं|मालूम नहीं|याद नहीं|जानता नहीं|নেই জানা|জানি না|মনে নেই|মনে পড়ছে না",
)

/** Without one of these nobody is asking to be left alone, whatever else a sentence looks like. */
export const stopping =
  /\b(?:stop|don'?t|do not|never|remove|delete|unsubscribe|opt ?out|take me off|no more|not|quit|mat|nahi+n?|nahin|hata\w*|band|na)\b|मत|नहीं|नही|हटा|बंद|(?:^|\s)न(?=\s)|না(?![\p{L}\p{M}])|মুছ|বন্ধ|বাদ|সরিয়ে/iu

/** While something is asked only these are a wish for time. */
export const waiting = /wait|hold|minute|second|\bsec\b|moment|ruk|thah?r|\bmin\b|sabr|रुक|ठहर|मिनट|सेकंड|সেকেন্ড|মিনিট|দাঁড়|দাঁড়|থাম|একটু|let me/iu
