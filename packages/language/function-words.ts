const words = (text: string) => new Set(text.split(/\s+/).filter(Boolean))

/** Every root with every ending. */
const forms = (roots: string, endings: string) =>
  roots
    .split(' ')
    .flatMap((root) => ['', ...endings.split(' ')].map((ending) => root + ending))
    .join(' ')

const hindiVerbs = forms(
  'कर हो दे ले जा आ रख बना मिल चल लग बता सक चाह रह पड़ कह बोल पूछ देख लिख दिखा समझ मान बन रहे करवा दिलवा उठा पा भेज मंगा ला',
  'ना ने नी ता ती ते ूं ूँ ऊं ऊँ ें एं ेंगे एंगे ेगा एगा ेगी एगी ोगे ओगे कर के िए इए िये इये ो ओ ा ी े या यी ये ई ए ाया ाई ाए कर ूंगा ूंगी',
)
const hinglishVerbs = forms(
  'kar ho de le ja aa rakh bana mil chal lag bata sak chah reh rah pad keh bol puch pooch dekh likh dikha samajh man ban karwa pa bhej manga',
  'na ne ni ta ti te u un oon e en enge ega egi oge ge ke iye iyega o a i ya yi ye aya ai aye unga ungi oonga oongi',
)
const bengaliVerbs = forms(
  'কর হ দে দি নে নি যা আস এস রাখ বানা মিল চল লাগ বল জান চা পা থাক দেখ লেখ লিখ বুঝ হয দেয নেয পার গে বানাতে পাঠা আন',
  'া ে ি েন ন ছে ছেন তে লে বে বেন ব বো ুন েছে েছেন েছি ার বার ানো ায ান াতে ই ও য ওয়া ওয়ার যা য়া ওযা',
)

/** English words that carry no topic of their own. */
export const englishFunctionWords = words(`
a an the this that these those there here it its itself i me my mine myself we us our ours you your yours yourself he him his she her hers they them their theirs one ones
is am are was were be been being do does did done doing have has had having can could will would shall should may might must
and or but nor so if then than as of at by for from in into on onto out while over to toward towards up with within without about above below between through during before after under again
what which who whom whose when where why how whether not no yes any some all both each every either neither other others another such same own only just also too very much many more most
please tell know let get got give need want like would say said want wants wish looking look find see ask question hi hello hey thanks thank ok okay well sir madam ma'am mam dear
cannot cant couldnt wont wouldnt didnt isnt arent hasnt havent shouldnt currently still even ever really actually exactly generally usually kindly per etc via vs that's what's who's where's there's i'm i'd i've you're we're they're it's don't doesn't isn't aren't can't won't
thing things something anything somewhere anywhere nowhere surely definitely simply at once someone anyone somebody anybody everything kind sort way possible able come comes go goes going make use using take takes put
people person place work works working offer offers offered provide provides provided
`)

/** Words that an ending would make of a verb but that name a thing: a seat, tea, air conditioning, water. */
const things = words('लाना लाएं আসন চা এসি নিয়ম চালে পানী পানি पानी आया')
const grammarOf = (text: string) => new Set([...words(text)].filter((word) => !things.has(word)))

