import type { LanguageCode } from '@myna/language'

type Words = Readonly<Record<LanguageCode, string>>

/** What somebody has to do once a wish was noted, by the tool that noted it; `[… {slot} …]` is said when the slot is filled. */
export const actionWords: Readonly<Record<string, Words>> = {
  take_message: {
    en: 'Get back[ to {name}][ on {phone}] about the message[ “{message}”]',
    hi: '[{name} को ]संदेश[ “{message}”] के बारे में उत्तर दें[ (फ़ोन {phone})]',
    hinglish: '[{name} ko ]message[ “{message}”] ke baare mein jawab dein[ (phone {phone})]',
    bn: '[{name}-কে ]বার্তাটির[ “{message}”] উত্তর দিন[ (ফোন {phone})]',
  },
  create_lead: {
    en: 'Get in touch[ with {name}][ of {company}][ on {phone}][, e-mail {email}][, about “{interest}”]',
    hi: '[{name} ]से संपर्क करें[ (कंपनी {company})][ (फ़ोन {phone})][ (ईमेल {email})][, विषय “{interest}”]',
    hinglish: '[{name} ]se contact karein[ (company {company})][ (phone {phone})][ (email {email})][, vishay “{interest}”]',
    bn: '[{name}-এর সঙ্গে ]যোগাযোগ করুন[ (কোম্পানি {company})][ (ফোন {phone})][ (ইমেইল {email})][, বিষয় “{interest}”]',
  },
  schedule_meeting: {
    en: 'Confirm the appointment[ on {time}][ with {name}][ on {phone}][ ({email})][, with {with}][, about {topic}]',
    hi: '[{name} के साथ ][{time} की ]मीटिंग पक्की करें[ (फ़ोन {phone})][ (ईमेल {email})][, {with} के साथ][, {topic}]',
    hinglish: '[{name} ke saath ][{time} ki ]meeting confirm karein[ (phone {phone})][ (email {email})][, {with} ke saath][, {topic}]',
    bn: '[{name}-এর সঙ্গে ][{time} ]মিটিং নিশ্চিত করুন[ (ফোন {phone})][ (ইমেইল {email})][, {with}-এর সঙ্গে][, {topic}]',
  },
  reschedule_meeting: {
    en: 'Move the appointment[ of {name}][ to {new_time}] and confirm it[ on {phone}]',
    hi: '[{name} की ]मीटिंग[ {new_time} पर] बदलें और पुष्टि करें[ (फ़ोन {phone})]',
    hinglish: '[{name} ki ]meeting[ {new_time} par] badlein aur confirm karein[ (phone {phone})]',
    bn: '[{name}-এর ]মিটিং[ {new_time}] সরিয়ে নিশ্চিত করুন[ (ফোন {phone})]',
  },
  cancel_meeting: {
    en: 'Cancel the appointment[ of {name}][ on {time}][ ({phone})]',
    hi: '[{name} की ][{time} की ]मीटिंग रद्द करें[ (फ़ोन {phone})]',
    hinglish: '[{name} ki ][{time} ki ]meeting cancel karein[ (phone {phone})]',
    bn: '[{name}-এর ][{time} ]মিটিং বাতিল করুন[ (ফোন {phone})]',
  },
  create_task: {
    en: 'Do what was noted[: “{task}”][, by {time}][, priority {priority}]',
    hi: 'लिखा हुआ काम करें[: “{task}”][, {time} तक][, प्राथमिकता {priority}]',
    hinglish: 'Note kiya hua kaam karein[: “{task}”][, {time} tak][, priority {priority}]',
    bn: 'লিখে রাখা কাজটি করুন[: “{task}”][, {time} পর্যন্ত][, অগ্রাধিকার {priority}]',
  },
  request_callback: {
    en: 'Call back[ {name}][ on {phone}][, {time}]',
    hi: '[{name} को ][{phone} पर ]वापस कॉल करें[, {time}]',
    hinglish: '[{name} ko ][{phone} par ]call back karein[, {time}]',
    bn: '[{name}-কে ][{phone} নম্বরে ]ফোন করুন[, {time}]',
  },
  opt_out: {
    en: 'Do not contact this caller any more[ ({phone})]',
    hi: 'इस कॉलर से आगे संपर्क न करें[ ({phone})]',
    hinglish: 'Is caller se aage contact na karein[ ({phone})]',
    bn: 'এই কলকারীর সঙ্গে আর যোগাযোগ করবেন না[ ({phone})]',
  },
}

/** What somebody has to do about what was not noted. */
export const otherActionWords = {
  byHand: {
    en: 'See to it by hand, it did not work: {wish}[ – {name}][, {phone}]',
    hi: 'यह नहीं हो पाया, ख़ुद देखें: {wish}[ – {name}][, {phone}]',
    hinglish: 'Yeh nahi ho paaya, khud dekhein: {wish}[ – {name}][, {phone}]',
    bn: 'এটি হয়নি, নিজে দেখুন: {wish}[ – {name}][, {phone}]',
  },
  check: {
    en: 'Check whether this went through: {wish}',
    hi: 'जाँचें कि यह पूरा हुआ या नहीं: {wish}',
    hinglish: 'Check karein ki yeh poora hua ya nahi: {wish}',
    bn: 'এটি সম্পন্ন হয়েছে কি না দেখুন: {wish}',
  },
  seeTo: { en: 'See to it: {wish}', hi: 'यह काम देखें: {wish}', hinglish: 'Yeh kaam dekhein: {wish}', bn: 'এটি দেখুন: {wish}' },
  left: {
    en: 'Call back[ {name}] on {phone}: the conversation ended before this was complete: {wish}',
    hi: '[{name} को ]{phone} पर कॉल करें: बातचीत पूरी होने से पहले ख़त्म हो गई: {wish}',
    hinglish: '[{name} ko ]{phone} par call karein: baatcheet poori hone se pehle khatam ho gayi: {wish}',
    bn: '[{name}-কে ]{phone} নম্বরে ফোন করুন: শেষ হওয়ার আগেই কথা শেষ হয়েছে: {wish}',
  },
  lookInto: {
    en: 'Look into the complaint “{complaint}”[ of {name}][ ({phone})]',
    hi: '[{name} की ]शिकायत “{complaint}” देखें[ (फ़ोन {phone})]',
    hinglish: '[{name} ki ]shikayat “{complaint}” dekhein[ (phone {phone})]',
    bn: '[{name}-এর ]অভিযোগ “{complaint}” দেখুন[ (ফোন {phone})]',
  },
  answer: {
    en: 'Find the answer to “{question}”[ and tell {name}][ on {phone}]',
    hi: '“{question}” का उत्तर ढूँढें[ और {name} को बताएँ][ (फ़ोन {phone})]',
    hinglish: '“{question}” ka jawab dhoondhein[ aur {name} ko batayein][ (phone {phone})]',
    bn: '“{question}” – এর উত্তর খুঁজুন[ এবং {name}-কে জানান][ (ফোন {phone})]',
  },
} as const satisfies Record<string, Words>
