/** Matters and things that callers of any business ask about, in the form of `serviceWords`. */
export const matterWords = `
document papers paper_work documentation certificates_needed what_papers | कागज़ात कागजात दस्तावेज़ात डॉक्यूमेंट डॉक्युमेंट कागज | kagzaat kagjat kaagaz kagaz document documents kaagzaat | কাগজপত্র কাগজ নথিপত্র ডকুমেন্ট দলিল
proof id_card identity_proof photo_identity government_id id aadhar aadhaar_card | पहचान पहचान_पत्र आईडी_प्रूफ आधार_कार्ड | pehchan id_proof aadhar aadhaar | পরিচয়পত্র আইডি_প্রুফ আধার_কার্ড
photo photograph photographs | तस्वीर | tasveer | ফটো
salary_slip salary_slips pay_slip payslips | सैलरी_स्लिप वेतन_पर्ची | salary_slip | স্যালারি_স্লিপ বেতনের_স্লিপ
bank_statement bank_statements statements | बैंक_स्टेटमेंट | bank_statement | ব্যাংক_স্টেটমেন্ট
*facility facilities amenity amenities provision | सुविधा सुविधाएं सहूलियत | suvidha subidha sahuliyat facility | সুবিধা সুযোগ ব্যবস্থা
benefit perk advantage advantages | फायदा फायदे लाभ | fayda fayde laabh | উপকার লাভ ফায়দা
price cost charges how_much_for rates | लागत दर दरें खर्चा शुल्क पैसे_लग~ रेट_लिस्ट | kharcha lagat dar rate_list paise_lag~ daam | দর খরচা মূল্য রেট মাশুল চার্জ বেতন মাইনে
money amount sum rupee | रकम राशि रुपया पैसा अमाउंट | rakam raashi amount | টাকা পয়সা অর্থ অ্যামাউন্ট
*rate_percent rate rates percent per_cent percentage | प्रतिशत फीसदी | pratishat feesdi percent | শতাংশ পার্সেন্ট
gst tax_included taxes | जीएसटी टैक्स कर | gst tax | জিএসটি কর ট্যাক্স
bill invoice receipts | बिल रसीद पर्ची | bill raseed parchi | বিল রসিদ
account_money wallet balance | खाता बैलेंस | khata balance | অ্যাকাউন্ট ব্যালেন্স
card_payment visa_card mastercard master_card rupay credit_or_debit | मास्टरकार्ड वीज़ा_कार्ड रुपे | visa_card mastercard rupay | ভিসা_কার্ড মাস্টারকার্ড
card swipe plastic_money | डेबिट_कार्ड डेबिट क्रेडिट | debit_card debit credit | ডেবিট_কার্ড ডেবিট ক্রেডিট
upi gpay phonepe bhim qr_code qr | भीम क्यूआर | bhim qr scan_karke | কিউআর
cash_payment cash cash_in_hand hard_cash | नकदी नगद कैश | nakdi nagad cash | নগদ ক্যাশ
demand_draft dd drafts draft bankers_cheque | डिमांड_ड्राफ्ट ड्राफ्ट | demand_draft dd | ডিমান্ড_ড্রাফট
cash_on_delivery cod pay_on_delivery | डिलीवरी_पर_भुगतान कैश_ऑन_डिलीवरी | cash_on_delivery cod | ক্যাশ_অন_ডেলিভারি
minimum smallest lowest fewest no_less | कम_से_कम न्यूनतम | kam_se_kam minimum | অন্তত কমপক্ষে ন্যূনতম
maximum highest at_the_most limit_of | ज़्यादा_से_ज़्यादा ज्यादा_से_ज्यादा अधिकतम | zyada_se_zyada jyada_se_jyada maximum | সর্বাধিক সর্বোচ্চ খুব_বেশি_হলে
age years_of_age | उम्र आयु | umar umr age | বয়স বয়সের বয়সী
child kid kids little_one little_ones children minors minor | बच्चा बच्चे बच्चों बालक | bacche bachche bachcho bache | বাচ্চা বাচ্চারা শিশু ছোটরা খোকা
senior aged older_people elders retired retiree over_sixty | बुजुर्ग बुज़ुर्ग वृद्ध बूढ़े | bujurg buzurg buddhe | বৃদ্ধ বয়স্ক প্রবীণ
student pupil learner learners trainee trainees candidate students | छात्र छात्रा विद्यार्थी शिष्य सीखने_वाले | chhatra vidyarthi student students | ছাত্র ছাত্রী পড়ুয়া শিক্ষার্থী ছাত্রছাত্রী
parent parents mum dad mom guardians mother father | माता-पिता अभिभावक मां पिता मम्मी पापा | maa-baap abhibhavak mummy papa mata_pita | অভিভাবক বাবা মা মা-বাবা বাবা-মা
sibling brothers sisters siblings brother sister twins son_and_daughter both_my_children both_my_kids two_kids two_children | भाई बहन भाई-बहन बेटा_और_बेटी दोनों_बच्चे | bhai behen bhai-behan beta_aur_beti dono_bachche | ভাই বোন ভাইবোন ছেলে_মেয়ে_দুজন দুই_সন্তান
batch_size batch batches students_per_class | बैच | batch | ব্যাচ
group group_of together in_a_group | समूह ग्रुप झुंड | group samuh | দল গ্রুপ দলে
class lesson lessons tuition sessions course classes | क्लास कक्षा पाठ क्लासेज़ कोर्स | class classes kaksha course | ক্লাস পাঠ কোর্স
one_lesson single_lesson one_to_one one-to-one private_lesson one-on-one alone | अकेले_सीख व्यक्तिगत अकेले | akele_seekh akele individual | একা আলাদাভাবে_শেখা একক
trial first_lesson demo_class free_class trial_class first_class taster trial_lesson demo | डेमो ट्रायल पहली_क्लास डेमो_क्लास | demo trial pehli_class demo_class | ডেমো ট্রায়াল প্রথম_ক্লাস
exam examination examinations exams test_paper | परीक्षा इम्तिहान एग्ज़ाम | pariksha exam imtihaan | পরীক্ষা এক্সাম
certificate diploma certification certs | प्रमाणपत्र सर्टिफिकेट डिप्लोमा | certificate praman_patra diploma | সার্টিফিকেট সনদ ডিপ্লোমা শংসাপত্র
timetable schedule time_table roster | समय-सारणी टाइमटेबल समय_सारिणी | time_table schedule | সময়সূচি রুটিন টাইমটেবিল
notice_period give_notice month's_notice months_notice prior_notice leave_altogether quitting quit leaving | नोटिस | notice | নোটিশ
miss_lesson miss missed absent skip skipped make_up makeup_class | छूट_जा~ मिस मिस_कर~ छूट~ | miss miss_kar~ chhoot_ja~ | মিস মিস_হ~ বাদ_যা~
quit leave_the_course leave_altogether drop_out discontinue | छोड़ दे~ बीच_में_छोड़ छोड़ना_हो | chhod_de~ beech_mein_chhod chhodna | ছেড়ে ছেড়ে_দে~ ছাড়তে ছাড়~
duration long_does_it_take time_taken how_much_time | समय_लग~ कितना_वक्त देर_लग~ | samay_lag~ time_lag~ der_lag~ kitni_der | সময়_লাগে সময়_লাগবে কতক্ষণ_লাগে কত_সময়
late arrive_late running_late late_arrival tardy | देर_से लेट | der_se late | দেরি দেরিতে লেট
urgent same_day immediately rush priority tatkal express | तत्काल तुरंत फौरन | tatkal turant fauran jaldi | তৎকাল জরুরি তাড়াতাড়ি সঙ্গে_সঙ্গে
emergency night_emergency urgent_help out_of_hours after_hours | आपातकाल इमरजेंसी आकस्मिक | emergency imergency | জরুরি ইমার্জেন্সি আপৎকালীন
hours opening_hours timings working_time consulting_hours visiting_time | समय टाइमिंग कार्य_समय | timing timings samay | সময় টাইম সময়সূচী
weekly_off weekly_holiday day_off rest_day closed_day weekly_closing | साप्ताहिक_छुट्टी साप्ताहिक_अवकाश | weekly_off saptahik_chutti | সাপ্তাহিক_ছুটি
festival puja_days festive | त्योहार त्यौहार पर्व | tyohar tyohaar parv | উৎসব পার্বণ পুজো
showroom_place showroom display_room | शोरूम | showroom | শোরুম
workshop_place workshop garage service_centre service_center body_shop | वर्कशॉप गैराज कार्यशाला | workshop garage garaj | ওয়ার্কশপ গ্যারেজ গ্যারাজ
reception front_desk front_office receptionist | रिसेप्शन स्वागत_कक्ष | reception | রিসেপশন অভ্যর্থনা
waiting_room waiting_area lounge | प्रतीक्षालय वेटिंग_रूम | waiting_room | ওয়েটিং_রুম বসার_ঘর
*place_spot spot site venue_place location_place | जगह स्थान | jagah jagha | জায়গা স্থান
near nearby beside next_to adjacent close_by neighbouring | पास बगल नज़दीक निकट | paas bagal nazdeek | পাশে কাছে কাছাকাছি নিকট
near_station metro_station closest_station nearest_station | पास_का_स्टेशन नज़दीकी_स्टेशन | paas_ka_station | কাছের_স্টেশন
opposite across_the_road in_front_of facing | सामने | saamne samne | সামনে বিপরীতে উল্টোদিকে
car car_ auto automobiles four-wheeler four_wheeler cars motorcar motor_car | गाड़ी कार गाड़ियां मोटर | gaadi gadi gaari car gaadiyan | গাড়ি কার মোটরগাড়ি
vehicle vehicles two-wheeler wheels conveyance | वाहन गाड़ी | vahan gaadi | যানবাহন গাড়ি
bike motorbike two_wheeler scooter | बाइक मोटरसाइकिल दोपहिया | bike motorcycle dopahiya | বাইক মোটরসাইকেল
electric_vehicle ev electric_car evs e-vehicle | इलेक्ट्रिक_गाड़ी ईवी | electric_gaadi ev electric_car | ইলেকট্রিক_গাড়ি
fuel_type fuel | ईंधन फ्यूल | fuel indhan | জ্বালানি
registration_book rc rc_book registration_certificate | आरसी | rc rc_book | আরসি
name_transfer rc_transfer transfer_the_registration transfer_of_the_registration transfer_of_ownership ownership | नाम_ट्रांसफर | naam_transfer | নাম_ট্রান্সফার
accident accidental accidents crash crashed collision | दुर्घटना दुर्घटनाग्रस्त एक्सीडेंट टक्कर | durghatna accident accidental takkar | দুর্ঘটনা দুর্ঘটনাগ্রস্ত অ্যাক্সিডেন্ট
flood flooded waterlogged | बाढ़ पानी_में_डूबी | baadh | বন্যা জলে_ডোবা
kilometre_run odometer kilometres kms_run driven run_so_far | किलोमीटर_चली चली_हुई | kilometer_chali chali_hui | কিলোমিটার_চলেছে
colour colours shade tint | रंग कलर | rang color colour | রং রঙ কালার
big large largest biggest big bigger spacious huge | बड़ा बड़ी बड़े विशाल | bada badi bade | বড় বড়ো
small smallest smallest tiny compact | छोटा छोटी छोटे | chhota chota chhoti choti chhote chote | ছোট ছোটো
dog doggy hound pup puppies canine pooch | कुत्ता कुत्ते कुतिया पिल्ला | kutta kutte dog pilla | কুকুর কুকুরছানা
cat kitty feline kittens | बिल्ली बिल्ली_का_बच्चा | billi billee | বিড়াল বেড়াল
pet pets companion_animal animals | पालतू पेट_एनिमल जानवर | paltu pet pets janwar | পোষ্য পোষা পোষা_প্রাণী প্রাণী
fur coat_of_fur fur_coat | बाल फर रोएं | baal fur | লোম পশম
hair hairs | बाल केश | baal bal kesh | চুল
haircut hair_cut haircuts cutting_hair trim_hair | बाल_काट~ बाल_कटवा~ कटिंग | baal_kaat~ baal_katwa~ cutting | চুল_কাট~ লোম_কাট~ চুল_ছাঁট~
nail nails claw claws | नाखून | nakhun naakhun | নখ
tooth teeth dental dentist tooths | दांत दाँत दन्त | daant dant | দাঁত
bone fracture broken_bone fractures | हड्डी हड्डियां | haddi | হাড়
eye eyes eyesight vision | आंख आँख नज़र | aankh ankh nazar | চোখ
skin skins rash rashes | त्वचा चमड़ी | twacha chamdi | ত্বক চামড়া
ear ears | कान | kaan | কান
tick ticks flea fleas lice | किलनी पिस्सू जूं | kilni pissu | এঁটুলি উকুন
muzzle leash collar collars | मज़ल पट्टा | patta muzzle | মুখবন্ধ কলার
dewormer deworming worm worms | कीड़े_की_दवा | deworming keede_ki_dawa | কৃমি
special_diet diet prescription_diet diets | आहार डाइट | aahar diet | ডায়েট পথ্য
medicine medicines tablet tablets | दवा दवाई दवाइयां औषधि | dawa dawai davai | ওষুধ ঔষধ
report reports lab_report film results | रिपोर्ट | report | রিপোর্ট
blood blood_sample sample_of_blood | खून रक्त ब्लड | khoon blood | রক্ত ব্লাড
urine stool | पेशाब मूत्र | peshab | প্রস্রাব
pregnant expecting | गर्भवती | garbhvati | গর্ভবতী অন্তঃসত্ত্বা
musical_instrument instrument instruments | वाद्य वाद्ययंत्र साज यंत्र | vadya instrument saaj | বাদ্যযন্ত্র যন্ত্র বাজনা
flute bamboo_flute | बांसुरी बाँसुरी | bansuri baansuri | বাঁশি
keyboard casio synthesizer | कीबोर्ड | keyboard | কীবোর্ড কিবোর্ড
sarod | सरोद | sarod | সরোদ
saxophone | सैक्सोफोन | saxophone | স্যাক্সোফোন
mandolin | मैंडोलिन | mandolin | ম্যান্ডোলিন
piano | पियानो | piano | পিয়ানো
drum drum_kit drum_set | ड्रम ढोलक | drum dholak | ড্রাম ঢোল
band_party brass_band baraat | बारात बैंड-बाजा | baraat band-baja | ব্যান্ড_পার্টি
water water drinking mineral_water | पानी जल | paani pani jal | জল পানি
food eating meal meals | खाना भोजन खाने | khana khaana bhojan | খাবার খাওয়া আহার
snack snacks refreshments nibbles | नाश्ता नमकीन स्नैक्स | nashta naashta snacks | জলখাবার নাস্তা
breakfast morning_meal | नाश्ता | nashta naashta breakfast | প্রাতরাশ নাস্তা ব্রেকফাস্ট
lunch afternoon_meal | दोपहर_का_खाना लंच | dopahar_ka_khana lunch | দুপুরের_খাবার লাঞ্চ মধ্যাহ্নভোজ
dinner evening_meal supper | रात_का_खाना डिनर | raat_ka_khana dinner | রাতের_খাবার ডিনার নৈশভোজ
vegetarian veg pure_veg | शाकाहारी वेज | shakahari veg | নিরামিষ
non-vegetarian meat nonveg | मांसाहारी नॉनवेज मांस | maansahari nonveg non-veg | আমিষ মাংস
tea chai tea_stall | चाय | chai chay | চা
coffee espresso cappuccino | कॉफी कॉफ़ी | coffee | কফি
cake cake cakes eggless | केक | cake | কেক
furniture furniture furnishings | फर्नीचर | furniture | আসবাব আসবাবপত্র
bed cot cots | पलंग खाट बिस्तर बेड | palang khaat bistar bed | খাট বিছানা
table table tables | मेज टेबल | mez table | টেবিল
chair chair chairs | कुर्सी | kursi | চেয়ার
clothes_item cloth garment clothes | कपड़ा कपड़े | kapda kapde | কাপড় পোশাক জামাকাপড়
shoe shoe shoes | जूता जूते | joota joote jute | জুতো জুতা
ring_item rings | अंगूठी | angoothi | আংটি
spectacle glasses specs | चश्मा | chashma | চশমা
mobile_item handset smartphone mobile_phone | मोबाइल_फोन स्मार्टफोन | mobile_phone smartphone | মোবাইল_ফোন স্মার্টফোন
screen display touch_glass | स्क्रीन डिस्प्ले | screen display | স্ক্রিন ডিসপ্লে
battery batteries cell | बैटरी | battery | ব্যাটারি
tyre tyres tires | टायर | tyre tire | টায়ার চাকা
wheel_alignment alignment balancing wheel_balancing | अलाइनमेंट | alignment | অ্যালাইনমেন্ট
gas_item gas refrigerant lpg | गैस | gas | গ্যাস
seat_cover seat_covers upholstery | सीट_कवर | seat_cover | সিট_কভার
accessory accessories add_ons | एक्सेसरी सामान | accessories | আনুষঙ্গিক
spare_part spares replacement_part | पुर्ज़ा पुर्जे स्पेयर_पार्ट | purja purje spare_part | যন্ত্রাংশ পার্টস
purifier water_purifier ro water_filter purifiers | प्यूरीफायर वाटर_प्यूरीफायर आरओ | purifier water_purifier ro | পিউরিফায়ার ওয়াটার_পিউরিফায়ার আরও_মেশিন
filter cartridge cartridges candle filters membrane | फिल्टर कार्ट्रिज मेम्ब्रेन | filter cartridge membrane | ফিল্টার কার্তুজ মেমব্রেন
hardness hard_water tds borewell | खारा_पानी कठोर_पानी | khara_paani tds | খর_জল টিডিএস
amc annual_maintenance yearly_contract maintenance_contract service_contract | एएमसी सालाना_मेंटेनेंस वार्षिक_रखरखाव | amc salana_maintenance | এএমসি বার্ষিক_রক্ষণাবেক্ষণ
technician technicians service_engineer serviceman | तकनीशियन मिस्त्री कारीगर | technician mistri mistry karigar | টেকনিশিয়ান মিস্ত্রি কারিগর
electric_use electricity_used power_consumption units_used | बिजली_खर्च | bijli_kharch | বিদ্যুৎ_খরচ
electricity power_supply current | बिजली विद्युत | bijli bijlee | বিদ্যুৎ কারেন্ট
visa visas e-visa evisa | वीज़ा वीजा | visa veeza | ভিসা
student_visa study_visa study_permit | स्टूडेंट_वीज़ा छात्र_वीज़ा पढ़ाई_का_वीज़ा | student_visa padhai_ka_visa | স্টুডেন্ট_ভিসা পড়াশোনার_ভিসা
tourist_visa visitor_visa visit_visa tourist | टूरिस्ट_वीज़ा पर्यटक_वीज़ा घूमने_का_वीज़ा | tourist_visa ghoomne_ka_visa | টুরিস্ট_ভিসা পর্যটক_ভিসা বেড়ানোর_ভিসা
work_visa work_permit employment_visa | वर्क_वीज़ा काम_का_वीज़ा | work_visa kaam_ka_visa work_permit | ওয়ার্ক_ভিসা কাজের_ভিসা
passport passports tatkal_passport | पासपोर्ट | passport | পাসপোর্ট
embassy consulate embassies high_commission | दूतावास एम्बेसी | embassy dutavas | দূতাবাস এমব্যাসি
travel_insurance trip_insurance | यात्रा_बीमा ट्रैवल_इंश्योरेंस | travel_insurance yatra_bima | ভ্রমণ_বীমা
air_ticket flight_ticket airfare plane_ticket flight_booking | हवाई_टिकट फ्लाइट_टिकट | hawai_ticket flight_ticket | বিমানের_টিকিট প্লেনের_টিকিট
hotel_booking hotel_stay | होटल_बुकिंग | hotel_booking | হোটেল_বুকিং
canada | कनाडा | canada | কানাডা
australia | ऑस्ट्रेलिया | australia | অস্ট্রেলিয়া
usa america united_states | अमेरिका यूएसए | america usa | আমেরিকা মার্কিন যুক্তরাষ্ট্র
uk britain united_kingdom england london | ब्रिटेन यूके इंग्लैंड लंदन | uk britain london | ব্রিটেন যুক্তরাজ্য লন্ডন ইংল্যান্ড
germany | जर्मनी | germany | জার্মানি
france | फ्रांस | france | ফ্রান্স
italy | इटली | italy | ইতালি
japan | जापान | japan | জাপান
china | चीन | china cheen | চীন
singapore | सिंगापुर | singapore | সিঙ্গাপুর
thailand bangkok | थाईलैंड बैंकॉक | thailand bangkok | থাইল্যান্ড ব্যাংকক
malaysia | मलेशिया | malaysia | মালয়েশিয়া
new_zealand | न्यूज़ीलैंड | new_zealand | নিউজিল্যান্ড
schengen europe european | शेंगेन यूरोप | schengen europe | শেঙেন ইউরোপ
russia | रूस | russia roos | রাশিয়া
saudi saudi_arabia umrah hajj | सऊदी हज उमरा | saudi hajj umrah | সৌদি হজ ওমরাহ
india bharat | भारत हिंदुस्तान इंडिया | bharat india hindustan | ভারত ইন্ডিয়া
`
