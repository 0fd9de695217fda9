/** Everyday acts, states and things that callers speak of whatever the trade, in the form of `businessWords`. */
export const everydayWords = `
storage disk_space space_for_files room_for_files cloud_storage | स्टोरेज भंडारण | storage | স্টোরেজ
user users seat_licence log_in logins | यूज़र यूजर उपयोगकर्ता | user users | ইউজার ব্যবহারকারী
backup backups backed_up back_up | बैकअप | backup | ব্যাকআপ
data | डेटा डाटा आंकड़े | data | ডেটা তথ্য
television tv television_set televisions tvs | टीवी टेलीविज़न टेलीविजन | tv | টিভি টেলিভিশন
offline without_internet no_internet | ऑफलाइन बिना_इंटरनेट_के बिना_इंटरनेट | bina_internet_ke bina_internet bina_net_ke offline | অফলাইন ইন্টারনেট_ছাড়া ইন্টারনেট_ছাড়াই
trial free_trial try_free try_it_first try_out | ट्रायल आज़माना | trial | ট্রায়াল
leave leaves vacate quit | छोड़ना खाली_करना | chhodna khali_karna | ছাড়া ছাড়তে
village villages rural | गाँव गांव गाँवों ग्रामीण | gaon gaanv gramin | গ্রাম গ্রামে গ্রামীণ
volunteer_person volunteers volunteer | स्वयंसेवक वालंटियर | swayamsevak volunteer | স্বেচ্ছাসেবক
donor donors giver | दाता दानदाता | daanveer donor | দাতা
sewing sew stitch tailoring_course | सिलाई | silai | সেলাই
hand_pump handpump handpumps hand_pumps | हैंडपंप चापाकल | handpump hand_pump chapakal | টিউবওয়েল হ্যান্ডপাম্প নলকূপ
ifsc | आईएफएससी | ifsc | আইএফএসসি
income earnings turnover_year annual_income | आय आमदनी कमाई | aamdani kamai aay | আয় উপার্জন
tax_benefit tax_exemption 80g tax_deduction tax_deductible tax_rebate | कर_छूट आयकर_छूट टैक्स_छूट | tax_chhoot | কর_ছাড়
lens lenses | लेंस | lens | লেন্স
cataract cataracts | मोतियाबिंद | motiyabind | ছানি
glaucoma | काला_मोतिया ग्लूकोमा | kala_motiya | গ্লুকোমা
retina | रेटिना पर्दा | retina | রেটিনা
lasik | लेसिक लैसिक लासिक | lasik lasic | ল্যাসিক লেসিক
spectacle spectacles glasses eyeglasses specs_frame | चश्मा चश्मे | chashma chasma | চশমা
pregnant pregnancy prenatal antenatal expecting | गर्भवती | garbhvati pregnant | গর্ভবতী
outpatient opd | ओपीडी बाह्य_रोगी | opd | ওপিডি আউটডোর
foreign imported overseas_made foreigner foreigners foreign_guests non-indian | विदेशी विदेश | videshi | বিদেশি বিদেশী
indian indigenous domestic made_in_india | भारतीय देसी देशी | bharatiya desi | ভারতীয় দেশি
export_sale exports | निर्यात | niryat export | রপ্তানি
spare_part spares | पुर्ज़े पुर्जे स्पेयर | spare purze | যন্ত্রাংশ খুচরা_যন্ত্রাংশ
foundry casting | ढलाई फाउंड्री | foundry dhalai | ফাউন্ড্রি ঢালাই
pressure | दबाव प्रेशर | dabav pressure | চাপ
body casing | बॉडी ढांचा | body | বডি
inspection inspect third-party | निरीक्षण जांच इंस्पेक्शन | inspection jaanch | পরিদর্শন ইন্সপেকশন
american_express amex | | amex | অ্যামেক্স
base pizza_base | बेस | base | বেস
dough | आटा | dough | খামির
cheese | चीज़ चीज | cheese | চিজ পনির
lawn lawns grounds | लॉन | lawn | লন
bonfire campfire | अलाव बोनफायर | bonfire alaav | বনফায়ার
unmarried single_couple unmarried_couple | अविवाहित गैर_शादीशुदा | avivahit bina_shaadi unmarried | অবিবাহিত
boat_trip boat_ride boating | नौका_विहार नाव_की_सैर | naav boating | নৌকা_ভ্রমণ নৌকাভ্রমণ নৌকাবিহার
extra_bed extra_mattress additional_bed | अतिरिक्त_बिस्तर एक्स्ट्रा_बेड | extra_bed | অতিরিক্ত_বিছানা এক্সট্রা_বেড
jain | जैन | jain | জৈন
crab | केकड़ा | kekda | কাঁকড়া
drive_vehicle drive driving | चलाना गाड़ी_चलाना ड्राइविंग | chalana driving | চালানো চালাতে গাড়ি_চালানো গাড়ি_চালাতে
wear wearing dress_up | पहनना पहनें | pehnna pehne | পরা পরতে
send_message sms text_message | एसएमएस संदेश | sms | এসএমএস বার্তা
remind reminder reminders | याद_दिलाना रिमाइंडर | reminder yaad_dilana | রিমাইন্ডার মনে_করানো
sync synchronise synchronize | | sync | সিঙ্ক
connect connects connected link integrate integration integrations integrates hook_up | जोड़ना कनेक्ट जुड़ना | connect jodna jud | সংযোগ যুক্ত কানেক্ট
encrypt encrypted encryption | एन्क्रिप्शन | encryption | এনক্রিপশন
upgrade move_up | अपग्रेड | upgrade | আপগ্রেড
downgrade move_down | डाउनग्रेड | downgrade | ডাউনগ্রেড
renew renewal renewals renewing | नवीनीकरण रिन्यू | renewal renew navinikaran | নবীকরণ রিনিউ
unlimited no_limit limitless | असीमित अनलिमिटेड | unlimited aseemit | সীমাহীন আনলিমিটেড
limit limits cap restriction | सीमा लिमिट | seema limit | সীমা লিমিট
half | आधा आधी आधे | aadha aadhi aadhe | অর্ধেক
double twice | दोगुना दुगना | dugna double | দ্বিগুণ
full_amount fully in_full whole_amount | पूरा पूरे पूरी | poora pura pure puri | পুরো সম্পূর্ণ
wet damp | गीला भीगा | geela | ভেজা
dry | सूखा | sukha | শুকনো
hot warm | गरम गर्म | garam | গরম
cold cool chilled | ठंडा | thanda | ঠান্ডা
fresh freshly | ताजा | taza | তাজা টাটকা
organic natural chemical-free | जैविक ऑर्गेनिक | organic jaivik | জৈব অর্গানিক
handmade hand-made handcrafted handwoven hand-woven handloom | हस्तनिर्मित हथकरघा हाथ_से_बना | haath_se_bana handmade hathkargha | হাতে_তৈরি হস্তনির্মিত হাতে_বোনা
home_made homemade | घर_का_बना | ghar_ka_bana | ঘরে_তৈরি
waterproof water-resistant | वाटरप्रूफ | waterproof | জলরোধী
noise noisy loud | शोर | shor | শব্দ আওয়াজ
quiet silent peaceful calm | शांत | shant | শান্ত নিরিবিলি
dark | अंधेरा | andhera | অন্ধকার
 lights lighting lamp | रोशनी बत्ती लाइट | roshni batti | আলো বাতি
inside_place indoor indoors inside | अंदर भीतर | andar bheetar | ভিতরে ভেতরে
outside_place outdoor outdoors outside yard | बाहर | bahar baahar | বাইরে
upstairs upper | ऊपर | upar | উপরে
ground_floor downstairs | भूतल निचली_मंज़िल | bhootal | নিচতলা একতলা
corner | | kona | কোণ
opposite facing across_from | सामने | samne saamne | সামনে বিপরীতে উল্টোদিকে
behind back_side | पीछे | peeche | পিছনে
bus_stop bus_stand | बस_अड्डा बस_स्टैंड बस_स्टॉप | bus_stand bus_adda | বাসস্ট্যান্ড বাস_স্টপ
police police_station thana | थाना पुलिस | thana police | থানা পুলিশ
market bazaar bazar | बाज़ार बाजार | bazaar bazar | বাজার
bridge flyover | पुल | pul | সেতু ব্রিজ
park_garden | पार्क उद्यान | | পার্ক উদ্যান
post_office postal post | डाकघर डाक | dak dakghar | ডাকঘর ডাক
postcode pin_code pincode zip_code zip | पिनकोड पिन_कोड | pincode pin_code | পিনকোড পিন_কোড
reach_place arrive arrival | पहुंचना पहुँचना आगमन | pahunchna | পৌঁছানো পৌঁছনো
depart departure leaves_at sets_off | प्रस्थान रवाना | rawana | ছাড়ে রওনা
wait_list waiting_list | प्रतीक्षा_सूची | waiting_list | অপেক্ষমাণ_তালিকা
token queue_number | टोकन | token | টোকেন
follow-up follow_up second_visit see_again return_visit repeat_visit revisit | दोबारा_दिखाना दोबारा_दिखाने फिर_से_दिखाने दुबारा | dobara_dikhana dobara_dikhane dubara | আবার_দেখাতে আবার_দেখানো ফের_দেখাতে
prescription prescriptions | पर्चा पर्ची प्रिस्क्रिप्शन | parcha prescription | প্রেসক্রিপশন
fasting empty_stomach fast_before | खाली_पेट उपवास | khali_pet | খালি_পেটে উপোস
home_collection home_visit visit_at_home home_visits | घर_से_सैंपल घर_आकर | ghar_aakar home_collection | বাড়ি_থেকে_নমুনা বাড়িতে_এসে
bleed blood | खून रक्त | khoon | রক্ত
weight_loss lose_weight slimming | वज़न_घटाना वजन_कम | vajan_kam weight_loss | ওজন_কমানো
diet dietician dietitian nutrition nutritionist | आहार डाइट पोषण | diet aahar | ডায়েট পুষ্টি
mental counselling counsellor psychologist psychiatrist counseling counselor | काउंसलिंग मनोचिकित्सक परामर्श | counselling | কাউন্সেলিং মনোবিদ
hearing hearing_aid ear | सुनने कान | kaan | কান শ্রবণ
nose throat ent | नाक गला | naak gala | নাক গলা
kidney dialysis renal | किडनी गुर्दा डायलिसिस | kidney dialysis | কিডনি ডায়ালিসিস
cancer oncology | कैंसर | cancer | ক্যান্সার
birth delivery_of_baby newborn | प्रसव जन्म | janm prasav | প্রসব জন্ম
stay_overnight overnight_stay night_stay | रात_रुकना रात_ठहरना | raat_rukna | রাত্রিবাস রাতে_থাকা
couple_pair couple couples | जोड़ा जोड़े | joda jode couple | দম্পতি যুগল
young youth teenager teen | युवा किशोर | yuva | তরুণ কিশোর
beginner beginners novice newcomer no_experience | शुरुआती नौसिखिया | beginner naye_log | নতুন_শিক্ষার্থী শিক্ষানবিশ
advanced expert_level | उन्नत एडवांस्ड | advanced | উন্নত
level levels stage_of | स्तर लेवल | level star | স্তর লেভেল
placement placements job_placement campus_placement | प्लेसमेंट | placement | প্লেসমেন্ট
internship intern | इंटर्नशिप | internship | ইন্টার্নশিপ
practice practical hands-on lab_work | अभ्यास प्रैक्टिकल | abhyas practical | অনুশীলন ব্যবহারিক
theory theoretical | सिद्धांत थ्योरी | theory | তত্ত্ব থিওরি
test_drive learner_licence learning_licence learner's_licence | लर्निंग_लाइसेंस लर्नर | learning_licence learner | লার্নার লার্নার_লাইসেন্স
simulator | सिम्युलेटर | simulator | সিমুলেটর
automatic | ऑटोमैटिक | automatic | অটোমেটিক
manual_gear manual gear | मैनुअल गियर | manual gear | ম্যানুয়াল গিয়ার
seat_ring | सीट | seat | সিট
account bank_account | खाता खाते अकाउंट | khata khaata account | অ্যাকাউন্ট হিসাব
account_number | खाता_संख्या खाता_नंबर | khata_number account_number | অ্যাকাউন্ট_নম্বর
cto chief_technology_officer technology_head | | | সিটিও
cfo chief_financial_officer chief_finance_officer finance_head | | | সিএফও
coo chief_operating_officer | | | সিওও
hr human_resources | एचआर | hr | এইচআর
treasurer cashier | कोषाध्यक्ष | koshadhyaksh | কোষাধ্যক্ষ
secretary | सचिव | sachiv | সম্পাদক সচিব
trustee trustees | न्यासी ट्रस्टी | trustee | ট্রাস্টি অছি
editor editors | संपादक | sampadak | সম্পাদক
engineer engineers | इंजीनियर | engineer | ইঞ্জিনিয়ার প্রকৌশলী
accounts_team billing_team accounts_department | | | হিসাব_বিভাগ
cooking cookery culinary | पकाना कुकिंग पाककला | cooking | রান্না রাঁধা রান্নাবান্না
head_office main_office corporate_office registered_office headquarter | मुख्य_कार्यालय प्रधान_कार्यालय मुख्यालय हेड_ऑफिस | head_office mukhya_karyalay | প্রধান_কার্যালয় হেড_অফিস সদর_দপ্তর
late_fee late_charge late_pick-up overtime_fee | विलंब_शुल्क लेट_फीस | late_fee | বিলম্ব_ফি লেট_ফি
sibling siblings brother sister second_child | भाई बहन भाई-बहन | bhai behen | ভাই বোন ভাইবোন
stairs steps staircase | सीढ़ी सीढ़ियां | seedhi | সিঁড়ি
mat yoga_mat mats | चटाई मैट | mat chatai | মাদুর ম্যাট
shower showers bath | शावर नहाने | shower | শাওয়ার স্নানঘর
part-time part_time part-timer part-timers | पार्ट_टाइम अंशकालिक | part_time | পার্ট_টাইম খণ্ডকালীন
full-time full_time | पूर्णकालिक फुल_टाइम | full_time | ফুল_টাইম পূর্ণকালীন
solo alone single_person | अकेले | akele | একা
weekend_batch weekend_class | | |
drop-in single_class single_visit one_class | | |
son sons | बेटा बेटे पुत्र | beta bete | ছেলে
daughter daughters | बेटी पुत्री | beti | মেয়ে
bank_holiday bank_holidays boxing_day | | |
`
