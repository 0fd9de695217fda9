const end = '(?![\\p{L}\\p{M}\\p{N}])'
const begin = '(?<![\\p{L}\\p{M}\\p{N}])'
const anyOf = (...words: string[]) => new RegExp(`${begin}(?:${words.join('|')})${end}`, 'giu')

/** Signs of a mood and what each weighs: below zero is displeasure. From 2 either way a sentence is sure. */
export const moodSigns: readonly { weight: number; pattern: RegExp }[] = [
  // Anger and contempt: one is enough.
  {
    weight: -3,
    pattern: anyOf(
      "(?:this is |it'?s |it is |you are |you'?re |your (?:service|staff|people) (?:is|are) )?(?:ridiculous|unacceptable|outrageous|disgusting|pathetic|disgraceful|appalling|shameful)",
      "(?:i am|i'?m|we are|we'?re) (?:so |very |really |extremely |absolutely )?(?:angry|furious|fed up|sick of|disgusted|outraged)",
      '(?:fed up|sick and tired|losing my patience|driving me (?:crazy|mad)|i (?:really |absolutely )?hate (?:this|it|you|your))',
      '(?:worst|terrible|horrible|awful|useless|hopeless|third class|rubbish) (?:service|experience|company|shop|place|hotel|people|staff|support|thing ever|i have ever|customer care|bot|machine)',
      '(?:you|this|it|that|service|staff|support|bot|machine|food|room)(?: people| thing)? (?:is|are|was|were) (?:so |very |really |totally |completely |absolutely |just )*(?:terrible|horrible|awful|useless|hopeless|stupid|rubbish|worthless|a joke|the worst)',
      'shut up|go to hell|idiots?|bloody fools?|bullshit|waste of (?:my )?(?:time|money)|wasting my time|cheated me|you cheat(?:ed|s)?|scammers?|fraud company',
      "(?:i will|i'?ll|i am going to|going to) (?:sue|complain to|go to (?:the )?(?:police|court|consumer)|report you)",
      "are you (?:deaf|stupid|mad|crazy|blind)|what (?:kind of |a )?nonsense|(?:this|it|that)(?:'?s| is| was)(?: all| a)? (?:fraud|scam|cheating|nonsense|lie)|you (?:people |guys |all )?(?:are (?:all )?liars|lied|lie to|never keep)|(?:i am|i'?m|we are|we'?re) (?:so |very |really )?(?:tired of|done with) (?:you|it|this|that)|(?:want|give me|return) my money back",
      // Hinglish
      'bakwaa?s|ghati?ya|wahiyaat|wahiyat|(?:bahut|bilkul|ekdum) bekaa?r|bekaa?r (?:service|log|jagah|hai|company|hotel|dukaan|machine)|faltu (?:service|log|baat|company)|dimaa?g (?:mat|kharab|kharaab|ka dahi)\\p{L}*',
      'jh?oot?h (?:bol|bolt)\\p{L}*|kisi kaam ke nahi+n?|paisa? (?:barbaa?d|doob|waste)\\p{L}*|pagal (?:ho|hai|bana)|bewa?kuf|bewakoof|dhokh?a|dhokebaaz|loot (?:rahe|liya|macha)|chor (?:ho|hain|hai)|sharam (?:karo|aani|nahi+n?)|gussa (?:aa|aata|hoon|dila)\\p{L}*|tang aa\\p{L}*|pareshaa?n (?:ho gay|kar)\\p{L}*(?: (?:hoon|diya|rakha))?|time (?:waste|barbaad|barbad) (?:kar|mat|ho)\\p{L}*',
      // Hindi
      'झूठ (?:बोल|बोलत)[\\p{L}\\p{M}]*|किसी काम के नहीं|(?:क्या|कैसा) मज़?ाक|(?:पैसा|पैसे) (?:बर्बाद|बरबाद|डूब)[\\p{L}\\p{M}]*|बकवास|घटिया|वाहियात|बेकार (?:सर्विस|सेवा|लोग|जगह|है|कंपनी|होटल|दुकान)|फ़?ालतू (?:सर्विस|सेवा|लोग|बात)|दिमाग (?:मत|ख़?राब)|पागल (?:हो|है|बना)|बेवक़?ूफ़?|धोखा|धोखेबाज़?|लूट (?:रहे|लिया|मचा)|चोर (?:हो|हैं|है)|शर्म (?:करो|आनी|नहीं)|गुस्सा (?:आ|हूँ|हूं|दिला)[\\p{L}\\p{M}]*|तंग आ[\\p{L}\\p{M}]*|परेशान (?:हो ग|कर)[\\p{L}\\p{M}]*|(?:समय|टाइम) (?:की बर्बादी|बर्बाद|बरबाद|ख़राब|खराब) (?:कर|किया|मत|हो)[\\p{L}\\p{M}]*',
      // Bengali, and in Latin letters
      'মিথ্যা (?:বল|কথা)[\\p{L}\\p{M}]*|(?:আমি|আমরা) (?:খুব |ভীষণ )?বিরক্ত|বাজে (?:সার্ভিস|সেবা|ব্যবহার|লোক|জায়গা|অভিজ্ঞতা|কোম্পানি|হোটেল|কথা)|জঘন্য|ফালতু|বিরক্ত (?:হয়ে|করবেন|করছেন|লাগছে|হচ্ছি)|রাগ (?:হচ্ছে|লাগছে|উঠছে)|প্রতারণা|ঠকা(?:নো|লেন|চ্ছে)|ঠকিয়ে[\\p{L}\\p{M}]*|ঠকাচ্ছেন|চোর|লজ্জা (?:করে না|থাকা)|পাগল (?:নাকি|হয়ে)|সময় নষ্ট|অসহ্য|অতিষ্ঠ|মাথা (?:খারাপ|গরম)',
      'baje (?:service|byabohar|lok|jayga)|jogh?onno|faltu|birokto (?:hoye|korben|korchen|lagche)|rag (?:hochche|hocche|lagche)|somoy noshto|osojh?yo',
    ),
  },
  // Complaints.
  {
    weight: -2,
    pattern: anyOf(
      "(?:i am|i'?m|we are|we'?re|i was|we were) (?:very |really |so |quite |extremely )?(?:disappointed|upset|unhappy|frustrated|annoyed|dissatisfied)|(?:very|so|really|quite) (?:disappointing|frustrating|annoying|rude)|(?:very|really|so|extremely) (?:poor|bad) (?:quality|service|experience|food|work)|not (?:at all )?(?:happy|satisfied|good enough|acceptable|pleased|helpful)",
      "i (?:want|wish|would like|need|have) to (?:make a |lodge a |file a |register a )?complain(?:t)?|i have a complaint|my complaint|nobody (?:ever )?(?:answers|answered|helps|helped|calls|called|listens)|no ?(?:one|body) (?:is )?(?:answering|helping|listening)|still (?:not|no|waiting|broken|haven'?t)|(?:third|fourth|fifth|second) time (?:i|i'?m|i am|i have)|how many times (?:do|must|should|have)|(?:was|were|is|are) (?:very |so |really |extremely |quite )*rude|nobody (?:picked|picks) up|(?:called|phoned|tried) (?:\\w+ )?(?:three|four|five|six|ten|many|several|\\d+) times|(?:wrong|broken|damaged|stale|spoiled|spoilt) (?:again|item|order|product|piece|food|cake)|(?:never|not) (?:coming|buying|ordering|going) (?:back|again|there again)|(?:doesn'?t|does not|didn'?t|did not) (?:help|work) (?:at all|again)|you (?:are|'re) not (?:listening|helping|understanding)|don'?t you understand",
      'shikaa?ya?t (?:karni|hai|darj|karna|karunga|karungi)|(?:khush|santusht|satisfied) nahi+n?|(?:dukhi|nira[as]{1,2}h?|naaraa?z|naraz) (?:hoon|hu|hun|hai)|koi (?:phone|fone|jawab|sunta|uthata|dhyaan) (?:nahi+n?|hi nahi+n?)(?: \\p{L}+)?|kitni baa?r (?:bolu|bola|batau|bataya|kahu|call|phone|samjha)\\p{L}*|(?:bilkul|bahut|ekdum) (?:bura|kharaa?b|ganda)|(?:kharaa?b|ganda) (?:service|khaana|khana|maal|saamaan|behaviour)|abhi tak (?:nahi+n?|kuch nahi+n?)(?: \\p{L}+)?|samajh (?:nahi+n?|mein nahi+n?) (?:aata|rahe|rahi|aa raha) (?:aapko|kya|tumhe)|batt?ameez\\p{L}*|badtameez\\p{L}*',
      'शिकायत (?:करनी|है|दर्ज|करना|करूँगा|करूंगा|करूँगी)|(?:ख़?ुश|संतुष्ट) नहीं|(?:निराश|दुखी|दुःखी|नाराज़?) (?:हूँ|हूं|है)|कोई (?:फ़?ोन|जवाब|सुनता|उठाता|ध्यान) (?:नहीं|ही नहीं)(?: [\\p{L}\\p{M}]+)?|कोई (?:मेरी |हमारी )?(?:बात )?नहीं सुन[\\p{L}\\p{M}]*|कितनी बार (?:बोल|बता|कह|कॉल|फ़?ोन|समझा)[\\p{L}\\p{M}]*|(?:बिल्कुल|बहुत|एकदम) (?:बुरा|बुरी|ख़राब|खराब|गंदा|गंदी)|(?:ख़राब|खराब|गंदा|गंदी) (?:सर्विस|सेवा|खाना|सामान|व्यवहार)|अभी तक (?:नहीं|कुछ नहीं)(?: [\\p{L}\\p{M}]+)?|बदतमीज़?[\\p{L}\\p{M}]*',
      'অভিযোগ (?:করতে|আছে|জানাতে|করব)|(?:খুশি|সন্তুষ্ট) (?:নই|না|নয়|হইনি)|(?:হতাশ|অসন্তুষ্ট|ক্ষুব্ধ)(?: হয়েছি| হলাম)?|কেউ (?:আমার |আমাদের )?(?:ফোন |কথা )?(?:ধরে|শোনে|শুনছে|ধরছে|সাহায্য করে) না|কতবার (?:বল|ফোন|জানা)[\\p{L}\\p{M}]*|(?:খুব|একদম|ভীষণ) (?:খারাপ|বাজে)|খারাপ (?:সার্ভিস|সেবা|ব্যবহার|খাবার)|এখনও (?:পাইনি|আসেনি|হয়নি|কিছু হয়নি)|এখনো (?:পাইনি|আসেনি|হয়নি)|অভদ্র',
      'obhijog (?:korte|ache|janate)|khub (?:kharap|baje)|kharap (?:service|byabohar)|ekhono (?:pai ?ni|ase ?ni|hoy ?ni)|keu (?:phone )?dhore na|kotobar bol\\p{L}*',
    ),
  },
  // Delight.
  {
    weight: 2,
    pattern: anyOf(
      "(?:that|this|it|you|everything|service|food|stay)(?:'?s| is| are| was| were|'?re| has been| have been)? (?:so |very |really |absolutely |just |truly |such )*(?:great|wonderful|amazing|fantastic|excellent|awesome|brilliant|superb|lovely|perfect|so kind|very kind|a (?:great|big) help|the best)",
      "(?:great|wonderful|excellent|amazing|fantastic|superb|brilliant|lovely) (?:service|work|job|news|help|experience|food|staff|place)|(?:very|so|really|most|extremely|super) (?:helpful|kind|happy|pleased|satisfied|impressed|grateful)|(?:i|we) (?:really |just |absolutely )?(?:love|loved|appreciate|enjoyed) (?:it|this|that|your|the|you|how)|you(?:'ve| have) been (?:so |very |really |most )?(?:helpful|kind|great|wonderful|patient)|thank(?:s| you) (?:so much|very much|a lot|a million|a ton)|many thanks|well done|you (?:guys|people|all) (?:are|were) (?:the best|great|wonderful|amazing|awesome)|(?:really|truly|much) appreciate[sd]?(?: it)?|(?:so |very |really |how )?impressive|exactly what (?:i|we) (?:need|want)(?:ed)?|(?:i am|i'?m|we are|we'?re) (?:so |very |really )?(?:glad|delighted|thrilled|grateful)|you made my day|(?:oh )?(?:wonderful|fantastic|excellent|amazing|awesome|brilliant|superb)",
      '(?:bahut|bohot|bahot|bohut) (?:(?:bahut|hi) )?(?:shukriya|dhanya?vaa?d|achh?[aie]|badhiya|khush|madad|meherbani|accha laga|thank ?you|thanks)|mast (?:service|hai|laga|kaam)|(?:bahut|bohot|badi) khushi|dil se (?:shukriya|dhanya?vaa?d)|wah(?: wah|,? kya baat)\\p{L}*|mazaa? aa ga\\p{L}*|dil khush|kamaa?l (?:hai|ka|ki|ke|kar)\\p{L}*|zabardast|shaandaa?r|behtaree?n|ekdum (?:badhiya|mast|perfect)|(?:aapki|aapne) (?:bahut )?madad (?:ki|kar di)',
      '(?:बहुत|बेहद) (?:बहुत )?(?:शुक्रिया|धन्यवाद|अच्छ[ाीे]|बढ़िया|ख़?ुश|मदद|मेहरबानी|आभार)|(?:बहुत|बड़ी) ख़?ुशी|दिल से (?:शुक्रिया|धन्यवाद)|वाह|बहुत ख़?ूब|मज़?ा आ ग[\\p{L}\\p{M}]*|दिल ख़?ुश|कमाल (?:है|का|की|के|कर)[\\p{L}\\p{M}]*|ज़?बरदस्त|शानदार|बेहतरीन|एकदम (?:बढ़िया|मस्त)|आपने (?:बहुत )?मदद',
      '(?:অনেক|খুব|অসংখ্য) (?:অনেক )?(?:ধন্যবাদ|ভালো|ভাল|খুশি|উপকার|সুন্দর|কৃতজ্ঞ)[\\p{L}\\p{M}]*|চমৎকার|অসাধারণ|দারুণ|দারুন|দুর্দান্ত|মন ভরে|খুশি হলাম|উপকার (?:হলো|হল|করলেন)',
      '(?:onek|khub) (?:dhonnobad|bhalo|khushi|upokar)\\p{L}*|chomotkar|oshadharon|osadharon|darun',
    ),
  },
  // Courtesies: they are said anyway, and make nobody happy by themselves.
  {
    weight: 1,
    pattern: anyOf('thank(?:s| you)|perfect|great|good|nice|helpful|shukriya|dhanya?vaa?d|accha|badhiya|शुक्रिया|धन्यवाद|अच्छा|बढ़िया|ধন্যবাদ|ভালো|বাহ|dhonnobad|bhalo'),
  },
]

