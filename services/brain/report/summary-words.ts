import type { LanguageCode } from '@myna/language'
import type { Wish } from '#report/facts.ts'

type Words = Readonly<Record<LanguageCode, string>>

/** What a summary says; `{…}` is filled in. */
export const summaryWords = {
  told: {
    en: 'The caller asked “{question}” and was told “{answer}”.',
    hi: 'कॉलर ने पूछा “{question}” और उत्तर मिला “{answer}”।',
    hinglish: 'Caller ne poocha “{question}” aur jawab mila “{answer}”.',
    bn: 'কলকারী জিজ্ঞেস করেছেন “{question}” এবং উত্তর পেয়েছেন “{answer}”।',
  },
  toldCut: {
    en: 'The caller asked “{question}” and interrupted the answer.',
    hi: 'कॉलर ने पूछा “{question}” और उत्तर बीच में ही रोक दिया।',
    hinglish: 'Caller ne poocha “{question}” aur jawab beech mein hi rok diya.',
    bn: 'কলকারী জিজ্ঞেস করেছেন “{question}” এবং উত্তরের মাঝে থামিয়ে দিয়েছেন।',
  },
  untold: {
    en: 'There was no answer to {questions}.',
    hi: '{questions} का उत्तर नहीं था।',
    hinglish: '{questions} ka jawab nahi tha.',
    bn: '{questions} – এর উত্তর জানা ছিল না।',
  },
  complained: {
    en: 'The caller complained: “{complaint}”.',
    hi: 'कॉलर ने शिकायत की: “{complaint}”।',
    hinglish: 'Caller ne shikayat ki: “{complaint}”.',
    bn: 'কলকারী অভিযোগ করেছেন: “{complaint}”।',
  },
  wanted: {
    en: 'The caller wanted {wish}{end}',
    hi: 'कॉलर ने {wish} के लिए कहा{end}',
    hinglish: 'Caller ne {wish} ke liye kaha{end}',
    bn: 'কলকারী {wish} চেয়েছেন{end}',
  },
  handed: {
    en: 'The conversation was handed to {agent}.',
    hi: 'बातचीत {agent} को सौंप दी गई।',
    hinglish: 'Baatcheet {agent} ko saunp di gayi.',
    bn: 'কথোপকথন {agent}-এর কাছে দেওয়া হয়েছে।',
  },
  otherAgent: { en: 'another agent', hi: 'दूसरे एजेंट', hinglish: 'doosre agent', bn: 'অন্য এজেন্ট' },
  talked: {
    en: 'The caller spoke, but asked for nothing that was noted.',
    hi: 'कॉलर ने बात की, पर कुछ ऐसा नहीं माँगा जो लिखा गया हो।',
    hinglish: 'Caller ne baat ki, par kuch aisa nahi maanga jo note hua ho.',
    bn: 'কলকারী কথা বলেছেন, কিন্তু লিখে রাখার মতো কিছু চাননি।',
  },
  silent: { en: 'The caller said nothing.', hi: 'कॉलर ने कुछ नहीं कहा।', hinglish: 'Caller ne kuch nahi kaha.', bn: 'কলকারী কিছু বলেননি।' },
} as const satisfies Record<string, Words>

/** What came of a wish, as the end of its sentence; `noted` is done by people later, `done` is done already. */
export const endWords: Readonly<Record<Exclude<Wish['end'], 'done'> | 'done' | 'noted', Words>> = {
  noted: {
    en: '; it was noted for the team.',
    hi: '; इसे टीम के लिए लिख लिया गया।',
    hinglish: '; ise team ke liye note kar liya gaya.',
    bn: '; দলের জন্য তা লিখে রাখা হয়েছে।',
  },
  done: { en: '; it was done.', hi: '; यह हो गया।', hinglish: '; yeh ho gaya.', bn: '; তা হয়ে গেছে।' },
  failed: { en: ', but it did not work.', hi: ', पर यह नहीं हो पाया।', hinglish: ', par yeh nahi ho paaya.', bn: ', কিন্তু তা হয়নি।' },
  unsure: {
    en: '; whether it went through is not known.',
    hi: '; यह पूरा हुआ या नहीं, पता नहीं।',
    hinglish: '; yeh poora hua ya nahi, pata nahi.',
    bn: '; তা সম্পন্ন হয়েছে কি না জানা নেই।',
  },
  cancelled: {
    en: ', but it was dropped in the conversation.',
    hi: ', पर बातचीत में ही इसे छोड़ दिया गया।',
    hinglish: ', par baatcheet mein hi ise chhod diya gaya.',
    bn: ', কিন্তু কথার মধ্যেই তা বাদ দেওয়া হয়েছে।',
  },
  left: {
    en: ', but the conversation ended before it was complete.',
    hi: ', पर पूरा होने से पहले बातचीत ख़त्म हो गई।',
    hinglish: ', par poora hone se pehle baatcheet khatam ho gayi.',
    bn: ', কিন্তু শেষ হওয়ার আগেই কথা শেষ হয়ে গেছে।',
  },
}

