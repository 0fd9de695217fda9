/** More everyday nouns and qualities that callers use of any business, in the form of `serviceWords`. */
export const commonWords = `
swimwear swimsuit swimsuits costume costumes swimming_costume swimming_costumes bathing_suit | स्विमसूट तैराकी_पोशाक | swimsuit swimming_costume | সুইমস্যুট সাঁতারের_পোশাক
slide_ride slide slides | स्लाइड फिसलपट्टी | slide | স্লাইড
ride ride rides | झूला झूले राइड | jhoola jhoole ride | রাইড দোলনা
shuttle shuttles shuttle_bus free_bus | शटल | shuttle shuttle_bus | শাটল শাটল_বাস
bus buses coach | बस | bus | বাস বাসে
changing_room changing_rooms dressing_room change_clothes | कपड़े_बदल~ चेंजिंग_रूम | kapde_badal~ changing_room | কাপড়_বদলা~ কাপড়_বদলানোর_ঘর জামা_বদলা~
reentry re-entry come_back_in go_out_and_come_back leave_and_come_back | दोबारा_अंदर वापस_अंदर | wapas_andar dobara_andar | আবার_ঢোক~
front_side front front_row front_rows | आगे आगे_की सामने_की | aage aage_ki | সামনের আগের_সারি
middle_side middle middle_row | बीच_की | beech_ki | মাঝের
city city_centre downtown | सिटी शहर | city shahar | সিটি শহর
lifeguard lifeguards lifeguard_on_duty | लाइफगार्ड | lifeguard | লাইফগার্ড
life_jacket life_jackets life_vest | लाइफ_जैकेट | life_jacket | লাইফ_জ্যাকেট
costume_dress fancy_dress outfit | पोशाक | poshak | পোশাক
dividend dividends | लाभांश | labhansh dividend | লভ্যাংশ ডিভিডেন্ড
meeting annual_meeting agm general_meeting meetings | बैठक सभा मीटिंग | baithak sabha meeting | সভা বৈঠক মিটিং
vacant free_now vacancy empty unoccupied available_now | खाली | khaali khali | খালি ফাঁকা
open_account open_an_account account_opening opening_an_account new_account | खाता_खोल~ खाता_खुल~ | khata_khol~ khata_khul~ account_khol~ account_khul~ | অ্যাকাউন্ট_খুল~ অ্যাকাউন্ট_খোলা খাতা_খোলা
atm atms cash_machine cash_point | एटीएम | atm | এটিএম
withdraw_cash cash_withdrawal take_out_cash | पैसे_निकाल~ पैसा_निकाल~ | paise_nikaal~ paisa_nikal~ | টাকা_তোলা টাকা_তুল~
transfer_money neft rtgs imps money_transfer fund_transfer | पैसे_भेज~ | paise_bhej~ | টাকা_পাঠা~ আরটিজিএস এনইএফটি
share shares equity | शेयर | share | শেয়ার
nominee nominees | नॉमिनी | nominee | নমিনি
minimum_balance balance_kept | न्यूनतम_शेष न्यूनतम_बैलेंस | minimum_balance | ন্যূনতম_ব্যালেন্স
home house homes | होम | home | হোম
vehicle_loan car_loan auto_loan two-wheeler_loan | गाड़ी_का_लोन वाहन_ऋण कार_लोन | gaadi_ka_loan gaadi_ke_loan car_loan | গাড়ির_লোন গাড়ির_ঋণ
education_loan study_loan student_loan loan_for_studies | पढ़ाई_का_लोन शिक्षा_ऋण एजुकेशन_लोन | padhai_ka_loan padhai_ke_liye_loan education_loan | শিক্ষা_ঋণ পড়াশোনার_ঋণ
home_loan housing_loan house_loan | होम_लोन घर_का_लोन गृह_ऋण | home_loan ghar_ka_loan | গৃহঋণ বাড়ির_লোন হোম_লোন
gold_loan loan_against_gold | गोल्ड_लोन सोने_पर_लोन | gold_loan sone_par_loan | গোল্ড_লোন সোনা_বন্ধক
business_loan loan_for_business | बिज़नेस_लोन व्यापार_ऋण | business_loan | ব্যবসার_ঋণ ব্যবসার_জন্য_ঋণ ব্যবসায়িক_ঋণ
personal_loan | पर्सनल_लोन | personal_loan | ব্যক্তিগত_ঋণ পার্সোনাল_লোন
credit_card credit_cards | क्रेडिट_कार्ड | credit_card | ক্রেডিট_কার্ড
debit_card debit_cards | डेबिट_कार्ड | debit_card | ডেবিট_কার্ড
processing_fee processing_charge | प्रोसेसिंग_फीस | processing_fee | প্রসেসিং_ফি
recurring_deposit rd | आवर्ती_जमा आरडी | recurring_deposit rd | রেকারিং_ডিপোজিট
pension pensioner pensioners | पेंशन पेंशनर | pension | পেনশন
widow widows | विधवा | vidhwa | বিধবা
soldier soldiers army defence ex-servicemen armed_forces | सैनिक सैनिकों फौजी | sainik fauji | সৈনিক সেনা
farmer_person farmers farmer | किसान | kisan | কৃষক চাষি
agriculture_loan crop_loan farm_loan kisan_loan | कृषि_ऋण फसल_ऋण | krishi_loan | কৃষি_ঋণ
tree trees | पेड़ पेड़ों | ped pedh | গাছ
grass lawn_grass turf | घास | ghaas | ঘাস
leaf leaves_of | पत्ता पत्ते | patta patte | পাতা
bag_sack sack sacks | बोरी थैला | bori thaila | বস্তা থলে
cap_hat cap caps hat | टोपी | topi | টুপি
goggles swimming_goggles | चश्मा गॉगल्स | goggles | চশমা
umbrella parasol cabana shade | छाता | chhata | ছাতা ছাউনি
bottle bottles | बोतल | botal | বোতল
box_item box boxes carton | डिब्बा डब्बा पेटी | dibba peti | বাক্স ডিব্বা
rope ropes | रस्सी | rassi | দড়ি
lock locks | ताला | taala | তালা
stairway staircase steps | सीढ़ी सीढ़ियां | seedhi | সিঁড়ি
road street highway lane | सड़क गली | sadak gali | রাস্তা সড়ক গলি
square_place crossing junction chowk roundabout | चौक चौराहा | chowk chauraha | মোড় চৌরাস্তা চক
railway_station train_station railway_junction junction | रेलवे_स्टेशन | railway_station | রেল_স্টেশন রেলওয়ে_স্টেশন স্টেশন
airport | हवाई_अड्डा एयरपोर्ट | hawai_adda airport | বিমানবন্দর এয়ারপোর্ট
bus_stand bus_stop bus_terminus | बस_अड्डा बस_स्टॉप बस_स्टैंड | bus_adda bus_stop bus_stand | বাস_স্ট্যান্ড বাসস্টপ
auto_rickshaw auto rickshaw tuk-tuk | ऑटो रिक्शा | auto rickshaw | অটো রিকশা
taxi cab ola uber | टैक्सी कैब | taxi cab | ট্যাক্সি
left_luggage cloakroom luggage_room bags_kept | सामान_रख~ क्लोकरूम | saaman_rakh~ cloakroom | মালপত্র_রাখ~ ক্লোকরুম
first_aid first-aid nurse_on_duty | प्राथमिक_उपचार फर्स्ट_एड | first_aid | প্রাথমিক_চিকিৎসা
guard security_guard watchman | चौकीदार गार्ड सुरक्षा_गार्ड | guard chowkidar | দারোয়ান গার্ড প্রহরী
camera_cctv cctv security_camera | सीसीटीवी | cctv | সিসিটিভি
lost_found lost_and_found lost_property lost_things lost_item | खोया_सामान खोया_हुआ_सामान | khoya_saaman khoya_hua_saaman | হারানো_জিনিস
feeding_room breastfeeding nursing_room baby_room | स्तनपान | feeding_room | স্তন্যদান
prayer_room namaz | नमाज़ प्रार्थना_कक्ष | namaz prayer_room | নামাজ প্রার্থনা_কক্ষ
play_area kids_zone children's_corner kids_corner play_corner | बच्चों_का_कोना खेलने_की_जगह | play_area bachchon_ke_khelne | খেলার_জায়গা
smoking smoke cigarettes | सिगरेट धूम्रपान बीड़ी | cigarette smoking beedi | ধূমপান সিগারেট বিড়ি
alcohol drinks_alcohol beer_wine | शराब दारू | sharab daaru | মদ
music_loud loudspeaker dj | डीजे लाउडस्पीकर | dj loudspeaker | ডিজে মাইক
bonus_gift freebie freebies | मुफ्त_उपहार | free_gift | ফ্রি_উপহার
seat_place seat seats | सीट सीटें | seat | সিট আসন
ticket tickets entry_ticket admission_ticket entry_fee entrance_fee | टिकट प्रवेश_शुल्क | ticket entry_fee | টিকিট প্রবেশমূল্য
season_pass annual_pass yearly_pass | सीज़न_पास सालाना_पास | season_pass salana_pass | সিজন_পাস বার্ষিক_পাস
group_discount group_booking group_rate | ग्रुप_बुकिंग समूह_बुकिंग | group_booking | দলগত_বুকিং দল_বেঁধে
school_trip school_groups school_visit school_picnic | स्कूल_पिकनिक | school_trip school_picnic | স্কুলের_পিকনিক
party_item birthday_party party | जन्मदिन_पार्टी | birthday_party | জন্মদিনের_পার্টি
cake eggless_cake | केक | cake | কেক
flavour flavours flavor taste_of | स्वाद फ्लेवर | flavour | স্বাদ ফ্লেভার
size_of sizes measurement | साइज़ नाप आकार | size naap | সাইজ মাপ আকার
pattern_design patterns motif | पैटर्न डिज़ाइन | pattern design | নকশা প্যাটার্ন
fabric cloth_material cloth | कपड़ा | kapda | কাপড়
thread yarn | धागा | dhaaga | সুতো
wood teak sheesham mango_wood | लकड़ी सागौन शीशम | lakdi sagwan sheesham | কাঠ সেগুন
iron iron wrought | लोहा लोहे | loha lohe | লোহা
steel steel | स्टील इस्पात | steel | ইস্পাত স্টিল
glass glass | कांच शीशा | kaanch sheesha | কাঁচ
stone stone stones | पत्थर | patthar | পাথর
sand_item sand | रेत बालू | ret baalu | বালি
soil mud clay | मिट्टी | mitti | মাটি
roof roof terrace | छत छतों | chhat chat | ছাদ
wall wall walls | दीवार | deewar | দেওয়াল
floor flooring | फर्श | farsh | মেঝে
door door | दरवाज़ा | darwaza | দরজা
window_item window | खिड़की | khidki | জানালা
kitchen kitchen | रसोई किचन | rasoi kitchen | রান্নাঘর
fan fan | पंखा | pankha | পাখা
bulb bulbs light lights | बल्ब बत्ती | bulb batti | বাল্ব আলো
heater_item heater geyser hot_water | गीज़र गरम_पानी गर्म_पानी | geyser garam_paani | গিজার গরম_জল
cooler_item cooler air_cooler | कूलर | cooler | কুলার
washing_machine washer | वॉशिंग_मशीन | washing_machine | ওয়াশিং_মেশিন
fridge refrigerator | फ्रिज | fridge | ফ্রিজ
stove gas_stove burner cooktop | चूल्हा गैस_चूल्हा | chulha gas_stove | চুলা উনুন
cylinder cylinders gas_cylinder | सिलेंडर गैस_सिलेंडर | cylinder gas_cylinder | সিলিন্ডার গ্যাস_সিলিন্ডার
leak leaking leakage | लीक रिसाव टपक~ | leak leakage tapak~ | লিক ফুটো
pipe pipe pipes | पाइप नली | pipe nali | পাইপ নল
tank tank tanks | टंकी टैंक | tanki tank | ট্যাংক চৌবাচ্চা
pond fish_pond | तालाब | talab | পুকুর
hill hill hills | पहाड़ पहाड़ी | pahad pahadi | পাহাড়
forest_item forest jungle | जंगल वन | jungle | জঙ্গল বন
temple temple mandir | मंदिर | mandir | মন্দির
mosque mosque masjid | मस्जिद | masjid | মসজিদ
village village | गांव गाँव | gaon gaanv | গ্রাম
sunrise dawn | सूर्योदय | suryoday | সূর্যোদয়
tent tent tents | तंबू टेंट | tambu tent | তাঁবু টেন্ট
bonfire bonfire | अलाव | alaav bonfire | বনফায়ার
guide guide guides | गाइड मार्गदर्शक | guide | গাইড
boat boat boats | नाव नौका | naav nauka | নৌকা
bicycle cycle cycles | साइकिल | cycle saikil | সাইকেল
horse pony | घोड़ा | ghoda | ঘোড়া
cow cattle buffalo | गाय भैंस | gaay bhains gai | গরু গাই মহিষ
goat_animal goat | बकरी | bakri | ছাগল
bird bird birds parrot | पक्षी चिड़िया तोता | chidiya tota pakshi | পাখি টিয়া
fish fish | मछली | machhli machli | মাছ
egg egg | अंडा अंडे | anda ande | ডিম
milk milk | दूध | doodh dudh | দুধ
rice rice | चावल | chawal | চাল ভাত
flour flour | आटा | aata | আটা ময়দা
vegetable_item vegetables vegetable | सब्ज़ी सब्जी सब्जियां | sabzi sabji | সবজি শাকসবজি তরকারি
fruit fruit fruits | फल | phal | ফল
sweet sweets mithai | मिठाई | mithai | মিষ্টি
spice spices masala | मसाला मसाले | masala | মশলা
pickle pickles | अचार | achaar | আচার
oil oil | तेल | tel | তেল
salt salt | नमक | namak | নুন লবণ
sugar sugar | चीनी | cheeni | চিনি
cup_item cup | कप प्याला | cup pyala | কাপ
plate_item plate plates | थाली प्लेट | thali plate | থালা প্লেট
spoon spoons cutlery | चम्मच | chammach | চামচ
gift_wrapping gift_wrap | गिफ्ट_पैक गिफ्ट_रैप | gift_pack gift_wrap | গিফট_প্যাক উপহারের_মোড়ক
greeting_card card_message | ग्रीटिंग_कार्ड | greeting_card | শুভেচ্ছা_কার্ড
exchange_offer exchange_bonus | एक्सचेंज_ऑफर | exchange_offer | এক্সচেঞ্জ_অফার
expiry expired_on | एक्सपायरी | expiry | মেয়াদ_উত্তীর্ণ
purity hallmark hallmarked karat carat | शुद्धता हॉलमार्क कैरेट | shuddhata hallmark | বিশুদ্ধতা হলমার্ক ক্যারেট
making_charge making_charges | मेकिंग_चार्ज बनवाई | making_charge banwai | মেকিং_চার্জ মজুরি
bangle bangles bracelet | चूड़ी कंगन | chudi kangan | চুড়ি বালা
necklace chain_necklace | हार मंगलसूत्र | haar mangalsutra | হার নেকলেস
earring earrings | बाली झुमका | jhumka baali | দুল কানের
anklet payal | पायल | payal | নূপুর
`
