import { stem } from '@myna/language'

const words = `
apply applies applicable happen happens often filter carry carries reach issue before after second first third next place places send sending exist exists complete completed called name named
originally original real actual actually main different several various main common usual normal normally regular standard general specific certain particular given available availability include includes included including
contain contains comprise consist cover covers covered handle deal deals handle manage managed run runs running arrange organise organize conduct hold perform serve serves served host hosts cater
big large small long short high low good best better nice great well new old quick fast soon late early easy full half whole single double extra further
go going visit come travel receive received receiving show shown showing list listed mention mentioned describe explain share details detail information info answer question query help
thing pair copy copies collection item unit piece stuff department real actual within inside option options choice choices type types kind kinds sort range variety selection category categories
per each every within during until till since ago only just about around approximately roughly near
customer customers client clients user users guest guests caller person people someone anyone everybody individual
company business firm organisation organization website site page shop store office team staff
way method process procedure step steps rule rules
today tomorrow currently present nowadays time times day days week month year years hour hours minute minutes
number total count amount much many more most least less minimum maximum max min
possible able allowed permitted can could should would must need required require necessary want wish like prefer
open start starts begin end ends finish stop last
total overall altogether currently accept accepts take takes support supports
please kindly tell give say speak talk hear learn
long far close deep wide heavy
purchase buy order get have use using used work works working make makes made do does done keep kept
become join
bring fit arrive stay sit stand wait leave reach meet start try choose pick stock available hire fill check ring
full complete whole entire currently available via way ways mode modes system
जगह स्थान सुविधा व्यवस्था तरह तरीका तरीके प्रकार जानकारी डिटेल चीज़ें आईडी अमाउंट मामला मामले हाल बाबत सर मैडम भैया लोगों टोटल सामान्य नॉर्मल आम पूरा पूरे सही ठीक अच्छा बढ़िया करवाने
jagah jagha suvidha subidha vyavastha tarah tareeka tarika tarike prakar jaankari jankari detail details amount bhaiya madam total normal aam poora pura sahi theek accha badhiya wagairah aadi ityadi
জায়গা স্থান সুবিধা ব্যবস্থা সুযোগ ধরন ধরনের রকম রকমের উপায় পদ্ধতি তথ্য বিবরণ আইডি অ্যামাউন্ট দাদা স্যার ম্যাডাম মোট সাধারণ ঠিক ভালো পুরো ইত্যাদি
code कोड কোড
अलग अलग-अलग पक्की पक्का alag pakki pakka আলাদা পাকা
place_spot good_one facility inform oneself
suitable okay alright proper fine
sir madam case cases percent percentage back id ids ahead beforehand
`

const soft = new Set(words.split(/\s+/).filter(Boolean).map(stem))

/** Whether a word says little of what a question is about, so that an answer need not repeat it. */
export const isSoftWord = (word: string): boolean => soft.has(stem(word))
