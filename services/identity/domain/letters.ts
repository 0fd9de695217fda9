/** Languages letters are written in. */
export const letterLanguages = ['en', 'hi', 'bn'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** What a letter is about; names in it come from people and are shown as text. */
export type Letter =
  | { kind: 'verification'; link: string }
  | { kind: 'reset'; link: string }
  | { kind: 'invitation'; link: string; organisation: string; inviter: string | null }
  | { kind: 'suspicious'; link: string; at: string; device: string; ip: string }
  | { kind: 'domain'; link: string; domain: string; organisation: string; code: string }

/** Whose letter it is: how the product is called, two colours, and where a picture of the logo is. */
export type LetterBrand = { name: string; main: string; ink: string; logo: string | undefined }
const own: LetterBrand = { name: 'Myna', main: '#1b1b1f', ink: '#ffffff', logo: undefined }

type Words = { subject: string; lines: string[]; button: string; end: string }

/** The mail of a letter: a text, and the same as simple HTML. */
export function writeLetter(letter: Letter, language: LetterLanguage, brand: LetterBrand = own): { subject: string; text: string; html: string } {
  const words = wordsOf[language](letter, brand.name)
  const { link } = letter
  const text = [...words.lines, `${words.button}: ${link}`, words.end].join('\n\n')
  const paragraph = (it: string) => `<p style="margin:0 0 16px">${escape(it)}</p>`
  const html = `<!doctype html>
<html lang="${language}"><body style="margin:0;padding:32px 16px;background:#f6f6f7;font:16px/1.5 system-ui,sans-serif;color:#1b1b1f">
<div style="max-width:480px;margin:0 auto;padding:32px;background:#fff;border-radius:12px">
${headOf(brand)}
${words.lines.map(paragraph).join('\n')}
<p style="margin:24px 0"><a href="${escape(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:${brand.main};color:${brand.ink};text-decoration:none">${escape(words.button)}</a></p>
<p style="margin:0 0 16px;font-size:13px;color:#5c5c66;word-break:break-all">${escape(link)}</p>
${paragraph(words.end)}
</div></body></html>
`
  return { subject: oneLine(words.subject), text: `${text}\n`, html }
}

/** The language of a letter from a preference of any kind; English when it is none of ours. */
export function letterLanguage(preference: unknown): LetterLanguage {
  return letterLanguages.find((it) => it === preference) ?? (preference === 'hinglish' ? 'hi' : 'en')
}

const wordsOf: Record<LetterLanguage, (letter: Letter, product: string) => Words> = {
  en(letter, product) {
    if (letter.kind === 'verification')
      return {
        subject: 'Verify your e-mail address',
        lines: [`Welcome to ${product}. Please verify that this is your e-mail address.`],
        button: 'Verify address',
        end: 'The link works once and for 24 hours. If you did not sign up, ignore this mail.',
      }
    if (letter.kind === 'reset')
      return {
        subject: 'Set a new password',
        lines: [`Somebody, hopefully you, asked to set a new password for your ${product} account.`],
        button: 'Set a new password',
        end: 'The link works once and for one hour. If it was not you, ignore this mail; your password stays as it is.',
      }
    if (letter.kind === 'suspicious')
      return {
        subject: 'Was this you? A new sign-in to your account',
        lines: [`Somebody signed in to your ${product} account in a way that does not look like you:`, `${letter.at} · ${letter.device} · ${letter.ip}`],
        button: 'This was not me',
        end: 'If it was you, there is nothing to do. The button signs out everywhere and asks you to set a new password.',
      }
    if (letter.kind === 'domain')
      return {
        subject: `Confirm ${letter.domain} for ${product}`,
        lines: [`“${letter.organisation}” says that ${letter.domain} is its own. If that is right, give them this code:`, letter.code],
        button: product,
        end: 'Whoever has the code can decide how people with addresses of this domain sign in. It is good for 24 hours. If you do not expect it, ignore this mail.',
      }
    const by = letter.inviter ? `${letter.inviter} invites you` : 'You are invited'
    return {
      subject: `Join ${letter.organisation} on ${product}`,
      lines: [`${by} to join “${letter.organisation}” on ${product}.`],
      button: 'Open the invitation',
      end: 'The invitation is good for 7 days. If you do not expect it, ignore this mail.',
    }
  },
  hi(letter, product) {
    if (letter.kind === 'verification')
      return {
        subject: 'अपना ई-मेल पता सत्यापित करें',
        lines: [`${product} में आपका स्वागत है। कृपया पुष्टि करें कि यह ई-मेल पता आपका है।`],
        button: 'पता सत्यापित करें',
        end: 'यह लिंक एक बार और 24 घंटे तक काम करता है। अगर आपने खाता नहीं बनाया है, तो इस मेल को अनदेखा करें।',
      }
    if (letter.kind === 'reset')
      return {
        subject: 'नया पासवर्ड सेट करें',
        lines: [`किसी ने, शायद आपने ही, आपके ${product} खाते के लिए नया पासवर्ड सेट करने का अनुरोध किया है।`],
        button: 'नया पासवर्ड सेट करें',
        end: 'यह लिंक एक बार और एक घंटे तक काम करता है। अगर यह अनुरोध आपका नहीं था, तो इस मेल को अनदेखा करें; आपका पासवर्ड वही रहेगा।',
      }
    if (letter.kind === 'suspicious')
      return {
        subject: 'क्या यह आप थे? आपके खाते में नया साइन-इन',
        lines: [`किसी ने आपके ${product} खाते में ऐसे साइन इन किया है जो आपके जैसा नहीं लगता:`, `${letter.at} · ${letter.device} · ${letter.ip}`],
        button: 'यह मैं नहीं था',
        end: 'अगर यह आप ही थे, तो कुछ करने की ज़रूरत नहीं। यह बटन हर जगह से साइन आउट करता है और नया पासवर्ड सेट करने को कहता है।',
      }
    if (letter.kind === 'domain')
      return {
        subject: `${product} के लिए ${letter.domain} की पुष्टि करें`,
        lines: [`“${letter.organisation}” का कहना है कि ${letter.domain} उनका है। अगर यह सही है, तो उन्हें यह कोड दें:`, letter.code],
        button: product,
        end: 'जिसके पास यह कोड है, वह तय कर सकता है कि इस डोमेन के लोग कैसे साइन इन करें। यह 24 घंटे तक मान्य है। अगर आपको इसकी उम्मीद नहीं थी, तो इस मेल को अनदेखा करें।',
      }
    const by = letter.inviter ? `${letter.inviter} ने आपको` : 'आपको'
    return {
      subject: `${product} पर ${letter.organisation} से जुड़ें`,
      lines: [`${by} ${product} पर “${letter.organisation}” से जुड़ने का निमंत्रण ${letter.inviter ? 'दिया' : 'मिला'} है।`],
      button: 'निमंत्रण खोलें',
      end: 'यह निमंत्रण 7 दिन तक मान्य है। अगर आपको इसकी उम्मीद नहीं थी, तो इस मेल को अनदेखा करें।',
    }
  },
  bn(letter, product) {
    if (letter.kind === 'verification')
      return {
        subject: 'আপনার ই-মেল ঠিকানা যাচাই করুন',
        lines: [`${product}-তে আপনাকে স্বাগত। অনুগ্রহ করে নিশ্চিত করুন যে এই ই-মেল ঠিকানাটি আপনার।`],
        button: 'ঠিকানা যাচাই করুন',
        end: 'লিঙ্কটি একবার এবং ২৪ ঘণ্টা পর্যন্ত কাজ করে। আপনি অ্যাকাউন্ট না খুলে থাকলে এই মেলটি উপেক্ষা করুন।',
      }
    if (letter.kind === 'reset')
      return {
        subject: 'নতুন পাসওয়ার্ড দিন',
        lines: [`কেউ, সম্ভবত আপনিই, আপনার ${product} অ্যাকাউন্টের জন্য নতুন পাসওয়ার্ড দেওয়ার অনুরোধ করেছেন।`],
        button: 'নতুন পাসওয়ার্ড দিন',
        end: 'লিঙ্কটি একবার এবং এক ঘণ্টা পর্যন্ত কাজ করে। অনুরোধটি আপনার না হলে এই মেলটি উপেক্ষা করুন; আপনার পাসওয়ার্ড আগের মতোই থাকবে।',
      }
    if (letter.kind === 'suspicious')
      return {
        subject: 'এটা কি আপনি ছিলেন? আপনার অ্যাকাউন্টে নতুন সাইন-ইন',
        lines: [`কেউ আপনার ${product} অ্যাকাউন্টে এমনভাবে সাইন ইন করেছেন যা আপনার মতো মনে হচ্ছে না:`, `${letter.at} · ${letter.device} · ${letter.ip}`],
        button: 'এটা আমি ছিলাম না',
        end: 'আপনিই হয়ে থাকলে কিছু করার দরকার নেই। বোতামটি সব জায়গা থেকে সাইন আউট করে এবং নতুন পাসওয়ার্ড দিতে বলে।',
      }
    if (letter.kind === 'domain')
      return {
        subject: `${product}-র জন্য ${letter.domain} নিশ্চিত করুন`,
        lines: [`“${letter.organisation}” বলছে যে ${letter.domain} তাদের। তা ঠিক হলে তাদের এই কোডটি দিন:`, letter.code],
        button: product,
        end: 'যার কাছে কোডটি আছে, তিনি ঠিক করতে পারেন এই ডোমেনের লোকেরা কীভাবে সাইন ইন করবেন। এটি ২৪ ঘণ্টা পর্যন্ত কার্যকর। আপনি এটি আশা না করে থাকলে এই মেলটি উপেক্ষা করুন।',
      }
    const by = letter.inviter ? `${letter.inviter} আপনাকে` : 'আপনাকে'
    return {
      subject: `${product}-তে ${letter.organisation}-এ যোগ দিন`,
      lines: [`${by} ${product}-তে “${letter.organisation}”-এ যোগ দেওয়ার আমন্ত্রণ ${letter.inviter ? 'জানিয়েছেন' : 'জানানো হয়েছে'}।`],
      button: 'আমন্ত্রণ খুলুন',
      end: 'আমন্ত্রণটি ৭ দিন পর্যন্ত কার্যকর। আপনি এটি আশা না করে থাকলে এই মেলটি উপেক্ষা করুন।',
    }
  },
}

/** The logo, or the name where there is none that mail readers show. */
function headOf({ name, logo }: LetterBrand): string {
  const shown = logo
    ? `<img src="${escape(logo)}" alt="${escape(name)}" height="40" style="display:block;height:40px;max-width:200px;object-fit:contain;object-position:left">`
    : `<strong style="font-size:18px">${escape(name)}</strong>`
  return `<div style="margin:0 0 24px">${shown}</div>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`)
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}
