import { matchForm } from '@myna/language'

const phrases = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/[\n,]+/)
      .map((it) => it.trim().split(' ').map(matchForm).join(' '))
      .filter(Boolean),
  )

/** Words before a name that leave no doubt: whoever follows is a person. */
export const surePersonCues = phrases(`
my name is, name is, name s, names, name, myself, named, name of, lead for, leads for, contact for, lead named, lead called, lead name, contact named, contact called, contact name, customer named, client named, customer name, client name,
meeting with, meet with, meeting for, call with, demo with, demo for, appointment with, appointment for, speak to, speak with, speaking with, talk to, talk with, connect me to, connect me with, transfer me to,
assign to, assign it to, assign this to, assigned to, task for, lead of, record for, profile for, attention of, lunch with, catch up with, follow up with, sync with, session with, discussion with, lead is, contact is, customer is, client is,
naam likho, naam likhiye, naam likh lo, naam note karo, note the name, note down the name, down the name, name as, नाम लिखो, नाम लिखिए, नाम लिख लो, नाम नोट करो, नाम नोट कीजिए, নাম লিখুন, নাম লেখো, নাম লেখেন, নাম নোট করুন, নাম লিখে নিন,
mera naam, naam hai, naam, mera naam hai, मेरा नाम, नाम है, नाम, नाम का, lead ka naam, आमार नाम,
আমার নাম, নাম, নাম হলো, নাম হল, নাম হচ্ছে, আমার নাম হলো
`)

/** Words before a name that also stand before other things: the name must look or be known as one. */
export const likelyPersonCues = phrases(`
with, for, to, tell, ask, remind, call, phone, ring, email, mail, text, message, meet, contact, inform, notify, thank, this is, i am, im, i m, it is, its, hello, hi, hey, dear, and, by, find, about, is, of, it s, between, invite, see,
main, mai, मैं, मै, হ্যালো, আমি, lead, लीड, লিড, aur, और, और से, এবং, আর, ও, naye, customer, client, contact, ग्राहक, গ্রাহক, cc, from, hum
`)

/** Words after a name that leave no doubt. */
export const surePersonFollowers = phrases(`
ke saath, ke sath, se milna, se baat, se meeting, se milne, se mil, ko call, ko phone, ko email, ko mail, ko message, ko bolo, ko batao, ko bata, ko remind, ko assign, ji, jee, ke naam, naam ka, naam ki, naam se, bol raha, bol rahi, bol rha, bol rhi, se call,
ki lead, ka lead, ke liye lead, ka number, ka email, se appointment, se demo, ke liye meeting, ke liye ek,
के साथ, से मिलना, से बात, से मीटिंग, से मिलने, को कॉल, को फोन, को फ़ोन, को ईमेल, को मेल, को मैसेज, को बोलो, को बताओ, को याद, को असाइन, जी, के नाम, नाम का, नाम की, नाम से, बोल रहा, बोल रही, की लीड, का नंबर, का ईमेल, के लिए लीड, से कॉल, के लिए एक, को बता, को बोल, को बताना, को बोलना, ko yaad, ko inform, ko bol, ko batana, ko bolna,
কে জানান, কে জানাও, কে বলুন, কে মনে, কে পাঠান,
এর সাথে, এর সঙ্গে, সাথে, সঙ্গে, কে কল, কে ফোন, কে ইমেইল, এর জন্য লিড, এর জন্য একটা, এর জন্য একটি, নামে, নামের, বলছি, জি, এর নম্বর, এর নাম্বার, এর ইমেইল, এর লিড, speaking, here
`)

/** Words after a name of a person that also follow other things. */
export const likelyPersonFollowers = phrases(`
ko, se, ke, ka, ki, ne, hai, hoon, hun, from, at, of, said, called, wants, needs, will, is, has, को, से, के, का, की, ने, है, हूं, এর, কে, র, থেকে, বলেছে, বলেছেন, চান, চায়
`)

/** Words before the name of a company. */
export const sureCompanyCues = phrases(`
company is, company name is, company name, company called, company named, company, firm is, firm called, works at, work at, working at, works for, work for, working for, working with, employed at, organisation is, organization is,
on behalf of, behalf of, business is, business name is, company ka naam, kampani ka naam, company ka naam hai, meri company, कंपनी का नाम, कंपनी का नाम है, मेरी कंपनी, কোম্পানির নাম, কোম্পানির নাম হলো, আমার কোম্পানি, firm, calling from, client is from, startup called, business called, firm named, shop called, agency called, brand called, startup named, the deal with, a deal with, contract with, calling on behalf of, firm ka naam, dukaan ka naam, फर्म का नाम, दुकान का नाम, ফার্মের নাম, দোকানের নাম,
protishthaner naam, প্রতিষ্ঠানের নাম, company r naam, companyr naam
`)