/** Hindi words that carry no topic of their own. */
export const hindiFunctionWords = grammarOf(`
है हैं हूं हूँ हो था थी थे का के की को से में पर ने तक और या भी ही तो कि जो यह ये वह वे वो इस उस इसी उसी इन्हीं उन्हीं इन उन इसका उसका इसके उनके आप आपका आपके आपकी आपको हम हमारा हमारे हमारी मैं मुझे मेरा मेरे मेरी मुझको हमें तुम
क्या कौन कौनसा कौनसी कौन-सा किस किसका किसके किसकी किसने किसे कब कहां कहाँ क्यों कैसे कैसा कैसी कितना कितनी कितने सा सी नहीं न ना मत हां हाँ जी कर करें करना करते करता करती करने करूं करूँ किया की सकता सकते सकती सकें सकूं होता होती होते होगा होगी होंगे
रहा रही रहे गया गई गए जाता जाती जाते जा जाए जाना लिए लिये साथ बारे अपना अपने अपनी एक कोई कुछ सब सभी वाला वाले वाली बताइए बताइये बताओ बताएं बता दीजिए दीजिये कृपया सबसे लिखना लिखें रखना रखते आना आते आती जाते चलना चलता देखना पूछना बोलना लगेगा लगता लगती लगेंगे पड़ता पड़ेगा पड़ेगी चाहता चाहती चाहते चाहूंगा दे देते देता देती दो लेते लेता लेती ले लेना पास मिल मिलना हुआ हुई हुए होने बाद पहले तक द अब लोग खत्म बार ज़रा जरा दौरान वाली यदि फिर ऐसा ऐसे कभी भर काम प्रतिशत उसकी उसका उसके उन्हें चीज़ चीज किसी आएगा पड़ती ${hindiVerbs} पी पीना पीने पीते बैठ बैठना बैठने बैठते घूम घूमना पहुंच पहुंचना पहुंचें खोल खोलना खोलने बदले दौरान पीछे साथ इंतज़ाम इंतजाम प्रबंध प्रति जवाब नाम्बर उत्तर निकल निकलना निकलकर बीच ऊपर वालों वगैरह यानी सामान यहां यहाँ वहां वहाँ अगर तरफ जब देंगे लेंगे करेंगे जाएंगे आएंगे मिलेंगे रखेंगे लूंगा दूंगा पाऊंगा पाएंगे पाएगा द्वारा वैसे मतलब करवाते करवाता कराते कराता देकर लेकर करके होकर आकर जाकर हुई दिया दी दिए लिया ली गया जाएगा जाएगी सकूंगा सकेंगे
`)

/** Hindi words in Latin letters that carry no topic of their own and are no English words. */
export const hinglishFunctionWords = words(`
hai hain hu hun hoon ho tha thi ka ke ki ko se mein mai main ne tak aur ya bhi hi toh kya kaun kaunsa kaunsi kaun-si kis kiska kiske kiski kisne kise kab kahan kaha kidhar kyun kyon kyu kaise kaisa kaisi kitna kitni kitne kitnaa
yeh ye woh wo voh is us iska uska iske uske aap aapka aapke aapki aapko ap apka apke apki hum humein hame hamara hamare hamari mujhe muje mera mere meri mujhko tum tumhara nahi nahin nhi nai mat haan han ji jee
kar kare karein karen karna karne karte karta karti karu karun kiya sakta sakte sakti sakein saku hota hoti hote hoga hogi honge raha rahi rahe gaya gayi gaye jata jati jate jaa jana liye saath sath bare baare apna apne apni
ek koi kuch kuchh sab sabhi wala wale wali walon walo waale waali waalon vala vale vali bataiye batao bataye batana bata dijiye dijiyega kripya chahta chahti chahte chahie de dete deta deti lete leta leti le lena paas pas par pe yahan yaha wahan agar jab sa si na
sabse likhna likhe likhu rakhna rakhte karvana karwana karane banate banwana banana chalega chalta dekhna poochna bolna padta padega padegi hogaa rehta rehti rehte chahoge lagta lagte lagti lagega lagenge aata aate aati aa sakenge mil dena jaise
pi piye khao intezam intezaam intzam pee peena peene peete baith baithna baithne ghoom ghumna pahunch pahunchna upar nikal nikalkar prati jawab beech walo karne karwane karvane karwana milne milna milte milti lenge denge lunga dunga loge doge lo di diya diye dii liya liye lie li lunge kiye kijiye karke karta karaate karaata karaati karwate karvate rakhenge aayenge aaye aayega aayegi jayega jayegi jayenge jaega jaunga paunga payega milegi milenge milte chahiye chahie chaiye chahe hogaya hojaega hojayega dikkat nahi na pata sakoge sakegi sakta sakti wahan waha dwara waise vaise matlab
log hua hui hue baad pehle ab toh baar zara jara dauran fir phir chuke chuka chuki aisa kabhi thoda tak abhi achha acha accha theek thik shukriya ${hinglishVerbs} kaam
`)

