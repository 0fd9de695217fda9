import type { Category } from '@myna/contracts/knowledge'

/** Words and phrases (up to three words, lower case) that speak for a category, by weight; the plural and other forms stand beside them. */
export const categoryCues: Record<Category, Record<1 | 2 | 3, string>> = {
  business_information: {
    3: `
      contact us|contact details|opening hours|business hours|working hours|office hours|store hours|hours of operation|our location|our locations|
      our address|head office|registered office|visit us|find us|get in touch|reach us|timings|follow us|संपर्क|पता|समय|खुलने का समय|कार्य समय|फ़ोन|
      फोन|कार्यालय|যোগাযোগ|ঠিকানা|সময়সূচি|খোলার সময়|কার্যালয়|ফোন|samay|pata`,
    2: `
      address|location|locations|located|showroom|showrooms|branch|branches|phone|telephone|email|e mail|fax|whatsapp|mobile|landmark|parking|
      directions|map|opening times|open daily|monday to|monday|tuesday|wednesday|thursday|friday|saturday|sunday|round the clock|सोमवार|रविवार|
      শুক্রবার|শনিবার|শাখা|মোবাইল|ইমেইল|ईमेल|मोबाइल|शाखा`,
    1: `
      office|hours|open|closed|floor|near|opposite|road|street|city|website|contact|call|who we are|about|about us|owner|team|staff|employees|
      customers served|clients|projects completed|हमारे बारे में|আমাদের সম্পর্কে|मालिक|মালিক`,
  },
  products_services: {
    3: `
      our services|our products|services offered|what we do|what we offer|service list|our specialties|our solutions|treatments|our treatments|
      our menu|our work|departments|हमारी सेवाएं|हमारी सेवाएँ|सेवाएं|सेवाएँ|उत्पाद|আমাদের সেবা|সেবাসমূহ|সেবা|পণ্য|পণ্যসমূহ|hamari sevayen`,
    2: `
      services|service|products|product|treatment|treatments|we offer|we provide|we specialise|we specialize|we sell|we install|specialises|
      specializes|menu|packages|solutions|catering|delivery|installation|repair|repairs|consultation|surgery|therapy|massage|facial|rental|hire|tours|
      rides|इलाज|मरम्मत|सुविधा|सुविधाएं|हम प्रदान करते|চিকিৎসা|মেরামত|সুবিধা|আমরা দিই`,
    1: `
      offer|offers|offering|provide|provides|available|range|collection|custom|customised|customized|professional|experts|specialist|features|
      facilities|amenities|rooms|dishes|cleaning|design|transport|wedding|weddings|events|corporate|residential|commercial|सेवा|बिक्री|বিক্রি`,
  },
  support_faq: {
    3: `
      faq|faqs|frequently asked|frequently asked questions|help centre|help center|customer support|customer service|customer care|technical support|
      troubleshooting|अक्सर पूछे जाने|अक्सर पूछे जाने वाले|सवाल जवाब|প্রশ্নোত্তর|সচরাচর জিজ্ঞাসা|সাধারণ জিজ্ঞাসা|জিজ্ঞাসা`,
    2: `
      help desk|helpdesk|helpline|support|questions|q a|how do i|how can i|can i|do you|what is|सहायता|मदद|प्रश्न|সহায়তা|প্রশ্ন|sahayata|madad`,
    1: 'help|question|query|queries|ask|answer|answers|skype|live chat',
  },
  company_history: {
    3: `
      our story|our history|company history|history|founded|founded in|established|established in|our journey|milestones|since 1|about our company|
      family owned|owned and operated|our heritage|स्थापना|स्थापित|इतिहास|हमारी कहानी|প্রতিষ্ঠিত|প্রতিষ্ঠা|ইতিহাস|আমাদের গল্প|sthapna`,
    2: `
      founder|founders|inception|began|started|originally|decades|generation|generations|heritage|legacy|years of experience|since|mission|vision|
      our mission|our vision|core values|our values|संस्थापक|वर्षों|প্রতিষ্ঠাতা|বছর ধরে|लक्ष्य|লক্ষ্য`,
    1: 'years|journey|tradition|passion|family|story|owner|director|milestone|grew|acquired|opened',
  },
  policies: {
    3: `
      policy|policies|refund policy|return policy|returns policy|cancellation policy|cancellation|cancellations|shipping policy|warranty|warranties|
      guarantee|money back|refund|refunds|exchange policy|rescheduling|house rules|late fee|no show|restocking fee|re stocking fee|वापसी|रिफंड|रद्द|
      रद्दीकरण|वारंटी|गारंटी|नीति|ফেরত|রিফান্ড|বাতিল|ওয়ারেন্টি|গ্যারান্টি|নীতি|নীতিমালা|warranty hai|wapsi`,
    2: `
      return|returned|returns|exchange|exchanges|cancel|cancelled|canceled|reschedule|non refundable|refundable|within days|deposit|check in|
      check out|not allowed|not permitted|pets|smoking|delivery policy|shipping|responsible for|बदली|নিয়ম|नियम|শর্ত`,
    1: `
      terms|conditions|penalty|liability|customer responsibility|late|must|eligible|covered|defects|defective|shipping charges|शर्तें`,
  },
  processes_procedures: {
    3: `
      how it works|how to book|how to order|how to apply|booking process|our process|steps|step 1|step one|procedure|admission process|
      application process|ordering process|how to reach|प्रक्रिया|कैसे बुक करें|कैसे करें|आवेदन प्रक्रिया|প্রক্রিয়া|কিভাবে|কীভাবে|ধাপ|
      kaise book karein|kaise karein`,
    2: `
      step|process|book|booking|appointment|appointments|book online|book your|to book|schedule|register|registration|fill out|fill in|submit|
      request form|apply|documents required|place an order|reservation|reservations|walk in|walk ins|अपॉइंटमेंट|बुकिंग|पंजीकरण|दस्तावेज़|
      অ্যাপয়েন্টমেন্ট|বুকিং|নিবন্ধন|বুক করুন`,
    1: `
      click|button|form|first|then|next|after|before|bring|prepare|confirm|confirmation|online|download|upload|turnaround|working days|business days|
      packing|obtain|issued`,
  },
  events_news: {
    3: `
      news|latest news|events|upcoming events|press release|press releases|announcement|announcements|newsletter|blog|समाचार|कार्यक्रम|आयोजन|खबर|
      সংবাদ|খবর|অনুষ্ঠান|ঘোষণা|নোটিশ`,
    2: `
      event|workshop|webinar|exhibition|festival|launch|launched|holiday notice|notice|notices|we are closed on|conference|meetup|concert|सूचना|উৎসব`,
    1: `
      announces|announced|coming soon|save the date|date|venue|posted|celebration|celebrates|award ceremony|new year|diwali|eid|durga puja|christmas`,
  },
  technical_specs: {
    3: `
      specifications|specification|technical specifications|tech specs|technical data|datasheet|data sheet|dimensions|features and specifications|
      तकनीकी विवरण|विशिष्टताएं|স্পেসিফিকেশন|কারিগরি তথ্য`,
    2: `
      resolution|voltage|power consumption|capacity|weight|width|height|thickness|material|model|model no|dimension|inch|inches|mm|cm|kg|watt|watts|
      kw|hp|rpm|ghz|gb|ram|processor|battery|touchscreen|touch screen|lcd|led|brightness|aspect ratio|compatible|compatibility|material used|species|
      grade`,
    1: `
      size|sizes|speed|type|series|monitor|display|panel|interface|hdmi|usb|litre|liter|litres|technology|technologies|motor|pressure|temperature`,
  },
  pricing_billing: {
    3: `
      price|prices|pricing|price list|price per|rates|rate card|tariff|fees|fee structure|our rates|charges|cost|costs|payment methods|
      payment options|modes of payment|billing|emi|free estimate|कीमत|कीमतें|मूल्य|मूल्य सूची|शुल्क|दर|दरें|फीस|भुगतान|মূল্য|মূল্য তালিকা|দাম|ফি|খরচ|
      ভাড়া|পেমেন্ট|kimat|daam|kiraya|fees kitni`,
    2: `
      per hour|per day|per month|per night|per person|per km|per session|per sq|starting from|starting at|onwards|from rs|inclusive of|gst extra|
      plus gst|plus tax|credit card|credit cards|debit card|upi|paypal|cash|bkash|net banking|insurance|deposit|invoice|quote|quotes|estimate|fare|
      fares|payment|pay|fee|amount|रुपये|रु|টাকা|नकद|নগদ|বিকাশ`,
    1: 'free|discounted|rs|inr|usd|taxes|tax|extra|monthly|annual|yearly|total|minimum|surcharge|labor|labour|paid',
  },
  inventory_stock: {
    3: `
      our fleet|fleet|in stock|out of stock|stock|inventory|available models|catalogue|catalog|brands we carry|brands we sell|shop by|manufacturers|
      स्टॉक|उपलब्धता|স্টক|মজুদ|বহর|gaadiyan|gadiyan`,
    2: `
      brands|brand|models|seater|seaters|available in|sizes available|colours available|colors available|varieties|best sellers|best seller|
      new arrivals|sold out|discontinued|vehicle|vehicles|cars|sedan|suv|quantity|मॉडल|ब्रांड|মডেল|ব্র্যান্ড|গাড়ি|गाड़ियां`,
    1: 'select|collection|range|variety|types|units|pieces|warehouse|hardwood|laminate|tile|carpet|sku|colour|color',
  },
  legal_compliance: {
    3: `
      privacy policy|terms and conditions|terms of service|terms of use|disclaimer|gstin|gst number|gst no|cin|registration number|registration no|
      license number|licence number|license no|licence no|trade licence|trade license|fssai|legal notice|imprint|gdpr|hipaa|data protection|गोपनीयता|
      कानूनी|लाइसेंस|पंजीकरण संख्या|গোপনীয়তা|আইনি|লাইসেন্স|নিবন্ধন নম্বর`,
    2: `
      licensed|licence|license|registered|regulated|compliance|liability|governing law|jurisdiction|personal data|personal information|cookies|bonded|
      insured|indemnify|copyright|trademark|vat|tin|ein|pan|udyam|msme|dgda|bmdc|npi|intellectual property|third parties|bankruptcy|agreement|seller|
      buyer`,
    1: 'law|legal|rights|act|regulation|regulations|authority|terms|court|consent|privacy|notice',
  },
  partnerships: {
    3: `
      our partners|partner with us|become a partner|partnership|partnerships|partnering|partner form|franchise|franchisee|dealership|become a dealer|
      distributor|distributors|affiliate|affiliates|vendor registration|careers|join our team|join us|work with us|we are hiring|vacancies|charity|
      giving back|sponsors|साझेदारी|फ्रेंचाइज़ी|करियर|नौकरी|অংশীদার|ফ্র্যাঞ্চাইজি|ক্যারিয়ার|চাকরি`,
    2: `
      partner|partners|brands that trust|our clients|trusted by|associates|collaboration|collaborate|reseller|resellers|career|job|jobs|hiring|
      vacancy|driver form|sponsor|donate|donation|non profit|community program|strategic partnerships|भर्ती|নিয়োগ`,
    1: 'associated|network|supplier|suppliers|corporate partners|empanelled|tie up|tie ups|community|resume|cv|apply',
  },
  marketing_promotions: {
    3: `
      offer of|special offer|special offers|limited time|promo code|coupon|coupon code|promotion|promotions|discount|discounts|sale|flash sale|
      gift card|gift cards|gift voucher|loyalty|referral|refer a friend|deal|deals|छूट|ऑफर|विशेष छूट|অফার|ছাড়|বিশেষ ছাড়|chhoot`,
    2: `
      off|save|cashback|buy one|free gift|combo|festive offer|subscribe|reward|rewards|voucher|best price|lowest price|discount prices|why choose us|
      why us`,
    1: `
      today|hurry|exclusive|best|guaranteed|trusted|leading|premium|quality|affordable|reliable|satisfaction|save a lot|satisfied|comfortable|safe|
      experience`,
  },
  training_education: {
    3: `
      courses|course|training|classes|class schedule|syllabus|curriculum|admission|admissions|certification course|batch|batches|tutorial|tutorials|
      workshops|lessons|academy|coaching|tuition|पाठ्यक्रम|प्रशिक्षण|कोर्स|कक्षाएं|प्रवेश|কোর্স|প্রশিক্ষণ|ক্লাস|ভর্তি|পাঠ্যক্রম`,
    2: `
      students|student|teacher|teachers|faculty|instructor|instructors|learn|learning|exam|exams|degree|diploma|semester|school|college|internship|
      beginner|beginners|guide|how to|छात्र|शिक्षक|শিক্ষক|শিক্ষার্থী|ছাত্র`,
    1: 'education|skills|study|duration|level|trainer|trainers|class|tips|benefits of',
  },
  quality_standards: {
    3: `
      iso 9001|iso certified|iso|certified|certification|certifications|accredited|accreditation|quality assurance|quality control|quality standards|
      safety standards|hygiene|fssai licensed|nabh|nabl|ce marked|ul listed|गुणवत्ता|प्रमाणित|प्रमाणपत्र|মান নিয়ন্ত্রণ|গুণমান|সনদ|সনদপ্রাপ্ত`,
    2: `
      award|awards|award winning|quality|standards|standard|tested|inspected|sterilised|sterilized|sanitised|organic|halal|eco friendly|energy star|
      safety|best practices|background checked|verified|पुरस्कार|পুরস্কার`,
    1: 'certificate|approved|compliant|excellence|trained|experienced|original|genuine|durable|hygienic',
  },
  feedback_reviews: {
    3: `
      testimonial|testimonials|reviews|review|what our clients say|what our customers say|what people say|what our clients|client says|
      customer reviews|google reviews|rating|ratings|happy customers|feedback|प्रशंसापत्र|समीक्षा|समीक्षाएं|ग्राहक क्या कहते|प्रतिक्रिया|
      গ্রাহকদের মতামত|মতামত|রিভিউ|পর্যালোচনা`,
    2: `
      stars|star rating|highly recommend|recommend them|would recommend|recommended|thank you|thanks to|satisfied customers|satisfaction rate|
      outstanding|exceeded my expectations|i was|we were|my husband|my wife|my family`,
    1: 'amazing|wonderful|great job|excellent|awesome|i|my|loved|happy|pleased|professional|friendly',
  },
  emergency_contact: {
    3: `
      emergency|emergencies|emergency contact|emergency number|24 hour emergency|24x7 emergency|ambulance|after hours|urgent care|hotline|poison|
      crisis|breakdown|roadside assistance|आपातकालीन|आपातकाल|इमरजेंसी|एम्बुलेंस|জরুরি|জরুরী|জরুরি যোগাযোগ|অ্যাম্বুলেন্স|apatkal`,
    2: '24 7|24x7|24 hours|urgent|helpline|same day|dial|fire|police|first aid|तुरंत|২৪ ঘণ্টা|24 घंटे|২৪ ঘন্টা',
    1: 'immediately|round the clock|night|accident|critical',
  },
  custom_business_logic: {
    3: `
      minimum order|minimum order quantity|moq|minimum booking|service area|areas we serve|areas served|service areas|delivery area|delivery areas|
      we deliver to|eligibility|eligible|advance notice|cut off time|lead time|न्यूनतम ऑर्डर|सेवा क्षेत्र|ন্যূনতম অর্ডার|সার্ভিস এলাকা|ডেলিভারি এলাকা`,
    2: `
      minimum|maximum|at least|up to|only for|not available|advance|prior notice|in advance|limit|limited to|serving|surrounding areas|
      contiguous states|nationwide|pan india|home delivery|across india|depends on|rules`,
    1: 'required|requirement|requirements|conditions apply|unless|except|if you live|outside',
  },
}

