import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spokenText } from './spoken-text.ts'

const tables = {
  en: [
    // Money
    ['It costs ₹1,250.50.', 'It costs one thousand two hundred and fifty rupees and fifty paise.'],
    ['Rs. 500/- only', 'five hundred rupees only'],
    ['Rs.99 or INR 1', 'ninety nine rupees or one rupee'],
    ['₹1,25,000 a year', 'one lakh twenty five thousand rupees a year'],
    ['₹2.5 lakh', 'two point five lakh rupees'],
    ['₹3 crore', 'three crore rupees'],
    ['₹500-700 per night', 'five hundred to seven hundred rupees per night'],
    ['₹999/month', 'nine hundred and ninety nine rupees per month'],
    ['$125,000', 'one hundred and twenty five thousand dollars'],
    ['$0.99', 'ninety nine cents'],
    ['$2.5M', 'two point five million dollars'],
    ['€1.50', 'one euro and fifty cents'],
    ['£20', 'twenty pounds'],
    // Numbers
    ['18% GST', 'eighteen percent G-S-T'],
    ['4.75 stars', 'four point seven five stars'],
    ['1,000,000 users', 'one million users'],
    ['12,34,567 rows', 'twelve lakh thirty four thousand five hundred and sixty seven rows'],
    ['101 rooms', 'one hundred and one rooms'],
    ['3-4 people', 'three to four people'],
    ['10–20%', 'ten to twenty percent'],
    ['the 1st, 22nd and 30th floor', 'the first, twenty second and thirtieth floor'],
    ['-5°C', 'minus five degrees Celsius'],
    ['5 km or 1 km', 'five kilometres or one kilometre'],
    ['2.5 kg, 500 ml', 'two point five kilograms, five hundred millilitres'],
    ['1200 sq ft', 'one thousand two hundred square feet'],
    ['a 10x12 room', 'a ten by twelve room'],
    ['24/7 support', 'twenty four seven support'],
    ['version 2.0.1', 'version two point zero point one'],
    ['5+ years', 'five plus years'],
    ['room #12', 'room number twelve'],
    ['1½ hours', 'one and a half hours'],
    ['3/4 cup', 'three quarters cup'],
    ['rated 4.8/5', 'rated four point eight out of five'],
    ['ratio 16:9', 'ratio sixteen nine'],
    ['2 yrs / 24 months', 'two years, twenty four months'],
    ['10 GB. Nice', 'ten gigabytes. Nice'],
    ['50 kgs. per head', 'fifty kilograms per head'],
    ['A4 and 3G', 'A four and three G'],
    // Dates
    ['on 20/11/2026', 'on twentieth of November twenty twenty six'],
    ['11/25/2026', 'twenty fifth of November twenty twenty six'],
    ['2026-01-05', 'fifth of January twenty twenty six'],
    ['5.3.26', 'fifth of March twenty twenty six'],
    ['20 Nov 2026', 'twentieth of November twenty twenty six'],
    ['Nov 20, 2026 at noon', 'twentieth of November twenty twenty six at noon'],
    ['March 3rd', 'third of March'],
    ['may 5 people come?', 'may five people come?'],
    ['by 1 June. Bring 2', 'by first of June. Bring two'],
    ['session 2026-27', 'session twenty twenty six to twenty seven'],
    ['the 1990s', 'the nineteen nineties'],
    ['since 1985', 'since nineteen eighty five'],
    ['in 2005', 'in two thousand and five'],
    ['45/99/2026', 'forty five ninety nine two thousand and twenty six'],
    // Times
    ['at 10:30 am', 'at ten thirty A-M'],
    ['10.30 a.m. sharp', 'ten thirty A-M sharp'],
    ['6pm', 'six P-M'],
    ['9:05', 'nine oh five'],
    ['18:00', 'six P-M'],
    ['until 6 PM.', 'until six P-M.'],
    ['until 6 p.m. We wait', 'until six P-M. We wait'],
    ['00:15', 'twelve fifteen A-M'],
    ['9-5 pm', 'nine to five P-M'],
    ['10:00 AM - 6:30 PM', 'ten A-M to six thirty P-M'],
    ['Mon-Fri: 9am–5pm', 'Monday to Friday: nine A-M to five P-M'],
    ['99:99', 'ninety nine ninety nine'],
    // Number names
    ['Call +91 98765 43210.', 'Call plus nine one, nine eight seven six five, four three two one zero.'],
    ['9876543210', 'nine eight seven six five, four three two one zero'],
    ['080-4567 8900', 'zero eight zero, four five six seven, eight nine zero zero'],
    ['1800-123-4567', 'one eight zero zero, one two three, four five six seven'],
    ['(415) 555-0132', 'four one five, five five five, zero one three two'],
    ['Your OTP is 4523.', 'Your O-T-P is four five two three.'],
    ['4523 is your OTP', 'four five two three is your O-T-P'],
    ['PIN code 560001', 'PIN code five six zero, zero zero one'],
    ['order #A-10234', 'order A one zero two three four'],
    ['Bengaluru - 560001', 'Bengaluru, five six zero, zero zero one'],
    ['919845012345', 'nine one, nine eight four five zero, one two three four five'],
    ['agent 007', 'agent zero zero seven'],
    // Addresses
    ['Write to info@myna.in.', 'Write to info at myna dot in.'],
    ['first.last_2@shop-x.co.uk', 'first dot last underscore two at shop dash x dot co dot U-K'],
    ['See https://www.example.com/pricing?x=1.', 'See example dot com slash pricing.'],
    ['myna.ai is new', 'myna dot A-I is new'],
    // Abbreviations
    ['Dr. Rao met Mr. Sen.', 'Doctor Rao met Mister Sen.'],
    ['Acme Pvt. Ltd. is here', 'Acme Private Limited is here'],
    ['tea, coffee, etc. We open early.', 'tea, coffee, et cetera. We open early.'],
    ['e.g. tea', 'for example, tea'],
    ['No. 5, M.G. Road', 'number five, M G Road'],
    ['A.B. Sharma', 'A B Sharma'],
    ['Dr. A. Sharma', 'Doctor A Sharma'],
    ['77 °F. Plan A. We go.', 'seventy seven degrees Fahrenheit. Plan A. We go.'],
    ['bed & breakfast', 'bed and breakfast'],
    ['T&C apply', 'terms and conditions apply'],
    // For the eye only
    ['**Bold** and _plain_ `code` 😀 [link](https://a.com)', 'Bold and plain code link'],
    ['# Title\n- one\n- two', 'Title\none\ntwo'],
    ['and/or', 'and or'],
    ['5 < 6', 'five less than six'],
  ],
  hi: [
    ['₹1,250.50', 'एक हज़ार दो सौ पचास रुपये और पचास पैसे'],
    ['रु. 500', 'पाँच सौ रुपये'],
    ['₹1 लाख', 'एक लाख रुपये'],
    ['₹१,२५,०००', 'एक लाख पच्चीस हज़ार रुपये'],
    ['₹500-700', 'पाँच सौ से सात सौ रुपये'],
    ['18%', 'अठारह प्रतिशत'],
    ['4.5', 'चार दशमलव पाँच'],
    ['20/11/2026 को', 'बीस नवंबर दो हज़ार छब्बीस को'],
    ['15 अगस्त 1947', 'पंद्रह अगस्त उन्नीस सौ सैंतालीस'],
    ['कल 5:30 बजे', 'कल साढ़े पाँच बजे'],
    ['10:15 am', 'सुबह सवा दस बजे'],
    ['सुबह 10:45 बजे', 'सुबह पौने ग्यारह बजे'],
    ['18:00', 'शाम छह बजे'],
    ['1:30', 'डेढ़ बजे'],
    ['2:30 pm', 'दोपहर ढाई बजे'],
    ['10:20', 'दस बजकर बीस मिनट'],
    ['9 बजे से 5 बजे तक', 'नौ बजे से पाँच बजे तक'],
    ['आपका OTP 4523 है', 'आपका O-T-P चार पाँच दो तीन है'],
    ['9876543210', 'नौ आठ सात छह पाँच, चार तीन दो एक शून्य'],
    ['info@myna.in', 'info ऐट myna डॉट in'],
    ['डॉ. शर्मा', 'डॉक्टर शर्मा'],
    ['5वीं मंज़िल', 'पाँचवीं मंज़िल'],
    ['10-12 लोग', 'दस से बारह लोग'],
    ['5 km', 'पाँच किलोमीटर'],
    ['₹999/माह', 'नौ सौ निन्यानवे रुपये प्रति माह'],
    ['नमस्ते। आप कैसे हैं?', 'नमस्ते। आप कैसे हैं?'],
  ],
  bn: [
    ['৳১,২৫০.৫০', 'এক হাজার দুইশো পঞ্চাশ টাকা এবং পঞ্চাশ পয়সা'],
    ['₹500', 'পাঁচশো টাকা'],
    ['১৮%', 'আঠারো শতাংশ'],
    ['20/11/2026', 'বিশ নভেম্বর দুই হাজার ছাব্বিশ'],
    ['কাল ৫টা', 'কাল পাঁচটা'],
    ['১০:৩০ টায়', 'সাড়ে দশটায়'],
    ['সকাল ১০:৩০', 'সকাল সাড়ে দশটা'],
    ['2:30 pm', 'দুপুর আড়াইটা'],
    ['6:10 pm', 'সন্ধ্যা ছয়টা দশ মিনিট'],
    ['আপনার OTP 4523', 'আপনার O-T-P চার পাঁচ দুই তিন'],
    ['৫টি ঘর', 'পাঁচটি ঘর'],
    ['ডা. রহমান', 'ডাক্তার রহমান'],
    ['info@myna.in', 'info অ্যাট myna ডট in'],
    ['সোমবার-শুক্রবার, ৯টা-৫টা', 'সোমবার থেকে শুক্রবার, নয়টা থেকে পাঁচটা'],
    ['৩-৪ জন', 'তিন থেকে চার জন'],
    ['রাত ৭', 'রাৎ সাৎ'],
    ['১৯৭১ সালে', 'উনিশশো একাত্তর সালে'],
  ],
  hinglish: [
    ['Namaste, main aapki madad kar sakta hoon.', 'नमस्ते, मैं आपकी मदद कर सकता हूँ.'],
    ['Aapka appointment kal 10:30 am par hai.', 'आपका appointment कल ten thirty A-M पर है.'],
    ['The main office is in Delhi.', 'The main office is in Delhi.'],
    ['Office me parking nahi hai.', 'Office में parking नहीं है.'],
    ['Hum 9 baje se 4:30 baje tak open hain, 2-3 din', 'हम नौ बजे से साढ़े चार बजे तक open हैं, दो से तीन दिन'],
    ['Price ₹500-700 hai', 'Price five hundred से seven hundred rupees है'],
    ['Hum do baje aayenge to bataiye.', 'हम दो बजे आएँगे तो बताइए.'],
    ['Would you like to do it?', 'Would you like to do it?'],
  ],
} as const

