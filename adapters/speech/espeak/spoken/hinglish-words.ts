/** `देवनागरी latin latin …`: common Hindi words and how people write them in Latin letters. None of them is a common English word. */
const table = `
मैं mai mei|हम hum|तुम tum|आप aap ap|वह woh wo voh|यह yeh ye yah|वे ve|ये yeh|मुझे mujhe muje mujhko|हमें hamein hume humein hame|आपको aapko apko|तुम्हें tumhe tumhein|उसे use_|उन्हें unhe unhein|इन्हें inhe inhein
मेरा mera|मेरी meri|मेरे mere_|हमारा hamara humara|हमारी hamari humari|हमारे hamare humare|आपका aapka apka|आपकी aapki apki|आपके aapke apke|उसका uska|उसकी uski|उसके uske|उनका unka|उनकी unki|उनके unke|इसका iska|इसकी iski|इसके iske|किसका kiska|किसकी kiski|किसके kiske|अपना apna|अपनी apni|अपने apne
है hai he_ h_|हैं hain hein|हूँ hoon hu hun|हो ho_|था tha|थी thi|होगा hoga|होगी hogi|होंगे honge|होता hota|होती hoti|होते hote|हुआ hua|हुई hui|हुए hue_|होना hona|होने hone_
का ka|की ki|के ke|को ko|से se|में mein|ने ne|पर pe_|तक tak|लिए liye lie_|साथ saath sath|बाद baad|पहले pehle pahle|ऊपर upar oopar|नीचे neeche niche_|अंदर andar|बाहर bahar baahar|पास paas|सामने saamne samne|बीच beech|बारे baare bare_|तरफ़ taraf|द्वारा dwara
और aur|या ya|लेकिन lekin|मगर magar|अगर agar|तो toh|क्योंकि kyunki kyonki kyuki|इसलिए isliye islie|जब jab|तब tab_|फिर phir fir_|भी bhi|ही hi_|ना na_|नहीं nahi nahin nai nhi|मत mat_|सिर्फ़ sirf|बस bas_|वाला wala vala|वाली wali vali|वाले wale vale_
क्या kya|कौन kaun kon|कब kab|कहाँ kahan kahaan kaha|क्यों kyun kyon kyu|कैसे kaise|कैसा kaisa|कैसी kaisi|कितना kitna|कितनी kitni|कितने kitne|कौनसा kaunsa konsa|कौनसी kaunsi konsi|कुछ kuch kuchh|कोई koi|किसी kisi|सब sab_|सभी sabhi|सारे saare|सारी saari|हर har_|यहाँ yahan yahaan yaha|वहाँ wahan wahaan waha vahan|ऐसा aisa|ऐसे aise|ऐसी aisi|जैसे jaise|जैसा jaisa|इतना itna|उतना utna|जो jo_
अभी abhi|अब ab_|आज aaj|कल kal|परसों parso parson|सुबह subah subha|शाम shaam sham_|रात raat|दोपहर dopahar dopeher|दिन din_|हफ़्ते hafte|हफ़्ता hafta|महीना mahina maheena|महीने mahine maheene|साल saal|बजे baje|मिनट minat|घंटे ghante|घंटा ghanta|समय samay|बार baar|जल्दी jaldi|देर der_|हमेशा hamesha|कभी kabhi|रोज़ roz|सोमवार somvaar somwar|मंगलवार mangalvaar mangalwar|बुधवार budhvaar budhwar|गुरुवार guruvaar guruwar|शुक्रवार shukravaar shukrawar|शनिवार shanivaar shaniwar|रविवार ravivaar raviwar|इतवार itwar itvaar
एक ek|दो do_|तीन teen_|चार chaar char_|पाँच paanch panch|छह chhe chhah|सात saat|आठ aath|नौ nau|दस das|बीस bees_|पचास pachaas|सौ sau|हज़ार hazaar hazar hajar|लाख laakh|करोड़ karod|पहला pehla|दूसरा doosra dusra|दूसरी doosri dusri|आधा aadha|डेढ़ dedh|ढाई dhai|साढ़े saadhe sadhe|सवा sava|पौने paune
जी ji jee|हाँ haan han haa|नमस्ते namaste|नमस्कार namaskar|धन्यवाद dhanyavaad dhanyawad dhanyavad|शुक्रिया shukriya|स्वागत swagat|कृपया kripya kripaya|माफ़ maaf|ठीक theek thik|अच्छा accha achha acha|अच्छी acchi achhi achi|अच्छे acche achhe ache_|बिल्कुल bilkul|ज़रूर zaroor zarur jarur|शायद shayad|सही sahi|ग़लत galat|मतलब matlab|बढ़िया badhiya|सुंदर sundar|भाई bhai|बहन behen behan|साहब sahab|दोस्त dost|अलविदा alvida|फ़िलहाल filhaal|वैसे waise vaise|असल asal|मुबारक mubarak
कर kar|करना karna|करने karne|करें karein karen_ kare|करो karo|करूँ karun karoon|करता karta|करती karti|करते karte|करेंगे karenge|करेगा karega|करेगी karegi|करूँगा karunga karoonga|करूँगी karungi|किया kiya|की_ ki_|कीजिए kijiye kijie|कराना karana|करवाना karwana karvana|करके karke|कर्म karm
जा ja|जाना jana|जाने jaane jane_|जाता jata jaata|जाती jati jaati|जाते jate jaate|जाएगा jayega jaega|जाएगी jayegi|जाएँगे jayenge|जाएँ jayein jaye|गया gaya|गई gayi gai|गए gaye|आ aa|आना aana|आने aane|आता aata ata|आती aati ati|आते aate|आएगा aayega aaega ayega|आएगी aayegi|आएँगे aayenge|आएँ aayein aaye|आया aaya|आई aayi|आए aaye_|आइए aaiye aiye|आऊँगा aaunga|आऊँगी aaungi|जाइए jaiye jaaiye
दे de_|देना dena|देने dene|देता deta|देती deti|देते dete|देंगे denge|देगा dega|दूँ doon_ du_|दूँगा dunga doonga|दूँगी dungi|दिया diya|दी di_|दिए diye|दीजिए dijiye dijie|ले le_|लेना lena|लेने lene|लेता leta|लेते lete|लेंगे lenge|लेगा lega|लूँगा lunga|लिया liya|लीजिए lijiye lijie|लो lo_
बता bata|बताना batana|बताइए bataiye bataaiye|बताएँ batayein bataye bataen|बताओ batao|बताया bataya|बताऊँ bataun|बताती batati|बताता batata|बोल bol|बोलिए boliye|बोलना bolna|बोलो bolo|बोला bola|कह keh|कहना kehna kahna|कहा kaha_|कहते kehte kahte|सुन sun_|सुनिए suniye|सुनना sunna|देख dekh|देखना dekhna|देखिए dekhiye|देखें dekhein dekhe|देखते dekhte|देखा dekha|पूछ pooch puch|पूछना poochna puchna|पूछिए poochiye puchiye|समझ samajh|समझना samajhna|समझा samjha|समझाइए samjhaiye
चाहिए chahiye chaahiye chahie|चाहते chahte chaahte|चाहता chahta chaahta|चाहती chahti chaahti|चाहें chahein chahe|सकता sakta|सकती sakti|सकते sakte|सकूँ sakun|पाया paya|पाएगा payega|लग lag_|लगता lagta|लगती lagti|लगते lagte|लगेगा lagega|लगेगी lagegi|लगेंगे lagenge|लगा laga|लगी lagi|मिल mil|मिलना milna|मिलता milta|मिलती milti|मिलते milte|मिलेगा milega|मिलेगी milegi|मिलेंगे milenge|मिला mila|मिली mili|रहा raha|रही rahi|रहे rahe|रहता rehta rahta|रहती rehti rahti|रहते rehte rahte|रहेगा rahega|रहेगी rahegi|रहना rehna rahna|रुकिए rukiye|रुको ruko|रख rakh|रखना rakhna|रखें rakhein rakhe|भेज bhej|भेजना bhejna|भेजिए bhejiye|भेजेंगे bhejenge|भेजा bheja|खुला khula|खुली khuli|खुलता khulta|खुलते khulte|खुलेगा khulega|खोल khol|बंद band_ bandh|शुरू shuru|ख़त्म khatam khatm|चल chal|चलना chalna|चलता chalta|चलेगा chalega|चलिए chaliye|बना bana|बनाना banana_|बनाते banate|बदल badal|बदलना badalna|खाना khana|खाने khane|पानी paani pani|चाय chai chaai|लाना lana_|लाइए laiye
पैसा paisa|पैसे paise|रुपये rupaye rupay rupaiya|रुपया rupaya|दाम daam|क़ीमत keemat kimat|सस्ता sasta|महँगा mehnga mahanga|ज़्यादा zyada jyada|कम kam_|थोड़ा thoda thora|थोड़ी thodi|बहुत bahut bohot bahot|बड़ा bada|बड़ी badi|बड़े bade|छोटा chhota chota|छोटी chhoti choti|छोटे chhote chote|नया naya|नई nayi|नए naye|पुराना purana|पूरा poora pura|पूरी poori puri|अलग alag|ख़ाली khali khaali|तैयार taiyar taiyaar tayyar|ज़रूरी zaroori zaruri jaruri|ज़रूरत zaroorat zarurat jarurat|मुफ़्त muft|उपलब्ध uplabdh|आसान aasan aasaan
नाम naam|काम kaam|बात baat|जगह jagah|घर ghar|दुकान dukaan dukan|शहर shehar shahar|रास्ता raasta rasta|गाड़ी gaadi gadi|लोग log_|लोगों logon logo_|बच्चे bacche bachche|बच्चों bacchon|आदमी aadmi|औरत aurat|मदद madad|जानकारी jaankari jankari|सवाल sawaal sawal savaal|जवाब jawaab jawab javaab|समस्या samasya|परेशानी pareshani|तकलीफ़ takleef|चीज़ cheez chiz|तारीख़ tareekh tarikh|पता pata|नंबर nambar|दवा dawa dava|दवाई dawai davai|डॉक्टर daktar|कमरा kamra|कमरे kamre|मकान makaan|सुविधा suvidha|सेवा seva|ग्राहक grahak|अनुसार anusaar|हिसाब hisaab hisab|तरीका tareeka tarika|इंतज़ार intezaar intzar intezar|कोशिश koshish|पसंद pasand|याद yaad|विश्वास vishwas|हिंदी hindi|बातचीत baatcheet|दरअसल darasal|फिलहाल philhal|वापस wapas vapas waapas|दोबारा dobara|तुरंत turant|सीधा seedha|दाएँ daayein|बाएँ baayein|लगभग lagbhag|करीब kareeb karib|अंत ant_`

