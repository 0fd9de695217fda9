/** Law, money, offices, houses, schools, travel, carriage and events, in the form of `matterGlosses`. */
export const tradeGlosses = `
affidavit declaration sworn | शपथपत्र हलफनामा shapath_patra halafnama হলফনামা
notary attestation attest notarised | नोटरी सत्यापन notary satyapan নোটারি সত্যায়ন
agreement deed contract document | करारनामा इकरारनामा दस्तावेज़ kararnama ikrarnama dastavez চুক্তিপত্র দলিল
registration register registry | पंजीकरण रजिस्ट्री panjikaran registry নিবন্ধন রেজিস্ট্রি
bail | ज़मानत जमानत zamanat জামিন
arrest custody | गिरफ़्तारी giraftari গ্রেপ্তার
police > fir | पुलिस थाना थाने police thana পুলিশ থানা
court tribunal > judge | न्यायालय nyayalay আদালত
judge | जज न्यायाधीश judge বিচারক
fight case represent appear litigation | पैरवी मुकदमा_लड़ना pairvi mukadma মামলা_লড়া
dispute conflict quarrel mediation | विवाद झगड़ा समझौता vivad jhagda samjhauta বিবাদ ঝগড়া মীমাংসা
marriage_registration court_marriage marriage | विवाह_पंजीकरण कोर्ट_मैरिज court_marriage বিবাহ_নিবন্ধন
alimony maintenance | गुज़ारा_भत्ता gujara_bhatta খোরপোশ
trademark > brand_name | ट्रेडमार्क trademark ট্রেডমার্ক
confidential secret private privacy | गोपनीय गुप्त gopniya gupt গোপনীয় গোপন
account_bank account savings | खाता खाते khata khaata হিসাব অ্যাকাউন্ট
interest rate_of_interest per_cent | ब्याज सूद byaj byaaj sood সুদ
withdraw withdrawal cash_out | निकासी पैसे_निकाल nikasi paise_nikal টাকা_তোলা উত্তোলন
deposit_money pay_in fixed_deposit | पैसे_जमा जमा_करना paise_jama jama_karna টাকা_জমা
submit hand_in deposit | जमा jama জমা
transfer remittance send_money neft imps | पैसे_भेज हस्तांतरण paise_bhej টাকা_পাঠানো স্থানান্তর
cheque check_book | चेक चेकबुक check cheque চেক
passbook statement | पासबुक passbook পাসবই
mortgage home_loan collateral security | गिरवी बंधक girvi bandhak বন্ধক
guarantor surety co-applicant | गारंटर ज़मानतदार guarantor জামিনদার
pension pensioner retired | पेंशन पेंशनभोगी pension পেনশন অবসর
tax > gst income_tax | कर टैक्स tax কর ট্যাক্স
income_tax > tax | आयकर aaykar আয়কর
filing file_return returns | भरना रिटर्न_भरना return_bharna রিটার্ন_দাখিল দাখিল
accounts bookkeeping ledger > audit | हिसाब बहीखाता hisab bahi_khata হিসাবরক্ষণ খাতা
turnover sales revenue | बिक्री कारोबार bikri karobar বিক্রি ব্যবসা
invest investment > mutual_fund shares | निवेश nivesh বিনিয়োগ
inheritance heir nominee | वारिस उत्तराधिकारी नॉमिनी vaaris waris nominee উত্তরাধিকারী নমিনি ওয়ারিশ
government official state municipal | सरकारी शासकीय sarkari সরকারি
officer official clerk | अधिकारी अफसर बाबू adhikari afsar কর্মকর্তা অফিসার
certificate_birth birth_certificate | जन्म_प्रमाण janam_praman জন্ম_শংসাপত্র জন্ম_সনদ
certificate_death death_certificate | मृत्यु_प्रमाण mrityu_praman মৃত্যু_শংসাপত্র
ration_card | राशन_कार्ड ration_card রেশন_কার্ড
driving_licence licence permit | लाइसेंस ड्राइविंग_लाइसेंस licence license লাইসেন্স
voter election | मतदाता वोटर चुनाव matdata voter ভোটার নির্বাচন
scheme subsidy benefit > government | योजना सब्सिडी yojana subsidy প্রকল্প ভর্তুকি
stamp seal stamp_paper | मुहर स्टाम्प muhar stamp সিল মোহর স্ট্যাম্প
signature sign signed | हस्ताक्षर दस्तखत hastakshar dastkhat সই স্বাক্ষর
form application_form | फॉर्म फ़ॉर्म आवेदन form aavedan avedan ফর্ম আবেদনপত্র
photocopy copy xerox | फोटोकॉपी छायाप्रति photocopy xerox ফটোকপি জেরক্স
photograph photo passport_size picture | फोटो तस्वीर photo tasveer ছবি ফটো
original_document originals | मूल_प्रति असली_कागज़ mool_prati asli_kagaz মূল_কপি আসল_কাগজ
paper papers documents document | कागज़ कागज कागज़ात काग़ज़ kagaz kaagaz kagzat কাগজ কাগজপত্র নথি
proof evidence document | सबूत प्रमाण saboot sabut praman প্রমাণ প্রমাণপত্র
application apply applying | आवेदन अर्ज़ी अर्जी aavedan arzi আবেদন দরখাস্ত
eligible eligibility qualify who_can | पात्र योग्यता पात्रता patra yogyata patrata যোগ্য যোগ্যতা যোগ্যতার
exam_fee entrance entrance_test test | प्रवेश_परीक्षा pravesh_pariksha প্রবেশিকা ভর্তি_পরীক্ষা
token queue_number turn | टोकन नंबर_लगाना token টোকেন সিরিয়াল
queue line waiting | कतार लाइन kataar line সারি লাইন
house home | घर मकान ghar makaan বাড়ি গৃহ
bungalow villa | बंगला bungalow বাংলো
flat apartment bhk | फ्लैट अपार्टमेंट flat apartment ফ্ল্যাট অ্যাপার্টমেন্ট
plot land site acre | ज़मीन जमीन भूखंड प्लॉट zameen jameen plot জমি প্লট
broker brokerage agent commission | दलाल दलाली ब्रोकर dalal dalali brokerage দালাল দালালি কমিশন
carpet_area built-up square_feet size | क्षेत्रफल वर्ग_फुट kshetrafal varg_foot বর্গফুট আয়তন
possession handover ready_to_move | कब्ज़ा चाबी_मिलना kabza possession দখল হস্তান্তর
balcony | बालकनी छज्जा balcony বারান্দা ব্যালকনি
furnished furniture semi-furnished | फर्नीचर_वाला सुसज्जित furnished আসবাব_সহ সুসজ্জিত
maintenance_charge society_charge maintenance | रखरखाव_शुल्क मेंटेनेंस maintenance রক্ষণাবেক্ষণ_খরচ
water_supply tank borewell water | पानी_की_आपूर्ति टंकी paani_supply tanki জলের_ব্যবস্থা ট্যাংক
generator | जनरेटर generator জেনারেটর
inverter | इन्वर्टर inverter ইনভার্টার
power_backup > generator inverter | बिजली_जाने bijli_jaane বিদ্যুৎ_গেলে
neighbourhood area locality society | मोहल्ला इलाका इलाक़ा mohalla ilaka পাড়া এলাকা
landlord owner > house | मकानमालिक makan_malik বাড়িওয়ালা
notice_period notice month_notice | नोटिस पूर्व_सूचना notice suchna নোটিশ আগাম_নোটিশ
inform tell notify intimate notice > before | बताना सूचित सूचना batana suchit suchna জানানো জানাতে খবর_দেওয়া
syllabus_board board cbse icse affiliation | बोर्ड सीबीएसई board বোর্ড
principal headmaster head_teacher headmistress | प्रधानाचार्य प्राचार्य हेडमास्टर pradhanacharya principal headmaster প্রধান_শিক্ষক অধ্যক্ষ হেডমাস্টার
school_bus van transport | स्कूल_बस school_bus স্কুল_বাস
homework assignment | गृहकार्य होमवर्क homework বাড়ির_কাজ
holiday_school vacation term_break | गर्मी_की_छुट्टी garmi_ki_chhutti গরমের_ছুটি
class_size strength pupils_per_teacher ratio | बच्चे_एक_कक्षा class_strength ক্লাসে_কতজন
creche daycare nursery playgroup preschool | शिशुगृह बालवाड़ी नर्सरी daycare nursery শিশুসদন ডে_কেয়ার
tuition coaching classes | ट्यूशन कोचिंग tuition coaching টিউশন কোচিং
scholarship merit concession | छात्रवृत्ति वज़ीफ़ा chhatravritti scholarship বৃত্তি স্কলারশিপ
hostel dormitory boarding accommodation | छात्रावास हॉस्टल chhatravas hostel ছাত্রাবাস হোস্টেল
laboratory_school lab labs practical | प्रयोगशाला practical ল্যাব
library > reading_room | पुस्तकालय लाइब्रेरी pustakalay library গ্রন্থাগার পাঠাগার
computer_course coding programming | कंप्यूटर_कोर्स coding কম্পিউটার_কোর্স
placement job_help placed recruiters | प्लेसमेंट नौकरी_दिलाना placement চাকরির_সুযোগ প্লেসমেন্ট
internship trainee apprentice | इंटर्नशिप प्रशिक्षु internship শিক্ষানবিশি
examination_result result pass_rate | परिणाम रिज़ल्ट parinam result ফলাফল রেজাল্ট
uniform dress_code | वर्दी यूनिफॉर्म vardi uniform ইউনিফর্ম পোশাকবিধি
parents_meeting ptm parent_teacher | अभिभावक_बैठक ptm abhibhavak_baithak অভিভাবক_সভা
ticket_price entry_fee admission entrance_fee | प्रवेश_शुल्क टिकट_दर pravesh_shulk ticket_rate প্রবেশমূল্য টিকিটের_দাম
guide guided escort | गाइड मार्गदर्शक guide margdarshak গাইড পথপ্রদর্শক
tour package itinerary trip | टूर दौरा पैकेज tour package ট্যুর প্যাকেজ ভ্রমণসূচি
hotel_stay stay accommodation lodging night | ठहरना रुकना रुकने ठहरने thaherna rukna rukne thehrne থাকা থাকার রাত্রিবাস
check-in arrival check_in | चेक-इन चेकइन checkin check_in চেক-ইন চেকইন
check-out leaving departure check_out | चेक-आउट चेकआउट checkout check_out চেক-আউট চেকআউট
extra_bed cot mattress | अतिरिक्त_बिस्तर एक्स्ट्रा_बेड extra_bed বাড়তি_খাট
bed beds bunk | बिस्तर पलंग खाट bistar palang বিছানা খাট
towel towels linen | तौलिया तौलिए tauliya তোয়ালে গামছা
air-conditioned ac air_conditioning | एसी वातानुकूलित ac এসি শীতাতপ
fan | पंखा pankha পাখা ফ্যান
cooler | कूलर cooler কুলার
hot_water geyser | गर्म_पानी garam_pani গরম_জল গরম_পানি
view scenery facing | नज़ारा दृश्य nazara drishya দৃশ্য
bonfire campfire | अलाव बोनफायर alaav bonfire ক্যাম্পফায়ার
sightseeing attractions places_to_see | घूमने_की_जगह दर्शनीय ghumne_ki_jagah দর্শনীয় ঘোরার_জায়গা
mountain hill | पहाड़ पर्वत pahad parvat পাহাড়
trek trekking hiking | ट्रेकिंग trekking ট্রেক ট্রেকিং
river | नदी nadi নদী
lake | झील jheel হ্রদ
sea beach | समुद्र samudra সমুদ্র
forest jungle > safari wildlife | जंगल वन jungle জঙ্গল বন
driver chauffeur | ड्राइवर चालक driver chalak চালক ড্রাইভার
self-drive without_driver rent_car | खुद_चलाना बिना_ड्राइवर khud_chalana bina_driver নিজে_চালানো চালক_ছাড়া
kilometre km distance | किलोमीटर दूरी kilometer doori কিলোমিটার দূরত্ব
toll parking_charge state_tax | टोल toll টোল
pick_up_point boarding_point starts_from departs | कहां_से_निकलती बैठने_की_जगह छूटती kahan_se_nikalti kahan_se_chhutti কোথা_থেকে_ছাড়ে
return_journey both_ways round_trip return | आना-जाना दोनों_तरफ़ aana_jana dono_taraf যাওয়া-আসা যাতায়াত
passenger passengers traveller seat | सवारी यात्री sawari yatri যাত্রী
flight plane air_ticket | हवाई_जहाज़ उड़ान hawai_jahaz udaan বিমান ফ্লাইট
train rail | रेलगाड़ी ट्रेन relgadi train ট্রেন রেলগাড়ি
send dispatch ship post courier | भेजना भेजते भेजवाना bhejna bhejte bhijwana পাঠানো পাঠান পাঠাতে
load loading unload unloading | चढ़ाना उतारना लोडिंग chadhana utarna loading তোলা_নামানো লোডিং
labour workers helpers men | मज़दूर मजदूर हेल्पर mazdoor majdoor শ্রমিক মজুর
shifting moving relocation packers movers | शिफ्टिंग सामान_बदलना घर_बदलना shifting ghar_badalna বাসা_বদল স্থানান্তর
box carton boxes | डिब्बा डिब्बे पेटी dibba dibbe peti বাক্স পেটি
fragile breakable > glass | नाज़ुक टूटने_वाला naazuk ভঙ্গুর
storage warehouse store keep | भंडारण रखना गोदाम bhandaran godown গুদাম সংরক্ষণ
international abroad overseas worldwide | अंतरराष्ट्रीय विदेश antarrashtriya videsh আন্তর্জাতিক বিদেশ
customs duty import | सीमा_शुल्क कस्टम seema_shulk custom শুল্ক কাস্টমস
tracking_number consignment awb | ट्रैकिंग_नंबर tracking_number ট্র্যাকিং_নম্বর
pincode pin_code postcode area | पिनकोड पिन_कोड pincode পিনকোড
doorstep home > door | दरवाज़े_पर घर_पर darwaze_par ghar_par দোরগোড়ায় বাড়িতে
guest_list guests invitees | मेहमानों_की_संख्या अतिथि mehman atithi অতিথি মেহমান
invitation card invite | निमंत्रण न्योता nimantran nyota নিমন্ত্রণ আমন্ত্রণ
decoration decor decorator stage flowers | सजावट डेकोरेशन sajawat decoration সাজসজ্জা ডেকোরেশন
music > dj band sound | संगीत sangeet baaja সংগীত গান-বাজনা
light lights lighting lamp | रोशनी बत्ती लाइट roshni batti light আলো বাতি লাইট
chair chairs seating | कुर्सी कुर्सियां kursi kursiyan চেয়ার
carpet rug | कालीन गलीचा दरी kaleen daree কার্পেট গালিচা
priest pandit | पंडित पुजारी pandit pujari পুরোহিত পণ্ডিত
engagement ring_ceremony | सगाई मंगनी sagai mangni আশীর্বাদ বাগদান
anniversary | सालगिरह saalgirah বার্ষিকী
reception function event | समारोह रिसेप्शन samaroh অনুষ্ঠান
programme event show function | कार्यक्रम आयोजन karyakram aayojan অনুষ্ঠান আয়োজন
meeting conference seminar | बैठक सभा मीटिंग baithak sabha meeting সভা বৈঠক
video videography film | वीडियो video ভিডিও
edit edited retouch | एडिटिंग सुधारना editing সম্পাদনা
deliver_photos soft_copy files gallery | फोटो_मिलना photo_milna ছবি_পাওয়া
advance_booking book_ahead in_advance | पहले_से_बुकिंग pehle_se_booking আগাম_বুকিং আগে_থেকে_বুক
date_available free_date availability | तारीख_खाली tarikh_khali তারিখ_খালি
corporate company_event office_party | कॉर्पोरेट corporate কর্পোরেট
per_head per_person per_plate | प्रति_व्यक्ति एक_आदमी prati_vyakti ek_aadmi জনপ্রতি মাথাপিছু
donate donation | दान daan দান
volunteer | स्वयंसेवक swayamsevak স্বেচ্ছাসেবক
member_of_staff employee worker staff > people | कर्मचारी करमचारी karmchari karamchari কর্মচারী কর্মী
manager in_charge supervisor | मैनेजर प्रबंधक manager prabandhak ম্যানেজার ব্যবস্থাপক
experience years_of_experience practising | अनुभव तजुर्बा anubhav tajurba অভিজ্ঞতা
company firm business | कंपनी फर्म company firm কোম্পানি প্রতিষ্ঠান
partner tie-up authorised dealer | साझेदार अधिकृत डीलर sajhedar adhikrit dealer অংশীদার অনুমোদিত ডিলার
wholesale bulk quantity trade | थोक थोक_में thok thok_mein পাইকারি একসঙ্গে_বেশি
retail single loose | खुदरा फुटकर khudra phutkar খুচরা
catalogue brochure price_list | सूची कैटलॉग रेट_लिस्ट soochi catalogue rate_list তালিকা ক্যাটালগ মূল্যতালিকা
sample swatch trial_piece | नमूना नमूने namoona namuna নমুনা স্যাম্পল
offer sale deal scheme | ऑफर ऑफ़र सेल offer sale অফার
coupon voucher > code gift_card | कूपन वाउचर coupon voucher কুপন ভাউচার
points loyalty reward rewards | पॉइंट इनाम_अंक point reward পয়েন্ট
cash_on_delivery cod pay_on_delivery | डिलीवरी_पर_पैसे delivery_par_paise ডেলিভারিতে_টাকা ক্যাশ_অন_ডেলিভারি
cash | नकद नक़द कैश nakad nagad cash নগদ ক্যাশ
part_payment partial half later | आंशिक बाद_में_देना thoda_thoda আংশিক পরে_দেওয়া
refundable returnable paid_back | वापसी_योग्य wapsi_yogya ফেরতযোগ্য
non-refundable not_refunded no_refund | वापस_नहीं wapas_nahi ফেরত_নেই অফেরতযোগ্য
extra_charge additional surcharge | अतिरिक्त_शुल्क ऊपर_का_खर्च atirikt_shulk extra_charge বাড়তি_খরচ অতিরিক্ত_টাকা
hidden_charge hidden extra | छुपा_हुआ छिपा_शुल्क chhupa_hua লুকানো_খরচ
estimate quotation quote assessment | अनुमान अंदाज़ा कोटेशन anuman andaza quotation আনুমানিক হিসেব এস্টিমেট
inspection visit survey examine | निरीक्षण मुआयना जांचना सर्वे nirikshan muayna survey পরিদর্শন সার্ভে
`