/** Words after the name of a company. */
export const sureCompanyFollowers = phrases(`
company, kampani, company se, mein kaam, me kaam, main kaam, कंपनी, कम्पनी, में काम, मे काम, কোম্পানি, কোম্পানির, কোম্পানিতে, তে কাজ, এ কাজ, ফার্ম, firm, se bol, se baat kar, se hoon, se hun, से बोल, से बात कर, से हूं, থেকে বলছি, থেকে কল করছি, থেকে ফোন, से कॉल कर, se call kar
`)

/** Words after a word that may be a name and may not, which say it is one. */
export const wordNameFollowers = phrases(`
from, called, asked, said, says, wants, needs, confirmed, agreed, mentioned, emailed, rang, texted, will join, will call, will come, will be, would like, is calling, is interested, has asked, has confirmed, told, requested, replied, signed, speaking, here,
ke saath, ke sath, se baat, se milna, se meeting, se kaho, se bolo, se pucho, se poocho, ko call, ko phone, ko email, ko mail, ko message, ko bolo, ko batao, ko bata, ko bol, ko yaad, ko inform, ko remind, ko assign, ko bhejo, ko bhej, ko de, ko dena, ko connect, ko bulao, ko transfer,
ka number, ka nambar, ka phone, ka email, ka mail, ka call, ka contact, ka address, ka order, ka ticket, ka lead, ka payment, ka message, ki lead, ki deal, ki meeting, ki appointment, ki taraf, ke ghar, ke liye, ke naam, ke number, ne bola, ne kaha, ne phone, ne call, ne order, ne bataya, ne bheja, ne pucha, ne likha, bol raha, bol rahi, aayega, aayegi, aayenge,
के साथ, से बात, से मिलना, से मीटिंग, से कहो, से बोलो, से पूछो, को कॉल, को फोन, को ईमेल, को मेल, को मैसेज, को बोलो, को बताओ, को बता, को बोल, को याद, को असाइन, को भेजो, को भेज, को दे, को देना, को बुलाओ,
का नंबर, का फोन, का ईमेल, का मेल, का कॉल, का पता, का ऑर्डर, का टिकट, का लीड, का पेमेंट, की लीड, की डील, की मीटिंग, की अपॉइंटमेंट, की तरफ, के लिए, के नाम, ने बोला, ने कहा, ने फोन, ने कॉल, ने ऑर्डर, ने बताया, ने भेजा, ने पूछा, बोल रहा, बोल रही, आएगा, आएगी, आएंगे,
সাথে, সঙ্গে, এর সাথে, এর সঙ্গে, এর জন্য, এর নম্বর, এর ফোন, এর ইমেইল, কে ফোন, কে কল, কে ইমেইল, কে বলুন, কে জানান, কে পাঠান, বলছি, বলেছে, বলেছেন, ফোন করেছে, ফোন করেছেন, ফোন করেছিল, ফোন করেছিলেন, আসবে, আসবেন, চান, চেয়েছেন, জানিয়েছেন, পাঠিয়েছেন,
নম্বর, নাম্বার, নম্বরটা, নাম্বারটা, ফোন, ইমেইল, ইমেইলে, লিড, লিডটা, ডিল, ডিলটা, অর্ডার, অর্ডারটা, টিকিট, টিকিটটা, জন্য, মিটিং, মিটিংটা, ঠিকানা, নামে, অ্যাপয়েন্টমেন্ট
`)

/** Words right before a word that may be a name and may not, which say it is one. */
export const wordNameCues = phrases(`
my name is, name is, name s, mr, mrs, ms, miss, dr, speak to, speak with, talk to, meeting with, mera naam, मेरा नाम, আমার নাম, मिस्टर, श्री, श्रीमती, মিস্টার, শ্রী, শ্রীমতী, মিসেস
`)

/** Words right before such a word, when it is followed by where it calls from or by a family name. */
export const selfCues = phrases(`
this is, i am, im, i m, its, it is, it s, main, mai, मैं, আমি
`)