/** What parts of an address path speak for, as patterns over the path in lower case. */
export const pathCues: [pattern: RegExp, category: Category, weight: number][] = [
  [/contact|location|branch|reach|find-us|hours/, 'business_information', 1.5],
  [/service|product|treatment|menu|shop|solution|department|package|room/, 'products_services', 1.5],
  [/faq|help|support|question/, 'support_faq', 2],
  [/about|history|story|who-we-are|company|mission/, 'company_history', 1.2],
  [/polic|return|refund|warrant|shipping|cancel/, 'policies', 2.5],
  [/process|how-it-works|how-to|booking|appointment|procedure|admission/, 'processes_procedures', 1.5],
  [/news|event|blog|press|notice|announce/, 'events_news', 1.5],
  [/spec|technical|datasheet/, 'technical_specs', 2],
  [/pric|rate|fee|tariff|cost|plan|billing|payment/, 'pricing_billing', 2.5],
  [/fleet|inventory|stock|catalog|brand/, 'inventory_stock', 2],
  [/privacy|terms|legal|disclaimer|compliance|imprint/, 'legal_compliance', 3],
  [/partner|franchise|career|job|dealer|affiliate|vendor/, 'partnerships', 2],
  [/offer|promo|deal|discount|coupon/, 'marketing_promotions', 2],
  [/course|training|class|academy|learn|curriculum|program/, 'training_education', 2],
  [/quality|certif|standard|award|accredit/, 'quality_standards', 2],
  [/testimonial|review|feedback|rating/, 'feedback_reviews', 3],
  [/emergency|urgent/, 'emergency_contact', 2.5],
]

