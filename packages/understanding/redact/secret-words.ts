import { matchForm } from '@myna/language'

const set = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s+/)
      .map((it) => matchForm(it.replace(/_/g, ' '))),
  )

/** Words, up to three together, that say which secret stands beside them. */
export const secretCues = {
  otp: set(
    `otp otps ओटीपी ओटिपी ওটিপি one_time_password one_time_code one_time_pin verification_code verify_code login_code passcode सत्यापन_कोड वेरिफिकेशन_कोड ভেরিফিকেশন_কোড যাচাই_কোড o_t_p ओ_टी_पी ও_টি_পি`,
  ),
  cvv: set('cvv cvc cvv2 cvn c_v_v security_code सीवीवी सी_वी_वी সিভিভি সি_ভি_ভি card_security_code'),
  upi_pin: set(
    'upi_pin pin mpin m_pin atm_pin card_pin debit_pin secret_pin यूपीआई_पिन पिन एमपिन एटीएम_पिन ইউপিআই_পিন পিন এটিএম_পিন bkash_pin বিকাশ_পিন pin_number पिन_नंबर পিন_নম্বর',
  ),
  ssn: set('ssn social_security social_security_number सोशल_सिक्योरिटी'),
  passport: set('passport passport_number पासपोर्ट पासपोर्ट_नंबर পাসপোর্ট পাসপোর্ট_নম্বর'),
  national_id: set(
    'nid nid_number national_id national_identity voter_id नेशनल_आईडी एनआईडी এনআইডি জাতীয়_পরিচয়পত্র জাতীয়_পরিচয় পরিচয়পত্র ন্যাশনাল_আইডি national_insurance ni_number nino',
  ),
  bank_account: set(
    'account_number account_no bank_account a_c ac_number ac_no acct khata_number khaata_number khata_sankhya account_nambar खाता_संख्या खाता_नंबर बैंक_खाता अकाउंट_नंबर बैंक_अकाउंट অ্যাকাউন্ট_নম্বর অ্যাকাউন্ট_নাম্বার একাউন্ট_নম্বর ব্যাংক_অ্যাকাউন্ট ব্যাংক_একাউন্ট হিসাব_নম্বর',
  ),
  aadhaar: set('aadhaar aadhar adhar adhaar uid uidai आधार আধার'),
  pan: set('pan pan_card pan_number पैन पैन_कार्ड पैन_नंबर প্যান প্যান_কার্ড'),
} as const
/** Which secret a cue speaks of. */
export type CuedSecret = keyof typeof secretCues
/** How many digits each may have, as a pattern over the digits alone. */
export const secretShapes: Readonly<Record<CuedSecret, RegExp>> = {
  otp: /^\d{4,8}$/,
  cvv: /^\d{3,4}$/,
  upi_pin: /^(?:\d{4}|\d{6})$/,
  ssn: /^\d{9}$/,
  passport: /^\d{7,9}$/,
  national_id: /^(?:\d{10}|\d{13}|\d{17})$/,
  bank_account: /^\d{9,18}$/,
  aadhaar: /^\d{12}$/,
  pan: /^$/,
}
/** Words that may stand between a cue and its secret. */
export const secretFillers = set(`
is are was it its s the a my your our this that here hai he hain h ha number no nambar code digits digit pin card bank as of equals mera meri aapka aapki apka ye yeh wo woh ka ki ke karo likho hi kar lo
है हैं था मेरा मेरी आपका यह ये वह नंबर नम्बर कोड का की के संख्या কার্ড कार्ड बैंक खाते হলো হল হচ্ছে হয় টা টি আমার আপনার এই এটা নম্বর নাম্বার কোড এর র ব্যাংক holo hocche amar ta received got aaya आया এসেছে which sent please note id i we just have came today now मिला मिली পেলাম পেয়েছি mila mili abhi
received number' me mein में they sent sms text message jo mujhe mujhko mere paas pe par ko to by on from you got gave वो जो मुझे मेरे पास पर भेजा এটাই এটিই সেটা সেটি যে কাছে আমাকে পাঠিয়েছে এসেছিল
`)
/** What a number is said to be when it is no secret. */
export const openNumbers = set(`
order invoice ticket reference ref booking tracking serial policy product sku phone mobile telephone contact call whatsapp price rs inr rupees ₹ amount room flat zip zipcode pincode postal batch po awb consignment complaint employee
lead case model part item receipt bill gst gstin hsn extension ext
ऑर्डर इनवॉइस टिकट रेफरेंस बुकिंग फोन मोबाइल रुपये पिनकोड शिकायत बिल অর্ডার ইনভয়েস টিকিট রেফারেন্স বুকিং ফোন মোবাইল টাকা পিনকোড অভিযোগ বিল
`)
/** Words that say a card is spoken of. */
export const cardCues = set('card cards visa mastercard rupay amex debit credit cvv कार्ड কার্ড কার্ডের কার্ডটার কার্ডে')
/** Words that ask for the last day of a card. */
export const expiryCues = set('expiry expires expiration exp expire valid validity thru एक्सपायरी वैलिड মেয়াদ এক্সপায়ারি এক্সপায়ারি মেয়াদ এক্সপায়ার एक्सपायर समाप्ति expiring')
/** What may follow "password is" without being one. */
export const noPassword = set(`
wrong incorrect not expired weak required reset forgotten the a an too invalid correct same different strong changed working needed being case sensitive locked lost my your what how why very no
unknown missing secret safe old new hidden blank empty kya galat sahi bhool bhul क्या गलत सही भूल নয় কী কি ভুল ঠিক
`)