for (const [language, rows] of Object.entries(tables) as [keyof typeof tables, readonly (readonly [string, string])[]][]) {
  describe(`reading ${language} aloud`, () => {
    it.each(rows.map(([text, said]) => [text, said]))('%s → %s', (text, said) =>
      expect(spokenText(text, language).normalize('NFC')).toBe(said.normalize('NFC')),
    )
  })
}

describe('reading anything aloud', () => {
  const any = fc.string({
    unit: fc.oneof(fc.constantFrom(...'0123456789.,:-/₹$%@ apm।০৯१'.split('')), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    maxLength: 120,
  })
  const language = fc.constantFrom('en', 'hi', 'hinglish', 'bn')

  it('leaves no digit and never fails', () => {
    fc.assert(
      fc.property(any, language, (text, tongue) => {
        expect(spokenText(text, tongue)).not.toMatch(/[0-9०-९০-৯]/)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes time in proportion to the text, whatever is in it', () => {
    for (const piece of ['1', '1,', '1.', '(1', 'a.', 'a@', '1-', '₹1', ' ', '[', '**', '|', ':1', 'www.', '+1 ', 'A.'])
      for (const tongue of ['en', 'hi', 'bn', 'hinglish'] as const)
        expect(spokenText(piece.repeat(2000 / piece.length), tongue).length).toBeGreaterThanOrEqual(0)
  }, 10_000)
})
