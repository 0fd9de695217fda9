/**
 * Money, time, terms and people: English words that mean nearly the same, after `>` words that speak of it but do not mean it, then the words for it in Hindi,
 * Hindi in Latin letters and Bengali; `_` joins a phrase.
 */
export const matterGlosses = `
owner proprietor > founder opened_by started_by founded_by owned_by run_by | मालिक मालकिन स्वामी संचालक malik malkin sanchalak মালিক মালকিন কর্ণধার
waive waived free no_charge | माफ़ माफ maaf maf মকুব মাফ ছাড়া
advice advise counselling consultation guidance counsel | सलाह परामर्श मशविरा salah salaah paramarsh পরামর্শ উপদেশ
success successful pass | सफलता सफल कामयाबी safalta saphalta সাফল্য সাফল্যের সফলতা
reject refuse refusal decline deny denied unsuccessful | अस्वीकार खारिज रिजेक्ट नामंज़ूर reject khaarij বাতিল প্রত্যাখ্যান নামঞ্জুর রিজেক্ট
retainer deposit advance down_payment booking_amount token | एडवांस बयाना पेशगी अग्रिम advance bayana peshgi অগ্রিম বায়না আগাম অ্যাডভান্স
reserve reserves secure hold block confirm | पक्की पक्का आरक्षित रिज़र्व pakki reserve aarakshit সংরক্ষণ নিশ্চিত পাকা
balance remaining outstanding > rest due | बाकी बाक़ी शेष बकाया baaki baki bakaya shesh বাকি অবশিষ্ট বকেয়া
fine penalty late_fee surcharge charged | जुर्माना दंड पेनल्टी jurmana dand penalty জরিমানা দণ্ড ফাইন
instalment installments spread parts emi monthly_payment | किस्त किश्त किस्तों किश्तों ईएमआई kist kisht kishton kiston emi কিস্তি কিস্তিতে ইএমআই
waiver concession rebate reduction discount off less | रियायत छूट कटौती riyayat chhoot chhut chhoot ছাড় রেয়াত কনসেশন
benefit perk advantage gain > free | फ़ायदा फायदा लाभ fayda faida laabh labh লাভ সুবিধা উপকার
wage labour workmanship making service_charge | मज़दूरी मजदूरी मेहनताना mazdoori majdoori mehnatana মজুরি পারিশ্রমিক
salary stipend wages | वेतन तनख्वाह सैलरी vetan tankhwah salary বেতন মাইনে মাহিনা
receipt bill invoice slip | रसीद पर्ची बिल raseed rasid parchi bill রসিদ রশিদ বিল চালান
debt loan credit borrow | उधार कर्ज़ कर्ज udhaar udhar karz karj ধার ঋণ বাকিতে
bargain negotiate fixed_price | मोलभाव मोल-भाव molbhav mol-bhav দরদাম দরাদরি
guarantee guaranteed warranty warranted promise | गारंटी वारंटी guarantee guaranty गारण्टी গ্যারান্টি ওয়ারেন্টি
validity valid expire expiry lasts | वैध मान्य मियाद वैधता vaidh maanya miyaad মেয়াদ বৈধ মেয়াদ
period duration term tenure length | अवधि मियाद avadhi अवधी সময়সীমা মেয়াদ স্থায়িত্ব
contract agreement > term tenure | अनुबंध करार ठेका कॉन्ट्रैक्ट anubandh karar contract চুক্তি চুক্তির কন্ট্রাক্ট
renew renewal renews extend | नवीनीकरण रिन्यू naveenikaran renew নবায়ন পুনর্নবীকরণ রিনিউ
deadline last_date due by closes | अंतिम आखिरी antim aakhri akhri শেষ অন্তিম
weekend saturday sunday | वीकेंड शनिवार-रविवार weekend সপ্তাহান্ত উইকেন্ড
fortnight two_weeks every_two_weeks biweekly | पखवाड़ा pakhwada পাক্ষিক
quarterly every_three_months | तिमाही त्रैमासिक timahi ত্রৈমাসিক
annual yearly a_year per_year every_year | सालाना वार्षिक salana saalana varshik বার্ষিক বছরে সালানা
monthly per_month a_month every_month | मासिक माहवार महीने maasik mahine মাসিক মাসে
weekly every_week a_week | साप्ताहिक हफ़्ते हफ्ते saptahik hafte haftewar সাপ্তাহিক সপ্তাহে
daily every_day | रोज़ रोज रोज़ाना roz rozana রোজ প্রতিদিন দৈনিক
noon midday lunch_time | दोपहर dopahar dopaher দুপুর দুপুরে মধ্যাহ্ন
midnight late_night | आधी_रात मध्यरात्रि aadhi_raat মাঝরাত মধ্যরাত
early ahead before advance beforehand prior | पहले पूर्व pehle pahle আগে পূর্বে আগেভাগে
late delay after overdue | देर विलंब देरी der deri late দেরি দেরিতে বিলম্ব
immediately instant same-day urgent at_once | तुरंत फ़ौरन फौरन तत्काल turant fauran tatkaal তৎক্ষণাৎ এখনই সঙ্গে_সঙ্গে
monsoon rain rainy | बरसात बारिश मानसून barsat barsaat baarish barish বর্ষা বর্ষাকাল বৃষ্টি
both two | दोनों दोनो dono donon দুটো দুই উভয় দুটোই
half 50% | आधा आधी आधे aadha aadhi aadhe অর্ধেক আধা
double twice two_times | दुगना दोगुना dugna doguna দ্বিগুণ দুইগুণ
whole full complete entire | पूरा पूरी समूचा poora puri pura পুরো সম্পূর্ণ গোটা
each per apiece every | प्रति हर prati har প্রতি প্রত্যেক
pair couple two | जोड़ी जोड़ा jodi joda জোড়া জুটি যুগল
person people head | व्यक्ति जन आदमी vyakti aadmi জন ব্যক্তি মাথাপিছু
minimum least at_least | कम_से_कम न्यूनतम kam_se_kam কমপক্ষে অন্তত ন্যূনতম
maximum most up_to at_most | ज़्यादा_से_ज़्यादा अधिकतम zyada_se_zyada সর্বোচ্চ সর্বাধিক
chief head lead senior main principal | प्रमुख मुख्य मुखिया pramukh mukhya প্রধান মুখ্য
incharge responsible supervisor manager looks_after | इंचार्ज प्रभारी ज़िम्मेदार incharge prabhari zimmedar দায়িত্ব দায়িত্বে ইনচার্জ ভারপ্রাপ্ত
warden caretaker matron | वार्डन warden ওয়ার্ডেন তত্ত্বাবধায়ক
guard watchman security | पहरेदार चौकीदार गार्ड सुरक्षाकर्मी pahredar chowkidar guard পাহারাদার দারোয়ান প্রহরী নিরাপত্তারক্ষী
technician mechanic engineer repairman workman | कारीगर मिस्त्री तकनीशियन karigar kaarigar mistri technician কারিগর মিস্ত্রি টেকনিশিয়ান
designer stylist design_by | डिज़ाइनर डिजाइनर designer ডিজাইনার
assistant helper attendant | सहायक हेल्पर सहायिका sahayak helper সহকারী সাহায্যকারী
colleague team staff crew | टीम स्टाफ़ सहकर्मी team staff দল কর্মী স্টাফ
trainer coach instructor teacher faculty | प्रशिक्षक कोच सिखाने prashikshak coach প্রশিক্ষক কোচ শিক্ষক
teach taught > teacher instructor | सिखाता सिखाती सिखाते सिखाएगा सिखाएगी sikhata sikhati sikhate sikhayega শেখান শেখায় শেখাবেন পড়ান শেখানো
pupil learner student trainee batch | छात्र विद्यार्थी शिष्य chhatra vidyarthi ছাত্র শিক্ষার্থী পড়ুয়া
beginner beginners newcomer no_experience starter | नौसिखिया शुरुआती नये_सीखने nausikhiya shuruaati naye নতুনদের শিক্ষানবিশ প্রাথমিক
advanced expert experienced | अनुभवी माहिर anubhavi mahir অভিজ্ঞ দক্ষ
qualified trained certified diploma degree | प्रशिक्षित योग्य डिग्री prashikshit yogya degree প্রশিক্ষিত যোগ্য ডিগ্রি প্রশিক্ষণপ্রাপ্ত
licensed certified accredited registered approved | लाइसेंसधारी मान्यता प्रमाणित manyata pramanit স্বীকৃত অনুমোদিত লাইসেন্সপ্রাপ্ত
award prize won recognition | पुरस्कार इनाम puraskar inaam পুরস্কার
daughter > girl child | बेटी लड़की beti ladki মেয়ে কন্যা
son > boy child | बेटा लड़का beta ladka ছেলে পুত্র
boy boys > male men gents | लड़के लड़कों पुरुष ladke ladkon purush ছেলেরা ছেলেদের পুরুষ
girl girls female women ladies > | लड़कियों महिला महिलाओं महिलाएँ स्त्री औरत ladkiyon mahila mahilaon aurat মেয়েরা মেয়েদের মহিলা নারী
mother mum mom > parent parents guardian | माँ मां मम्मी माता maa mummy mammi মা মায়ের মাকে
father dad > parent parents guardian | पिता पापा बाप pita papa বাবা বাবার পিতা
sibling siblings > brother sister | भाई बहन भाई-बहन bhai behen behan ভাই বোন ভাইবোন
friend friends companion > visitor visitors guest | दोस्त मित्र dost mitra বন্ধু বন্ধুরা সঙ্গী
relative relatives > family parent visitor | रिश्तेदार परिजन rishtedar parijan আত্মীয় স্বজন
elderly old_people senior aged pensioner over-60s | बुज़ुर्ग बुजुर्ग वृद्ध bujurg buzurg vriddh বয়স্ক প্রবীণ বৃদ্ধ
infant baby toddler newborn | शिशु नवजात बच्चा shishu navjaat shishu শিশু নবজাতক বাচ্চা
teenager teen youth young | किशोर युवा kishor yuva কিশোর তরুণ
disabled disability wheelchair accessible ramp step-free | दिव्यांग विकलांग divyang viklang প্রতিবন্ধী
pregnant pregnancy expectant expecting trimester | गर्भवती गर्भावस्था garbhvati pregnant গর্ভবতী অন্তঃসত্ত্বা
stranger outsider non-member outside | बाहरी अजनबी bahari ajnabi বাইরের অপরিচিত
charity non-profit nonprofit ngo charitable | धर्मार्थ दान समाजसेवी dharmarth charity দাতব্য সেবামূলক
complain complaint grievance dispute unhappy | शिकायत शिकायतें shikayat shikaayat অভিযোগ নালিশ
problem issue trouble fault defect complaint | दिक्कत परेशानी समस्या खराबी dikkat pareshani samasya kharabi সমস্যা অসুবিধা ঝামেলা
missing lost forgot left_behind | खोया भूल गुम khoya bhool gum হারানো ভুলে হারিয়ে
compulsory mandatory obligatory required optional must | ज़रूरी जरूरी अनिवार्य zaroori jaruri anivarya বাধ্যতামূলক আবশ্যক জরুরি
optional choice voluntary not_compulsory | वैकल्पिक ऐच्छिक vaikalpik aichhik ঐচ্ছিক
cancel cancellation call_off withdraw | रद्द कैंसल radd cancel বাতিল ক্যানসেল
turn_up show_up no-show no-shows absent not_come fail_to_come | नहीं_आए nahi_aaye না_এলে
postpone reschedule move shift later_batch | टालना आगे_बढ़ा टाल sthagit taalna পিছিয়ে স্থগিত পেছানো
pause freeze suspend hold stop | रोक विराम rok pause স্থগিত বিরতি থামানো
leave quit stop drop_out move_out vacate | छोड़ छोड़ूं छोड़ना छोड़ने chhod chhodna chhodne ছাড়া ছেড়ে ছাড়লে ছাড়ার
join enrol enroll admission register sign_up | दाखिला भर्ती प्रवेश नामांकन daakhila dakhila bharti admission ভর্তি নাম_লেখানো যোগ
fail failed fails unsuccessful | फेल असफल fail asafal ফেল ব্যর্থ অকৃতকার্য
certificate diploma | प्रमाणपत्र सर्टिफिकेट praman_patra certificate সার্টিফিকেট শংসাপত্র সনদ
marks score percent grade | अंक नंबर ank marks নম্বর মার্কস
recording recordings video watch_later | रिकॉर्डिंग recording রেকর্ডিং
timetable schedule batch timing | समय-सारणी टाइमटेबल timetable samay-sarini রুটিন সময়সূচি টাইমটেবিল
syllabus curriculum topics covers | पाठ्यक्रम सिलेबस pathyakram syllabus পাঠ্যক্রম সিলেবাস
level > stage grade placement | स्तर लेवल star level স্তর লেভেল
permission consent allowed permit | अनुमति इजाज़त इजाजत anumati ijazat ijaazat অনুমতি সম্মতি
rule rules regulation policy | नियम क़ायदा कानून niyam kayda নিয়ম বিধি কানুন
curfew gate_closes gate closing quiet_hours | कर्फ्यू curfew কারফিউ
visitor visitors guests visit | मुलाक़ाती मिलने मेहमान milne mehmaan দেখা অতিথি দর্শনার্থী
privacy private > alone one-to-one individual | अकेले एकांत निजी akele ekant niji একান্তে একা ব্যক্তিগত গোপনে
group groups batch team | समूह ग्रुप samuh group দল গ্রুপ দলবদ্ধ
headquarters head_office main_office | मुख्यालय mukhyalay প্রধান_কার্যালয় সদর
branch outlet location showroom store | शाखा शाखाएँ ब्रांच shakha branch শাখা ব্রাঞ্চ শোরুম
showroom > shop store outlet | शोरूम showroom শোরুম শো-রুম
nearby near close_by walk minutes | पास नज़दीक नजदीक करीब paas nazdeek kareeb কাছে কাছাকাছি নিকটে
landmark opposite beside behind next_to | पहचान निशानी pehchan nishani চিহ্ন পাশে
storey floor > level | मंज़िल मंजिल तल manzil तल তলা তলায়
elevator lift stairs | लिफ़्ट लिफ्ट lift লিফট
lobby lounge reception waiting_room | लॉबी lobby লবি লাউঞ্জ
vehicle > car bike | वाहन गाड़ी vaahan vahan gaadi gadi গাড়ি যানবাহন বাহন
complimentary free no_charge no_cost | मुफ़्त मुफ्त निःशुल्क फ्री muft nishulk free বিনামূল্যে মাগনা ফ্রি বিনে_পয়সায়
surrounding extra additional separate plus | अलग_से ऊपर_से अतिरिक्त alag_se upar_se atirikt আলাদা অতিরিক্ত বাড়তি
include included includes > inside comes_with gives | शामिल समेत shaamil shamil samet অন্তর্ভুক্ত থাকে ধরা সমেত
original genuine authentic real branded | असली मूल खरा asli asal আসল খাঁটি প্রকৃত
fake artificial imitation synthetic duplicate silk_flowers | नकली बनावटी कृत्रिम nakli naqli banavati নকল কৃত্রিম
old used second-hand previous earlier | पुराना पुरानी पुराने purana purani purane পুরোনো পুরনো পুরাতন
broken damaged faulty torn spoilt | टूटा खराब फटा toota kharab fata ভাঙা খারাপ ছেঁড়া নষ্ট
destroy dispose discard bin get_rid | नष्ट फेंकना nasht phenkna নষ্ট ফেলে
used_up empty finished exhausted | खत्म समाप्त khatm samaapt শেষ ফুরিয়ে
minimum_order smallest_order at_least | न्यूनतम_ऑर्डर minimum_order ন্যূনতম_অর্ডার
quota limit cap restriction | सीमा हद seema had সীমা সীমাবদ্ধ
insurer insurance policy cover mediclaim | बीमा इंश्योरेंस bima insurance বীমা বিমা ইনস্যুরেন্স
claim reimbursement reimburse | दावा क्लेम daava claim দাবি ক্লেম
bring carry | लाना लाने लेकर laana laane lana lekar আনতে নিয়ে সঙ্গে_আনা
dress wear clothing outfit | पहनना पहनकर कपड़े pehenna pehnna kapde পরা পোশাক পরতে পরে
language languages speak spoken speaks | भाषा बोलता बोलती बोलते bhasha bolta bolti bolte ভাষা বলেন কথা_বলেন
nationality foreigner foreign overseas | विदेशी videshi বিদেশি বিদেশী
identity id_proof identification aadhaar passport | पहचान_पत्र आईडी pehchan_patra id পরিচয়পত্র আইডি
age years_old aged minimum_age | उम्र आयु वर्ष umar umr aayu বয়স বয়সী বয়সের
bring_back return give_back exchange buy_back | वापस लौटाना लौटाने wapas vapas lautana ফেরত ফিরিয়ে
exchange swap replace trade_in | बदलना बदलवा अदला-बदली badalna badalwa বদল বদলানো পাল্টানো এক্সচেঞ্জ
replace replacement change new_one | बदलाव बदलने बदलवाने badalne badalwane বদলাতে প্রতিস্থাপন
withdraw remove removing take_out uninstallation uninstall | निकालना हटाना निकलवाना nikalna hatana nikalwana তোলা সরানো খোলা তোলার অপসারণ
install installation fit fitting set_up | लगवाना लगवाने लगाना लगाने बिठाना lagwana lagwane lagana বসানো লাগানো ইনস্টল
order ordering > get | मंगवाना मंगाना मंगवाने मँगवाना mangwana mangwane mangana অর্ডার আনানো আনাতে
upkeep servicing maintenance service tune-up | सर्विसिंग रखरखाव servicing rakhrakhav সার্ভিসিং রক্ষণাবেক্ষণ
collect pick_up fetch collection | ले_जाना उठाना le_jana uthana নিয়ে_যাওয়া তুলে_নেওয়া
drop deliver home_delivery at_your_door | पहुँचाना पहुंचाना छोड़ना pahunchana chhodna পৌঁছে পৌঁছানো
arrive reach be_there come | पहुँचना पहुंचना पहुँच pahunchna pahunch পৌঁছতে পৌঁছনো পৌঁছাতে
wait waiting queue | इंतज़ार इंतजार प्रतीक्षा intezaar intzar অপেক্ষা
work_on handle treat deal > | संभालते देखते sambhalte dekhte সামলান দেখেন
sit > available consult | बैठते बैठती बैठता baithte baithti baithta বসেন বসে
avoid stay_out keep_away not_allowed | बचना परहेज़ परहेज bachna parhez এড়াতে এড়ানো এড়িয়ে পরিহার
recover recovery heal healing resume | ठीक_होना आराम aaram thik_hona সেরে_ওঠা সুস্থ আরোগ্য
grow growth regrow new_growth appear | उगते उगना उगेंगे ugte ugna গজায় গজাবে গজানো
improve result results effect | असर परिणाम नतीजा asar parinaam nateeja ফল ফলাফল প্রভাব
vacancy vacancies job jobs career careers recruit > we_are_hiring | नौकरी भर्ती नौकरियां naukri bharti job চাকরি নিয়োগ শূন্যপদ কাজের_সুযোগ
resume cv biodata | बायोडाटा रिज्यूमे biodata resume বায়োডাটা জীবনপঞ্জি
speed fast bandwidth mbps | गति रफ़्तार स्पीड gati raftaar speed গতি স্পিড
capacity seats hold accommodate | क्षमता समाएंगे kshamta samayenge ধারণক্ষমতা ধরে আঁটে
size dimension measure | आकार नाप साइज़ साइज akaar naap size আকার মাপ সাইজ
weight heavy kilo kg | वज़न वजन भार vazan wajan bhaar ওজন ভার
thickness thick gauge micron | मोटाई motai পুরু ঘনত্ব
width wide broad | चौड़ाई chaudai চওড়া প্রস্থ
rating rated capacity output | रेटिंग rating রেটিং
brand make company_name brands | ब्रांड कंपनी brand company ব্র্যান্ড কোম্পানি
made manufacture produced | बना बनी निर्मित bana bani nirmit তৈরি নির্মিত
established founded started opened > founder founded_by started_by since | स्थापना शुरुआत sthapna shuruaat প্রতিষ্ঠা শুরু স্থাপিত
`
