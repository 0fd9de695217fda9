import type { Language } from '@myna/contracts/page'

type Sentence = Readonly<Record<Language, string>>

/** What is said about the call itself, whatever the agent is. */
export const callWords = {
  oneMoment: {
    en: 'One moment, please.',
    hi: 'एक क्षण रुकिए।',
    hinglish: 'Ek minute, main dekh rahi hoon.',
    bn: 'এক মুহূর্ত, দেখছি।',
  },
  stillThere: {
    en: 'Are you still there?',
    hi: 'क्या आप लाइन पर हैं?',
    hinglish: 'Kya aap line par hain?',
    bn: 'আপনি কি লাইনে আছেন?',
  },
  silentGoodbye: {
    en: 'I cannot hear you, so I will end the call now. Please call again any time. Goodbye.',
    hi: 'आपकी आवाज़ नहीं आ रही, इसलिए मैं कॉल समाप्त करती हूँ। आप कभी भी फिर कॉल कर सकते हैं। नमस्ते।',
    hinglish: 'Aapki awaaz nahi aa rahi, isliye main call band karti hoon. Aap kabhi bhi phir call kar sakte hain. Namaste.',
    bn: 'আপনার কথা শোনা যাচ্ছে না, তাই আমি কলটি শেষ করছি। যেকোনো সময় আবার কল করতে পারেন। নমস্কার।',
  },
  longestGoodbye: {
    en: 'This call has reached its longest time. Please call again if there is more. Goodbye.',
    hi: 'इस कॉल का समय पूरा हो गया है। और कुछ हो तो कृपया फिर कॉल कीजिए। नमस्ते।',
    hinglish: 'Is call ka time poora ho gaya hai. Aur kuch ho to please phir call kijiye. Namaste.',
    bn: 'এই কলের সময় শেষ হয়েছে। আরও কিছু থাকলে আবার কল করুন। নমস্কার।',
  },
  limitGoodbye: {
    en: 'I have to end this call now. Goodbye.',
    hi: 'मुझे यह कॉल अभी समाप्त करनी होगी। नमस्ते।',
    hinglish: 'Mujhe yeh call abhi band karni hogi. Namaste.',
    bn: 'আমাকে এখন কলটি শেষ করতে হবে। নমস্কার।',
  },
  recorded: {
    en: 'This call is recorded.',
    hi: 'यह कॉल रिकॉर्ड की जा रही है।',
    hinglish: 'Yeh call record ki ja rahi hai.',
    bn: 'এই কলটি রেকর্ড করা হচ্ছে।',
  },
  mayRecord: {
    en: 'May this call be recorded?',
    hi: 'क्या हम यह कॉल रिकॉर्ड कर सकते हैं?',
    hinglish: 'Kya hum yeh call record kar sakte hain?',
    bn: 'এই কলটি কি রেকর্ড করা যাবে?',
  },
  cutOff: {
    en: 'Sorry, we were cut off for a moment. Please go on.',
    hi: 'माफ़ कीजिए, लाइन एक क्षण के लिए कट गई थी। कृपया आगे कहिए।',
    hinglish: 'Maaf kijiye, line ek pal ke liye kat gayi thi. Please aage boliye.',
    bn: 'দুঃখিত, এক মুহূর্তের জন্য লাইন কেটে গিয়েছিল। অনুগ্রহ করে বলুন।',
  },
  connecting: {
    en: 'I am connecting you now. Please hold the line.',
    hi: 'मैं आपको अभी जोड़ रही हूँ। कृपया लाइन पर रहिए।',
    hinglish: 'Main aapko abhi connect kar rahi hoon. Please line par rahiye.',
    bn: 'আমি এখনই আপনাকে সংযোগ দিচ্ছি। অনুগ্রহ করে লাইনে থাকুন।',
  },
  nobodyAnswered: {
    en: 'Nobody could be reached just now. I can take a message.',
    hi: 'अभी किसी से संपर्क नहीं हो सका। मैं संदेश ले सकती हूँ।',
    hinglish: 'Abhi kisi se baat nahi ho payi. Main message le sakti hoon.',
    bn: 'এই মুহূর্তে কাউকে পাওয়া গেল না। আমি বার্তা নিতে পারি।',
  },
  nobodyNow: {
    en: 'Nobody can come to the line at this hour.',
    hi: 'इस समय कोई लाइन पर नहीं आ सकता।',
    hinglish: 'Is waqt koi line par nahi aa sakta.',
    bn: 'এই সময়ে কেউ লাইনে আসতে পারবেন না।',
  },
  mayTakeMessage: {
    en: 'I can take a message.',
    hi: 'मैं संदेश ले सकती हूँ।',
    hinglish: 'Main message le sakti hoon.',
    bn: 'আমি বার্তা নিতে পারি।',
  },
} as const satisfies Record<string, Sentence>
