/** How the four languages ask: by who, when, where, how, and for a yes or a no. */
export const patterns = {
  who: /\bwho(?:m|se)?\b|कौन(?!\s?-?\s?स[ाीे])|किसका|किसकी|किसके|किसने|\bkaun(?!\s?-?\s?s[aie])\b|\bkis(?:ka|ki|ke|ne)\b|(?:^|\s)কে(?=[\s?।]|$)|(?:^|\s)কার(?=[\s?।]|$)|কারা/i,
  when: /^(?!\W*(?:what|which|how|who|where|do|does|did|is|are|can|could|will|would|should|may)\b.*\bwhen (?:i|we|you|my|our|the|they|he|she|it|\w+ing)\b).*\bwhen\b|\bwhat (?:time|date|year)\b|\bwhich (?:year|date|month)\b|\bsince when\b|\bin what year\b|(?:^|\s)कब|कितने बजे|\bkitne baje\b|কটার (?:পর|আগে|মধ্যে)|किस साल|किस वर्ष|किस तारीख|\bkab\b|\bkis saal\b|(?:^|\s)কবে|কখন|কোন সালে|কত সালে|ক'?টা(?:[যয]|\s?(?:পর্যন্ত|অব্দি|থেকে|বাজে))/i,
  where: /\bwhere\b|(?:^|\s)कह(?:ां|ाँ)|किधर|किस जगह|\bkahan?\b|\bkidhar\b|\bkis jagah\b|কোথা[যয]|কোন জায়গায়|\bkothay\b/i,
  howMuch: /\bhow much\b|(?:^|\s)कितन[ेीा]|\bkitn[aei]+\b|(?:^|\s)কত|(?:^|\s)ক['’]?(?:দিন|জন|মাস|ঘণ্টা|ঘন্টা|বছর)(?=[\s?।]|$)|\bkoto\b/i,
  howMany:
    /\bhow many\b|\bnumber of\b|(?:^|\s)कितन[ेी](?!\s(?:बजे|बजे तक|का|की|के|में|पैसे|रुपये|रुपए|दिन|समय|देर|घंट))|\bkitn[ei]\b(?!\s(?:baje|ka|ki|ke|mein|me|paise|rupaye|rupay|din|samay|der|ghante|time))|(?:^|\s)ক['’]?জন(?=\s)|কটি(?=\s)|কটা(?=\s)|কতগুলো|কতজন|কয়টি|কয়টা|কয়জন|কতগুলি|কয়টি|কয়টা|কত\s?জন|কতটি/i,
  often: /\bhow (?:often|frequently)\b|कितनी बार|\bkitni baar\b|কতবার|কত বার/i,
  which: /\bwhich\b|\bwhat\b|कौन\s?-?\s?स[ाीे]|किन|\bkaun\s?-?\s?s[aie]\b|\bkya kya\b|क्या-क्या|क्या क्या|কোন|কী কী|কি কি|\bkon\b/i,
  how: /\bhow\b(?! (?:much|many|long|far|big|old|often|fast|soon|large|high|tall|deep|wide|heavy|quickly|late|early))|(?:^|\s)कैसे|\bkaise\b|কীভাবে|কিভাবে|কি ভাবে/i,
  why: /\bwhy\b|(?:^|\s)क्यों|\bkyu+n?\b|\bkyon\b|(?:^|\s)কেন(?=[\s?।]|$)/i,
  duration:
    /\bhow (?:long|soon|quickly)\b|\bhow fast (?!is|are)|\bwithin how (?:many|long)\b|\bhow many (?:working |business )?(?:days|hours|weeks|months|years|minutes)\b|\bwhat (?:is the )?(?:duration|lead time|turnaround|validity)\b|कितने (?:दिन|घंट|समय|हफ्त|महीन|साल|मिनट|देर|वक्त)|कितना समय|कितनी देर|\bkitn[ae] (?:din|ghante|samay|time|hafte|mahine|saal|minute|der)\b|\bkitni der\b|কত(?:টা)?\s?(?:দিন|ক্ষণ|সময়|সময়|ঘণ্টা|ঘন্টা|মাস|বছর|মিনিট|সপ্তাহ)|কতদিন|কতক্ষণ|কত(?:টা)? আগে|कितना पहले|कितने पहले|\bkitn[ae] pehle\b|\bhow (?:early|far (?:ahead|in advance)|much notice)\b|(?:^|\s)ক['’]?\s?(?:দিন|মাস|ঘণ্টা|ঘন্টা|বছর|মিনিট|সপ্তাহ)/i,
  percent:
    /\b(?:interest rate|rate of interest)\b|ब्याज[^?]*कितन|कितन\S* (?:\S+ )?ब्याज|\bbyaa?j\b[^?]*kitn|\bkitn\w+ (?:\w+ )?byaa?j|(?:^|\s)সুদ(?:ের)?\s[^?]*কত|কত\S* (?:\S+ )?সুদ(?=[\s?।]|$)|\b(?:what|kitn[ae]) percent(?:age)?\b|\bwhat (?:share|proportion) of\b|\bhow much (?:discount|interest)\b|\bwhat (?:discount|interest)\b|प्रतिशत|\bpratishat\b|শতাংশ/i,
  size: /\bhow fast (?:is|are)\b|\bhow (?:big|large|tall|high|wide|deep|heavy|far|old)\b/i,
  procedure:
    /\bhow (?:do|can|should|may|would|could|to)\b|\bwhat (?:do|should|must) (?:i|we) (?:do|need|bring|have)\b|\bsteps?\b|\bprocess\b|\bprocedure\b|\bwhat happens\b/i,
  polarStart:
    /^(?:and |so |but |also |ok |okay |hi |hello |please |can you tell me if |tell me if |do you know if )*(?:do|does|did|is|are|was|were|can|could|will|would|have|has|may|should|shall|am|isn't|aren't|don't|doesn't|can't)\b/i,
  polarHindi: /^क्या\b|^क्या\s|\sक्या\s?[?।]?$|\sहै क्या|\sहैं क्या/,
  polarHinglish:
    /^kya\b|\bkya\s?[?.]?$|\bhai kya\b|\b(?:sakta|sakte|sakti) (?:hu|hoon|hun|hain|hai|h)\s?\??$|\b(?:milta|milti|milega|milegi|lete|dete|karte) (?:hai|hain|ho|h)\s?\??$/i,
  polarBengali: /(?:^|\s)কি(?=[\s?।,]|$)|\bki\b/,
  list: /^(?:list|name|tell me)\b(?!.*\bname of\b)|\bwhat are (?:all )?(?:the|your)\b|\bwhat (?:kinds?|types?|sorts?|all)\b|\bwhich (?!(?:number|email|e-mail|phone|address|year|day|date|one)\b)\w+(?:\s\w+){0,3}\s(?:do|are|can|have|does)\b|\bwhat \w+(?:\s\w+){0,2} (?:do|are|can) (?:you|available|i)\b|कौन\s?-?\s?से|क्या-क्या|क्या क्या|\bkaun\s?-?\s?s[ei]\b|\bkya kya\b|কী কী|কি কি|কোন কোন|কোনগুলো/i,
  most: /\b(?:largest|biggest|maximum|most expensive|highest|longest|max|greatest|tallest|costliest|newest|latest closing|heaviest|fastest|strongest|dearest|priciest|bigger|larger|longer|heavier|costlier|dearer|faster|higher|taller|roomier|(?:which|who)\b[^?]*\bmore|(?:has|have|gives?|offers?|with|takes?|holds?) (?:the )?(?:more|most))\b|(?:सबसे|कौन\S*|में) (?:(?:सा|सी|से) )?(?:\S+ )?(?:बड़|ज्यादा|ज़्यादा|महंग|ऊंच|लंब|भारी|तेज)|अधिकतम|\b(?:sabse|kaun\s?s[aie]|kaun|mein) (?:\w+ )?(?:bada|badi|bade|zyada|jyada|mehng|mahang|lamb|bhari|tez)|কোন\S* (?:\S+ )?(?:বড়|বড়|বেশি|দামি|দামী|ভারী)|সবচেয়ে (?:বড়|বেশি|দামি|দামী)|সবচেয়ে (?:বড়|বেশি|দামি|দামী)|সর্বোচ্চ|সর্বাধিক/i,
  least:
    /\b(?:smallest|cheapest|minimum|lowest|shortest|least expensive|min|cheaper|smaller|shorter|lighter|lightest|lower|slowest|quickest|less|fewer|fewest|least|starting price|starts? (?:at|from))\b|(?:सबसे|कौन\S*|में) (?:(?:सा|सी|से) )?(?:\S+ )?(?:छोट|कम|सस्त|हल्क)|न्यूनतम|\b(?:sabse|kaun\s?s[aie]|kaun|mein) (?:\w+ )?(?:chhot|chot|kam|sast|halk)|কোন\S* (?:\S+ )?(?:ছোট|কম|সস্তা|হালকা)|সবচেয়ে (?:ছোট|কম|সস্তা)|সবচেয়ে (?:ছোট|কম|সস্তা)|সর্বনিম্ন|ন্যূনতম/i,
}