/** Latin spelling to Devanagari; spellings with a trailing `_` are English words too and stand apart. */
export const hindiWords: ReadonlyMap<string, string> = new Map(entries().filter(([latin]) => !latin.endsWith('_')))

function entries(): [string, string][] {
  return table
    .trim()
    .split(/[|\n]/)
    .flatMap((entry) => {
      const [devanagari = '', ...spellings] = entry.trim().split(' ')
      return spellings.map((latin): [string, string] => [latin, devanagari])
    })
}

// biome-ignore format: a table
/** English words too, but nearly always Hindi in a sentence that has other Hindi words. */
export const leaningHindi: ReadonlyMap<string, string> = new Map([
  ['main', 'मैं'], ['me', 'में'], ['hi', 'ही'], ['ho', 'हो'], ['par', 'पर'], ['pe', 'पे'], ['ab', 'अब'], ['sab', 'सब'], ['din', 'दिन'], ['bas', 'बस'], ['jo', 'जो'], ['na', 'ना'], ['mat', 'मत'],
  ['mere', 'मेरे'], ['log', 'लोग'], ['kam', 'कम'], ['fir', 'फिर'], ['sham', 'शाम'], ['der', 'देर'], ['har', 'हर'], ['lo', 'लो'], ['le', 'ले'], ['de', 'दे'], ['di', 'दी'], ['hue', 'हुए'], ['lag', 'लग'],
  ['char', 'चार'], ['teen', 'तीन'], ['karen', 'करें'], ['jane', 'जाने'], ['tab', 'तब'], ['band', 'बंद'],
])

// biome-ignore format: a table
/** Hindi only between Hindi words. */
export const leaningEnglish: ReadonlyMap<string, string> = new Map([
  ['to', 'तो'], ['is', 'इस'], ['us', 'उस'], ['in', 'इन'], ['the', 'थे'], ['do', 'दो'], ['he', 'है'], ['use', 'उसे'], ['so', 'सो'], ['hone', 'होने'],
])