/** What turns what follows or stands before into its contrary. */
export const contrary = new RegExp(
  `${begin}(?:not|no|never|isn'?t|wasn'?t|aren'?t|don'?t|didn'?t|doesn'?t|hardly|nothing|nahi+n?|nahin|na|mat|koi|नहीं|नही|मत|ना|না|নয়|নেই|নি|naa?|noy)${end}`,
  'iu',
)

/** A question, by its mark or its first word: what it names is asked about, not felt. */
export const asksRather = new RegExp(
  `[?？]\\s*$|^\\s*(?:(?:hi|hello|hey|namaste|नमस्ते|নমস্কার|please|so|and|aur|और|আর)[\\s,]+)*(?:what|which|who|when|where|how (?:much|many(?! times)|long|far|do|does|can|is|are)|is|are|do|does|did|can|could|will|would|kya|kab|kahaa?n|kitn(?!i baar)\\p{L}*|kaun\\p{L}*|क्या|कब|कहाँ|कहां|कितन(?!ी बार)[\\p{L}\\p{M}]*|कौन[\\p{L}\\p{M}]*|কী|কি|কখন|কোথায়|কত|কোন)${end}`,
  'iu',
)

/** The caller wants nothing of what is offered. */
export const notInterested = new RegExp(
  `${begin}(?:(?:i am |i'?m |we are |we'?re )?not (?:really |at all )?interested|no interest|(?:mujhe |hame?in? |hum(?:ko|e) )?(?:koi )?(?:interest|ruchi|dilchaspi) nahi+n?|(?:कोई )?(?:रुचि|दिलचस्पी|इंटरेस्ट) नहीं|(?:কোনো |কোন )?(?:আগ্রহ|ইচ্ছা|ইন্টারেস্ট) (?:নেই|নাই)|আগ্রহী (?:নই|না)|agroho nei)${end}`,
  'iu',
)
