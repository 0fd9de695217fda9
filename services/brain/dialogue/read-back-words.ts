import type { LanguageCode } from '@myna/language'

/** What slots are called in a sentence. */
export const slotNames: Readonly<Record<string, Record<LanguageCode, string>>> = {
  name: { en: 'name', hi: 'नाम', hinglish: 'naam', bn: 'নাম' },
  phone: { en: 'phone number', hi: 'फ़ोन नंबर', hinglish: 'phone number', bn: 'ফোন নম্বর' },
  email: { en: 'e-mail address', hi: 'ईमेल', hinglish: 'email', bn: 'ইমেইল' },
  company: { en: 'company', hi: 'कंपनी', hinglish: 'company', bn: 'কোম্পানি' },
  time: { en: 'time', hi: 'समय', hinglish: 'time', bn: 'সময়' },
  message: { en: 'message', hi: 'संदेश', hinglish: 'message', bn: 'বার্তা' },
}

/** How standard goals are read back: `[… {slot} …]` is said when the slot is filled. */
export const readBackPatterns: Readonly<Record<string, Record<LanguageCode, string>>> = {
  take_message: {
    en: 'I will tell the team[ “{message}”][, from {name}][, on {phone}]',
    hi: 'मैं टीम को बताऊँगी[ “{message}”][, {name} की ओर से][, फ़ोन नंबर {phone}]',
    hinglish: 'Main team ko bataungi[ “{message}”][, {name} ki taraf se][, phone number {phone}]',
    bn: 'দলকে জানাব[ “{message}”][, {name}-এর তরফে][, ফোন নম্বর {phone}]',
  },
  create_lead: {
    en: 'I will note[ {name}][ of {company}][, on {phone}][, e-mail {email}][, who said “{interest}”]',
    hi: 'मैं लिख लेती हूँ[, नाम {name}][, कंपनी {company}][, फ़ोन नंबर {phone}][, ईमेल {email}][, और आपकी बात “{interest}”]',
    hinglish: 'Main note kar leti hoon[, naam {name}][, company {company}][, phone number {phone}][, email {email}][, aur aapki baat “{interest}”]',
    bn: 'আমি লিখে রাখছি[, নাম {name}][, কোম্পানি {company}][, ফোন নম্বর {phone}][, ইমেইল {email}][, আর আপনার কথা “{interest}”]',
  },
  schedule_meeting: {
    en: 'So that is a meeting[ on {time}][ with {with}][, {topic}][, in the name of {name}][, and we can reach you on {phone}][, e-mail {email}]',
    hi: 'तो[ {time} की] मीटिंग[, {with} के साथ][, {topic}][, {name} के नाम से][, और फ़ोन नंबर {phone}][, ईमेल {email}]',
    hinglish: 'Toh[ {time} ki] meeting[, {with} ke saath][, {topic}][, {name} ke naam se][, aur phone number {phone}][, email {email}]',
    bn: 'তাহলে[ {time:y}] মিটিং[, {with}-এর সঙ্গে][, {topic}][, {name}-এর নামে][, আর ফোন নম্বর {phone}][, ইমেইল {email}]',
  },
  reschedule_meeting: {
    en: 'So your meeting moves[ to {new_time}][, in the name of {name}][, and we can reach you on {phone}]',
    hi: 'तो आपकी मीटिंग अब[ {new_time}] होगी[, {name} के नाम से][, और फ़ोन नंबर {phone}]',
    hinglish: 'Toh aapki meeting ab[ {new_time}] hogi[, {name} ke naam se][, aur phone number {phone}]',
    bn: 'তাহলে আপনার মিটিং এখন[ {new_time:y}] হবে[, {name}-এর নামে][, আর ফোন নম্বর {phone}]',
  },
  cancel_meeting: {
    en: 'So I ask the team to cancel your meeting[ on {time}][, in the name of {name}][, and we can reach you on {phone}]',
    hi: 'तो मैं टीम से आपकी[ {time} की] मीटिंग रद्द करने को कहूँ[, {name} के नाम से][, और फ़ोन नंबर {phone}]',
    hinglish: 'Toh main team se aapki[ {time} ki] meeting cancel karne ko kahoon[, {name} ke naam se][, aur phone number {phone}]',
    bn: 'তাহলে দলকে আপনার[ {time:y}] মিটিং বাতিল করতে বলব[, {name}-এর নামে][, আর ফোন নম্বর {phone}]',
  },
  create_task: {
    en: 'I will note this for the team[, “{task}”][, by {time}][, priority {priority}]',
    hi: 'मैं टीम के लिए लिख लेती हूँ[ “{task}”][, {time} तक][, प्राथमिकता {priority}]',
    hinglish: 'Main team ke liye note kar leti hoon[ “{task}”][, {time} tak][, priority {priority}]',
    bn: 'দলের জন্য লিখে রাখছি[ “{task}”][, {time} পর্যন্ত][, অগ্রাধিকার {priority}]',
  },
  talk_to_human: {
    en: 'A person from the team will call you[ on {phone}][, {name}][, {time}]',
    hi: 'टीम से कोई आपको[ {phone} पर] कॉल करेगा[, {name}][, {time}]',
    hinglish: 'Team se koi aapko[ {phone} par] call karega[, {name}][, {time}]',
    bn: 'দলের একজন আপনাকে[ {phone} নম্বরে] ফোন করবেন[, {name}][, {time:y}]',
  },
  opt_out: {
    en: 'You are not to be contacted any more[ on {phone}]',
    hi: 'अब आपसे[ {phone} पर] संपर्क न किया जाए',
    hinglish: 'Ab aapse[ {phone} par] contact na kiya jaye',
    bn: 'আপনার সঙ্গে[ {phone} নম্বরে] আর যোগাযোগ করা হবে না',
  },
}
