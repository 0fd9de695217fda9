/** Verbs, qualities and things of everyday speech, in the form of `serviceWords`. */
export const spokenWords = `
shoe boot boots trainers sneakers footwear shoes | जूता जूते बूट चप्पल | joote jute boot chappal | জুতো জুতা বুট চটি
lend_out lent lend lends on_loan borrow | उधार किराए_पर | udhar kiraye_par | ধার ভাড়ায়
utensil utensils crockery vessels dishes cutlery plates pots_pans | बर्तन बरतन | bartan barton | বাসন বাসনপত্র থালা-বাসন
round circular | गोल गोलाकार | gol gola | গোল গোলাকার
square_shape rectangular | चौकोर | chaukor | চৌকো
fairy_light fairy_lights string_lights light_string led_lights | झालर फेयरी_लाइट | jhalar fairy_light | টুনি_লাইট টুনি ঝালর
light lights lighting lamp lamps led | लाइट रोशनी बत्ती | light roshni batti | লাইট আলো বাতি
cover_cloth cover covers | कवर गिलाफ | cover | কভার ঢাকনা
torn tear tears ripped rip | फटा फट~ | phata phat~ | ছেঁড়া ছিঁড়~ ছিঁড়ে
break_thing break breaks broken broke smash crack cracked | टूट~ तोड़~ | toot~ tod~ | ভাঙ~ ভেঙে ভাঙা
pandal marquee shamiana canopy tent_house | पंडाल शामियाना मंडप तंबू | pandal shamiana mandap | প্যান্ডেল মণ্ডপ শামিয়ানা
mandap wedding_stage | मंडप | mandap | মণ্ডপ
canopy awning | छतरी शामियाना | canopy | ছাউনি
flower floral flowers blossom | फूल फूलों | phool phoolon | ফুল ফুলের
dorm dorms dormitory shared_room bunk bunks | डॉर्म डॉरमेट्री | dorm dormitory | ডর্ম ডরমিটরি
private_room single_room own_room private_double | निजी_कमरा प्राइवेट_रूम | private_room | প্রাইভেট_রুম আলাদা_ঘর
ski skiing skis | स्की स्कीइंग | ski skiing | স্কি স্কিইং
snow snowfall ice | बर्फ | barf baraf | বরফ তুষার
sleep_in sleep sleeps sleeping | सो~ सोना | so~ sona | ঘুম~ ঘুমানো
sit sits sitting seated | बैठ~ | baith~ | বস~ বসা
loud noise noisy sound | शोर आवाज़ आवाज | shor awaaz | শব্দ আওয়াজ গোলমাল
noise quiet silence | शांति शोर | shanti shor | নীরব শান্ত শব্দ
weather bad_weather | मौसम | mausam | আবহাওয়া খারাপ_আবহাওয়া
spoilt bad_condition go_wrong gone_bad out_of_order not_working stops_working | खराब ख़राब बिगड़ | kharab bigad | খারাপ নষ্ট বিকল
hot_water warm_water hot_shower hot_showers hot_bath heater_item | गरम_पानी गर्म_पानी | garam_paani garam_pani | গরম_জল গরম_পানি
drink_water drinking_water | पीने_का_पानी | peene_ka_paani | খাবার_জল পানীয়_জল
permit permits permission_letter | परमिट अनुमति_पत्र | permit | পারমিট অনুমতিপত্র
guide guides guide_person | गाइड | guide | গাইড
porter porters mule mules | पोर्टर कुली खच्चर | porter kuli | পোর্টার কুলি
oxygen | ऑक्सीजन | oxygen | অক্সিজেন
rescue rescued | बचाव | bachav | উদ্ধার
*fit_healthy fit fitness healthy | तंदुरुस्त स्वस्थ | tandurust swasth | সুস্থ
sick ill illness unwell disease | बीमार बीमारी | bimar beemar bimari | অসুস্থ রোগ অসুখ
injured injury hurt hurts | चोट घायल ज़ख्म | chot ghayal zakhm | আঘাত চোট জখম
fever temperature_high | बुखार | bukhar | জ্বর
diabetic diabetes sugar_patient | शुगर मधुमेह डायबिटीज | sugar madhumeh diabetes | ডায়াবেটিস সুগার
blood_pressure bp hypertension | रक्तचाप बीपी | bp raktchap | রক্তচাপ প্রেশার
heart_trouble heart_disease heart_patient | दिल_की_बीमारी हृदय_रोग | dil_ki_bimari | হৃদরোগ
allergy rash itching | एलर्जी खुजली | allergy khujli | অ্যালার্জি চুলকানি
weight_loss slim lose_fat | वज़न_घटा~ वजन_कम | wajan_ghata~ wajan_kam | ওজন_কমা~
grow_hair hair_fall hair_loss | बाल_झड़~ | baal_jhad~ | চুল_পড়া
smile_teeth clean_teeth teeth_cleaning scaling | दांत_साफ दांतों_की_सफाई | daant_saaf | দাঁত_পরিষ্কার
eyeglass spectacles_frame frames | चश्मे_का_फ्रेम | frame | ফ্রেম
operation_cost surgery_cost | ऑपरेशन_का_खर्च | operation_ka_kharcha | অপারেশনের_খরচ
admit admitted hospitalised hospitalized inpatient | भर्ती | bharti | ভর্তি
discharge discharged | छुट्टी_मिल | discharge | ডিসচার্জ
visiting_hours_patient see_patient meet_patient | मरीज़_से_मिल~ | mareez_se_mil~ | রোগী_দেখা
patient patients | मरीज़ रोगी | mareez rogi | রোগী
birth childbirth delivery_birth | प्रसव डिलीवरी | prasav | প্রসব
baby infant newborn | नवजात शिशु | navjaat shishu | নবজাতক শিশু
guest guests visitor visitors invitee | मेहमान अतिथि | mehman atithi | অতিথি মেহমান
bride brides | दुल्हन | dulhan | কনে বউ
groom bridegroom | दूल्हा | dulha | বর
neighbour neighbours | पड़ोसी | padosi | প্রতিবেশী
friend friends | दोस्त मित्र | dost | বন্ধু
relative relatives attendant | रिश्तेदार | rishtedar | আত্মীয়
tenant tenants renter | किराएदार | kirayedar | ভাড়াটে
landlord landlords | मकान_मालिक | makan_malik | বাড়িওয়ালা
worker workers labourer | मज़दूर कामगार | mazdoor | শ্রমিক মজুর
expert experts specialist skilled | विशेषज्ञ माहिर | visheshagya mahir | বিশেষজ্ঞ দক্ষ
*trained qualified certified experienced | प्रशिक्षित अनुभवी | prashikshit anubhavi | প্রশিক্ষিত অভিজ্ঞ
language speak speaks spoken | बोलते भाषा | bolte bhasha | ভাষা বলেন
translate_doc translation interpreter | अनुवाद | anuvaad | অনুবাদ
letter letter letters | चिट्ठी पत्र | chitthi patra | চিঠি
name_change change_of_name rename | नाम_बदल~ | naam_badal~ | নাম_বদল~
date_change change_the_date move_the_date postpone new_date shift_date | तारीख_बदल~ | tarikh_badal~ date_badal~ | তারিখ_বদল~ তারিখ_পাল্টা~
confirm confirmed confirmation fix_the_date | पक्का_कर~ कन्फर्म | pakka_kar~ confirm | পাকা_করা কনফার্ম
*calculate estimate_cost | हिसाब अंदाज़ा | hisab andaza | হিসাব আন্দাজ
increase increased raise | बढ़ा~ बढ़~ | badha~ badh~ | বাড়~ বাড়া~
*finish_item finish finishes finished over | खत्म समाप्त पूरा_हो | khatam khatm poora_ho | শেষ শেষ_হ~
*start_item start starts starting begins begin | शुरू आरंभ चालू | shuru chalu | শুরু আরম্ভ চালু
arrive arrives arriving reach reaches | पहुंच~ आ_जा~ | pahunch~ | পৌঁছ~ পৌঁছানো
depart leaves leave departs departure sets_off | छूट~ निकल~ रवाना | chhoot~ nikal~ rawana | ছাড়~ ছাড়া রওনা
return_trip return_journey back_trip | वापसी_का_सफर | vapsi_ka_safar | ফিরতি
live_music band_live live_band | लाइव_म्यूज़िक | live_music | লাইভ_মিউজিক
*show_item show shows showtime | शो | show | শো
film_item film films movie movies | फिल्म सिनेमा पिक्चर | film picture cinema | সিনেমা ছবি ফিল্ম
cinema cinema_hall movie_hall picture_hall | सिनेमा_हॉल सिनेमाघर | cinema_hall | সিনেমা_হল
popcorn | पॉपकॉर्न | popcorn | পপকর্ন
parking parking_lot parking_space parking_place parking_slot | पार्किंग_की_जगह | parking_ki_jagah | পার্কিং_এর_জায়গা
charging_ev ev_charging charging_station | ईवी_चार्जिंग | ev_charging | ইভি_চার্জিং
fuel_up petrol_pump fuel_station | पेट्रोल_पंप | petrol_pump | পেট্রোল_পাম্প
mileage average mileage kmpl | माइलेज एवरेज | mileage average | মাইলেজ
number_plate registration_plate | नंबर_प्लेट | number_plate | নম্বর_প্লেট
key key keys spare_key | चाबी | chaabi chabi | চাবি
washing_car car_wash wash_the_car | गाड़ी_धुल~ | gaadi_dhul~ gaadi_dho~ | গাড়ি_ধোয়া
helmet helmet helmets | हेलमेट | helmet | হেলমেট
*gear gears equipment kit | उपकरण सामान | upkaran | সরঞ্জাম
machine machine machines | मशीन | machine | মেশিন যন্ত্র
motor motor | मोटर | motor | মোটর
spare_item spares spare | पुर्जा | purja | পার্টস
warranty_card warranty_slip | वारंटी_कार्ड | warranty_card | ওয়ারেন্টি_কার্ড
service_charge visiting_charge visit_charge inspection_charge | विज़िटिंग_चार्ज | visiting_charge service_charge | ভিজিটিং_চার্জ
labour_charge labour_cost | मज़दूरी | mazdoori labour_charge | মজুরি
old antique vintage | पुराने_ज़माने प्राचीन | puraana | প্রাচীন
clean cleanliness hygiene hygienic | स्वच्छता सफाई | saaf-safai | পরিচ্ছন্নতা
dirty stain stains stained | दाग गंदा | daag ganda | দাগ ময়লা
smell odour odor stink | बदबू गंध | badbu | গন্ধ দুর্গন্ধ
dust dusty | धूल | dhool | ধুলো
wet wet damp seepage | सीलन गीला | seelan geela | স্যাঁতসেঁতে ভেজা
fire_item fire | आग | aag | আগুন
shade_item shadow shade | छाया | chhaya | ছায়া
sun_item sunlight sun | धूप | dhoop | রোদ
height tall taller height | ऊंचाई लंबाई कद | unchai lambai | উচ্চতা লম্বা
length long length_of | लंबाई | lambai | দৈর্ঘ্য লম্বা
width width wide breadth | चौड़ाई | chaudai | চওড়া প্রস্থ
depth deep depth | गहराई | gehrai | গভীরতা
area size_of_place | क्षेत्रफल इलाका | kshetraphal | আয়তন
thick_item thickness | मोटाई | motai | পুরু
*heavy_item heavy | भारी | bhari | ভারী
light_weight lightweight | हल्का | halka | হালকা
*hard_item hard tough firm_bed | सख्त कड़ा | sakht kada | শক্ত
soft_item soft | नरम मुलायम | naram mulayam | নরম
sweet_taste sweet | मीठा | meetha | মিষ্টি
spicy hot_food less_spicy | तीखा मसालेदार | teekha masaledar | ঝাল
sour_item sour tangy | खट्टा | khatta | টক
bitter_item bitter | कड़वा | kadwa | তেতো
fresh fresh | ताज़ा ताजा | taaza taza | তাজা টাটকা
raw_item raw uncooked | कच्चा | kachcha | কাঁচা
ripe_item ripe | पका | paka_hua | পাকা
empty_item empty | खाली | khali | খালি
*full_item full | भरा | bhara | ভরা ভর্তি
real genuine original authentic pure | असली शुद्ध खरा | asli shuddh | আসল খাঁটি
fake_item fake duplicate | नकली | nakli | নকল
*strong_item strong sturdy durable | मज़बूत टिकाऊ | mazboot tikau | মজবুত টেকসই
*beautiful pretty scenic | सुंदर खूबसूरत | sundar khubsurat | সুন্দর
*famous_item famous | मशहूर | mashhoor | বিখ্যাত
*necessary compulsory must_have mandatory | ज़रूरी अनिवार्य आवश्यक | zaroori jaruri anivarya | বাধ্যতামূলক জরুরি আবশ্যক
optional voluntary | वैकल्पिक ऐच्छिक | optional | ঐচ্ছিক
*possible_item possible | मुमकिन संभव | mumkin sambhav | সম্ভব
*difficult_item difficult hard_to tough | मुश्किल कठिन | mushkil kathin | কঠিন
*easy_item easy simple | आसान सरल | aasan saral | সহজ
safe secure safety | सुरक्षित सेफ | surakshit safe | নিরাপদ সুরক্ষিত
danger_item danger risky | खतरा जोखिम | khatra jokhim | বিপদ ঝুঁকি
*correct_item right correct | सही | sahi | ঠিক
half half fifty_percent | आधा आधी | aadha aadhi | অর্ধেক আধা
double double twice | दोगुना डबल | dugna double | দ্বিগুণ ডবল
quarter_item quarter one-fourth | चौथाई पाव | chauthai paav | সিকি পোয়া
dozen dozens | दर्जन | darjan | ডজন
pair_item pair pairs | जोड़ा जोड़ी | joda jodi | জোড়া
piece pieces each_piece per_piece | पीस नग | piece nag | পিস টুকরো
packet packets pouch | पैकेट | packet | প্যাকেট
kilo kg kilogram per_kilo | किलो | kilo | কেজি কিলো
litre litres per_litre | लीटर | litre | লিটার
metre metres per_metre | मीटर | metre meter | মিটার
foot_item feet square_foot sq_ft | फुट वर्ग_फुट | foot square_foot | ফুট বর্গফুট
inch_item inch inches | इंच | inch | ইঞ্চি
*lakh_item lakh lakhs | लाख | lakh | লাখ লক্ষ
*thousand | हज़ार हजार | hazaar hazar | হাজার
*crore_item crore | करोड़ | karod crore | কোটি
*number_item number numbers | संख्या अंक | sankhya | সংখ্যা
first_time first-time new_customer new_patient first_visit | पहली_बार | pehli_baar pahli_bar | প্রথমবার প্রথম_বার
*every_item every each per | प्रत्येक हर | har pratyek | প্রত্যেক প্রতি
*only_item only just merely | सिर्फ केवल मात्र | sirf keval matra | শুধু কেবল মাত্র
*together jointly combined | एक_साथ साथ-साथ मिलकर | ek_saath milkar | একসঙ্গে মিলে
*early_item early earlier before_time | जल्दी समय_से_पहले | jaldi samay_se_pehle | আগেভাগে তাড়াতাড়ি সময়ের_আগে
foreclose prepay repay repaid pay_off paid_off repayment prepayment foreclosure close_early | समय_से_पहले_चुका~ चुका~ | pehle_chuka~ chuka~ | আগে_শোধ শোধ_কর~ পরিশোধ
maturity matures premature before_its_time break_the_deposit | परिपक्वता समय_से_पहले_तोड़~ | maturity samay_se_pehle_tod~ | মেয়াদের_আগে_ভাঙ~
share_price price_of_share | शेयर_की_कीमत | share_ki_kimat | শেয়ারের_দাম
profit profits gain | मुनाफा लाभ | munafa labh | লাভ মুনাফা
loss losses | घाटा नुकसान | ghata nuksan | ক্ষতি লোকসান
same_day_delivery delivered_the_same_day | उसी_दिन_डिलीवरी | usi_din_delivery | একই_দিনে_ডেলিভারি
home_service service_at_home at_home_service | घर_पर_सेवा होम_सर्विस | ghar_par_service home_service | বাড়িতে_পরিষেবা হোম_সার্ভিস
outside_city out_of_town outstation other_city | शहर_से_बाहर बाहर_गांव | sheher_se_bahar shahar_ke_bahar | শহরের_বাইরে
inside_city within_the_city in_town city_limits | शहर_के_अंदर | shahar_ke_andar sheher_ke_andar | শহরের_মধ্যে শহরের_ভিতরে
transport_charge cartage freight_charge transport_cost transport | ढुलाई भाड़ा गाड़ी_का_भाड़ा | dhulai gaadi_ka_bhada bhaada | পরিবহন_খরচ গাড়ি_ভাড়া
festival_offer festive_discount | त्योहारी_छूट | festival_offer | পুজোর_অফার উৎসবের_ছাড়
combo combo_offer bundle_offer set_of | कॉम्बो सेट | combo set | কম্বো সেট
*set_item set sets | सेट | set | সেট
sample sample samples | नमूना सैंपल | namuna sample | নমুনা
catalogue catalog brochure | कैटलॉग सूची | catalogue | ক্যাটালগ তালিকা
warehouse store_room godown | गोदाम | godam | গুদাম
head_office main_office registered_office | मुख्य_कार्यालय हेड_ऑफिस मुख्यालय | head_office mukhya_karyalay | প্রধান_কার্যালয় হেড_অফিস
manager incharge in-charge supervisor | मैनेजर प्रबंधक व्यवस्थापक | manager prabandhak | ম্যানেজার ব্যবস্থাপক
coordinator coordinators | समन्वयक | coordinator | সমন্বয়কারী
trustee trustee | ट्रस्टी न्यासी | trustee | ট্রাস্টি
founder founder founders | संस्थापक | sansthapak | প্রতিষ্ঠাতা
partner partners | साझेदार | saajhedar | অংশীদার
award award prize | इनाम पुरस्कार | inaam puraskar | পুরস্কার
licence licence license | लाइसेंस | licence license | লাইসেন্স
approved_by recognised_by affiliated_to | मान्यता_प्राप्त | manyata_prapt | স্বীকৃত অনুমোদিত
government_scheme subsidy government_help | सरकारी_योजना सब्सिडी अनुदान | sarkari_yojana subsidy | সরকারি_প্রকল্প ভর্তুকি
ration_card | राशन_कार्ड | ration_card | রেশন_কার্ড
birth_certificate | जन्म_प्रमाण_पत्र | janam_praman_patra birth_certificate | জন্ম_সনদ জন্ম_সার্টিফিকেট
transfer_certificate leaving_certificate tc | टीसी स्थानांतरण_प्रमाणपत्र | tc transfer_certificate | ট্রান্সফার_সার্টিফিকেট
medical_certificate doctor's_certificate fitness_certificate | मेडिकल_सर्टिफिकेट | medical_certificate | মেডিক্যাল_সার্টিফিকেট ডাক্তারি_সনদ
mark_sheet marksheet marksheets report_card | मार्कशीट अंकपत्र | marksheet | মার্কশিট নম্বরপত্র
driving_licence driver's_licence dl | ड्राइविंग_लाइसेंस | driving_licence | ড্রাইভিং_লাইসেন্স
marriage_certificate | विवाह_प्रमाणपत्र | marriage_certificate | বিবাহ_সনদ
`