/** Bengali words that carry no topic of their own. */
export const bengaliFunctionWords = grammarOf(`
আছে আছেন নেই না নয় হয় হবে হয়েছে ছিল ছিলেন কি কী কে কার কাকে কাদের কখন কবে কোথায় কোথায কেন কীভাবে কিভাবে কেমন কত কতটা কতগুলো কতজন কয়টা কয়টি কয়টায় কোন কোনো কোনটা কোনগুলো কোনটি এই সেই ওই এটা ওটা এটি সেটা এর তার তাদের এবং ও আর বা কিন্তু যদি তবে যে যা যারা তাহলে
আমি আমার আমাকে আমরা আমাদের আপনি আপনার আপনাদের আপনারা আপনাকে তুমি তোমার তোমাদের করা করে করেন করেছেন করতে করব করবো করি করুন করবেন করছে যায় যাবে যাব যেতে পারি পারব পারবো পারেন পারবেন পারে থেকে জন্য সাথে সঙ্গে মধ্যে দিয়ে নিয়ে পর্যন্ত একটি একটা এক কোন্ কিছু সব সকল
বলুন বলবেন জানতে জানান জানাবেন চাই দিন দেন দিতে দেয় দেওয়া নেন নিতে নেওয়া হ্যাঁ জি দয়া প্লিজ দ্য পরে আগে বার এখন দিলে দিয়ে করলে হলে কয় কতবার একবার কখনো ${bengaliVerbs} হিসেবে হিসাবে কাজ সম্পর্কে অনুযায়ী উপর তো পাশে পেতে পেলে শতাংশ একসঙ্গে একসাথে ধরে এখানে ওখানে সেখানে ঢোকা ঢুকতে মোট কটি কটা কোনটি নিজস্ব নিজের তাহলে আপনাদের চীজ হলো হল হচ্ছে থাকে থাকেন কাছে মাধ্যমে কটায় ক'টায় কয়টা লাগবে লাগে পাওয়া যাবেন সবচেয়ে লিখব লিখতে রাখেন রাখতে নিয়ম হয়েছিল হয়েছিলো করেছিলেন করেছিল হয়েছেন ছিলো কটা ক'টা ক'টায় লাগছে লাগত দেবেন দেব নেব করাতে করাব করান হয়ে গেলে যেতে গিয়ে এসে এলে আসেন দ্বারা মানে নাকি কিনা বলে বললে চাইলে চাইছি চাইতাম জন্যে ক্ষেত্রে রয়েছে থাকলে থাকবে তে এর টি টা জনের জনে একজনের দুজনের চারজনের পর পরেও কটার খেতে বসে ঘুরতে যাওয়া যাওয়ার আসা আসার নেয়ার দেয়ার করানোর উত্তর প্রতি দিয়েছেন দিয়েছে নিয়েছেন করেছেন গত হইতে বাবদ মতো
`)

/** Bengali words in Latin letters that give the language away. */
export const latinBengaliMarkers = words(`
apnar apnader apnara amar amader ami apni koto kothay kobe kokhon kemon keno ache achhe acche nei hobe hoy korte korben koren pari parbo parben chai jante bolun theke jonno dokan khola bondho somoy thikana dam khoroch taka kon konta eta ota apnake amake tumi tomar tomra ektu bhalo dhonnobad khulbe hobena hocche hocchhe korchen koren korbo jabe jete dite nite lagbe pabo pabe pawa koyta kota kotokkhon somoye sokal bikel kichhu kichu achen nebo neben deben dilam eseche bolben janaben janan khole bikele shonibar robibar shombar mongolbar budhbar shukrobar bari barite rasta kemne
`)

/** Words of English that are also written Hindi: they do not give the language away. */
export const wordsSharedWithEnglish = words('is us main par hi ho do to the me bus sir so an are be in on par pe se man ya na ne le ki si sa de')