/** What is wanted, by the tool that does it. */
export const wishWords: Readonly<Record<string, Words>> = {
  take_message: {
    en: 'to leave a message[ (“{message}”)][, from {name}][, on {phone}]',
    hi: '[{name} की ओर से ]संदेश[ “{message}”][ (फ़ोन {phone})] पहुँचाने',
    hinglish: '[{name} ki taraf se ]message[ “{message}”][ (phone {phone})] pahunchane',
    bn: '[{name}-এর তরফে ]বার্তা[ “{message}”][ (ফোন {phone})] রাখতে',
  },
  create_lead: {
    en: 'to be noted as interested[ (“{interest}”)][, as {name}][ of {company}][, on {phone}][, e-mail {email}]',
    hi: 'रुचि[ (“{interest}”)] लिखने[, नाम {name}][, कंपनी {company}][, फ़ोन {phone}][, ईमेल {email}]',
    hinglish: 'interest[ (“{interest}”)] note karne[, naam {name}][, company {company}][, phone {phone}][, email {email}]',
    bn: 'আগ্রহ[ (“{interest}”)] লিখে রাখতে[, নাম {name}][, কোম্পানি {company}][, ফোন {phone}][, ইমেইল {email}]',
  },
  schedule_meeting: {
    en: 'an appointment[ on {time}][ with {with}][, about {topic}][, in the name of {name}][, on {phone}]',
    hi: '[{name} के नाम से ][{time} की ]मीटिंग[ ({with} के साथ)][ ({topic})][ (फ़ोन {phone})]',
    hinglish: '[{name} ke naam se ][{time} ki ]meeting[ ({with} ke saath)][ ({topic})][ (phone {phone})]',
    bn: '[{name}-এর নামে ][{time} ]মিটিং[ ({with}-এর সঙ্গে)][ ({topic})][ (ফোন {phone})]',
  },
  reschedule_meeting: {
    en: 'an appointment moved[ to {new_time}][, in the name of {name}][, on {phone}]',
    hi: '[{name} के नाम की ]मीटिंग[ {new_time} पर] बदलने[ (फ़ोन {phone})]',
    hinglish: '[{name} ke naam ki ]meeting[ {new_time} par] badalne[ (phone {phone})]',
    bn: '[{name}-এর নামের ]মিটিং[ {new_time}] সরাতে[ (ফোন {phone})]',
  },
  cancel_meeting: {
    en: 'an appointment cancelled[ on {time}][, in the name of {name}][, on {phone}]',
    hi: '[{name} के नाम से ][{time} की ]मीटिंग रद्द करने[ (फ़ोन {phone})]',
    hinglish: '[{name} ke naam se ][{time} ki ]meeting cancel karne[ (phone {phone})]',
    bn: '[{name}-এর নামে ][{time} ]মিটিং বাতিল করতে[ (ফোন {phone})]',
  },
  create_task: {
    en: 'something done[: “{task}”][, by {time}][, priority {priority}]',
    hi: 'काम[ “{task}”] लिखने[, {time} तक][, प्राथमिकता {priority}]',
    hinglish: 'kaam[ “{task}”] note karne[, {time} tak][, priority {priority}]',
    bn: 'কাজ[ “{task}”] লিখে রাখতে[, {time} পর্যন্ত][, অগ্রাধিকার {priority}]',
  },
  request_callback: {
    en: 'to be called back by a person[ on {phone}][, {name}][, {time}]',
    hi: 'किसी व्यक्ति से वापस कॉल[ {phone} पर][, {name}][, {time}]',
    hinglish: 'kisi insaan se call back[ {phone} par][, {name}][, {time}]',
    bn: 'একজন মানুষের ফোন[ {phone} নম্বরে][, {name}][, {time}]',
  },
  opt_out: {
    en: 'not to be contacted any more[ on {phone}]',
    hi: 'आगे संपर्क न करने[ ({phone})]',
    hinglish: 'aage contact na karne[ ({phone})]',
    bn: 'আর যোগাযোগ না করতে[ ({phone})]',
  },
}

/** The tool of a standard goal that was not carried out, and so never named it. */
export const toolOfGoal: Readonly<Record<string, string>> = { talk_to_human: 'request_callback' }