/** What a labelled fact speaks for. */
export const labelCues: Record<string, [category: Category, weight: number][]> = {
  phone: [['business_information', 8]],
  email: [['business_information', 8]],
  address: [['business_information', 8]],
  opening_hours: [['business_information', 8]],
  social: [['business_information', 7]],
  languages: [['business_information', 6]],
  person: [['business_information', 5]],
  founded: [['company_history', 8]],
  slogan: [['marketing_promotions', 6]],
  price: [['pricing_billing', 8]],
  payment: [['pricing_billing', 8]],
  warranty: [['policies', 8]],
  returns: [['policies', 8]],
  cancellation: [['policies', 8]],
  shipping: [['policies', 8]],
  registration: [['legal_compliance', 8]],
  certification: [['quality_standards', 8]],
  area_served: [['custom_business_logic', 8]],
  minimum_order: [['custom_business_logic', 8]],
  capacity: [['inventory_stock', 7]],
  rating: [['feedback_reviews', 8]],
  event: [['events_news', 8]],
  emergency_phone: [['emergency_contact', 12]],
  owner: [['company_history', 6]],
  years_in_business: [['company_history', 8]],
  insurance: [['pricing_billing', 6]],
  free_estimate: [['pricing_billing', 6]],
  fax: [['business_information', 8]],
  whatsapp: [['business_information', 8]],
  link: [['processes_procedures', 3]],
  description: [['business_information', 4]],
  offer: [['products_services', 5]],
}
