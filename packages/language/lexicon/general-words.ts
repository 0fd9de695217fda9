/** More words of goods, crafts, studies and places, in the form of `businessWords`. */
export const generalWords = `
sugar sugar-free sugarless | चीनी शक्कर | cheeni shakkar | চিনি
salt salted | नमक | namak | লবণ নুন
oil oils cooking_oil | तेल | tel | তেল
ghee | घी | ghee | ঘি
honey | शहद | shahad | মধু
flour | आटा मैदा | atta maida | আটা ময়দা
potato potatoes | आलू | aloo | আলু
onion onions | प्याज़ प्याज | pyaz pyaaz | পেঁয়াজ
garlic | लहसुन | lahsun | রসুন
mango mangoes | आम | aam | আম
momo momos dumpling dumplings | मोमो | momo | মোমো
noodle noodles chowmein | नूडल चाउमीन | noodles chowmein | নুডলস চাউমিন
kebab kebabs kabab | कबाब | kabab kebab | কাবাব
tandoori tandoor | तंदूरी | tandoori | তন্দুরি
dal lentil lentils | दाल | dal | ডাল
south_indian dosa idli | डोसा इडली | dosa idli | ধোসা ইডলি
chinese_food chinese | चाइनीज़ चाइनीज | chinese | চাইনিজ
portion portions plate serves_people | प्लेट | plate | প্লেট
soft_drink cold_drink soda cola | कोल्ड_ड्रिंक | cold_drink | কোল্ড_ড্রিংক ঠান্ডা_পানীয়
packing packaging box packed | पैकिंग पैकेजिंग डिब्बा डब्बा | packing dabba | প্যাকেজিং প্যাকিং
gift_wrap gift_box gift_hamper hamper hampers | उपहार | gift uphar tohfa | উপহার গিফট
idol statue sculpture sculptures | मूर्ति | murti moorti | মূর্তি প্রতিমা
painting_art artwork art arts artist | कला चित्र कलाकार | kala kalakar | শিল্প শিল্পী চিত্রকলা
craft handicraft handicrafts artisan artisans weaver weavers | हस्तशिल्प कारीगर बुनकर | hastshilp karigar bunkar | হস্তশিল্প কারিগর তাঁতি
silk | रेशम सिल्क | resham silk | রেশম সিল্ক
cotton | सूती कपास कॉटन | suti cotton | সুতি তুলা
jute | जूट | jute | পাট
wool woollen | ऊन ऊनी | oon | পশম উল
leather | चमड़ा | chamda leather | চামড়া
bamboo cane | बांस बाँस | baans | বাঁশ বেত
clay pottery terracotta | मिट्टी | mitti | মাটি পোড়ামাটি
brass bronze copper | पीतल तांबा | peetal | পিতল কাঁসা তামা
aluminium aluminum | एल्युमिनियम | aluminium | অ্যালুমিনিয়াম
rubber | रबर | rubber | রাবার
chemical chemicals | रसायन केमिकल | chemical rasayan | রাসায়নিক কেমিক্যাল
coating coated finish_coating galvanised galvanized | कोटिंग परत | coating | প্রলেপ কোটিং
thread threaded | धागा | dhaga | সুতো
tonnage ton tons tonne tonnes | टन | ton | টন
liter litre litres liters ltr | लीटर | litre | লিটার
meter metre metres meters | मीटर | meter | মিটার
horsepower hp | हॉर्सपावर | hp | হর্সপাওয়ার অশ্বশক্তি
phase single_phase three_phase | फेज़ | phase | ফেজ
efficiency efficient | दक्षता | efficiency | দক্ষতা
output production_capacity throughput per_day_output | उत्पादन | utpadan | উৎপাদন
frame frames | फ्रेम | frame | ফ্রেম
tank tanks cistern | टंकी टैंक | tanki tank | ট্যাঙ্ক ট্যাংক
filter filters purifier | फिल्टर | filter | ফিল্টার
fan fans | पंखा | pankha | পাখা ফ্যান
fridge refrigerator refrigerators fridges | फ्रिज | fridge | ফ্রিজ
washing_machine | वॉशिंग_मशीन | washing_machine | ওয়াশিং_মেশিন
oven oven_toaster microwave | ओवन माइक्रोवेव | oven microwave | ওভেন মাইক্রোওয়েভ
cable wire wiring cables wires | तार वायरिंग | taar wiring | তার ওয়্যারিং
switch switchboard socket plug | स्विच | switch | সুইচ
door doors window windows | दरवाज़ा खिड़की | darwaza khidki | দরজা জানালা
roof roofing rooftop | छत | chhat | ছাদ
wall walls | दीवार | deewar | দেওয়াল দেয়াল
leak leakage leaking leaks | लीक रिसाव | leak risaav | লিক ফুটো
drain drains drainage blocked_drain sewer | नाली | naali | নালা নর্দমা ড্রেন
mosquito mosquitoes | मच्छर | machhar | মশা
cockroach cockroaches | कॉकरोच तिलचट्टा | cockroach | আরশোলা তেলাপোকা
rat rats mouse rodent rodents mice | चूहा चूहे | chuha chuhe | ইঁদুর
bedbug bed_bug bed_bugs bedbugs | खटमल | khatmal | ছারপোকা
insect insects bugs | कीड़े कीट | keede | পোকা পোকামাকড়
cow cows cattle buffalo | गाय भैंस | gaay | গরু মোষ
goat_animal goats sheep | बकरी | bakri | ছাগল ভেড়া
bird birds parrot | पक्षी चिड़िया | pakshi chidiya | পাখি
rabbit rabbits | खरगोश | khargosh | খরগোশ
fish_tank aquarium | एक्वेरियम | aquarium | অ্যাকোয়ারিয়াম
grooming groom_pet | ग्रूमिंग | grooming | গ্রুমিং
neutering sterilisation sterilization spay neuter | नसबंदी | nasbandi | নির্বীজন
safari jungle forest wildlife tiger | जंगल सफारी वन | jungle safari | জঙ্গল সাফারি অরণ্য বন
waterfall | झरना | jharna | ঝরনা
island islands | द्वीप | dweep | দ্বীপ
rafting kayak kayaking | राफ्टिंग | rafting | র‍্যাফটিং
ropeway cable_car | रोपवे | ropeway | রোপওয়ে
sunrise | सूर्योदय | suryoday | সূর্যোদয়
sunset | सूर्यास्त | suryast | সূর্যাস্ত
itinerary day_plan schedule_of_trip | कार्यक्रम_यात्रा | itinerary | ভ্রমণসূচি
sightseeing attractions places_to_see | घूमने_की_जगह दर्शनीय | ghumne_ki_jagah | দর্শনীয়_স্থান
pilgrimage pilgrim | तीर्थ | teerth | তীর্থ
porter porters | कुली | kuli | কুলি
housewarming | गृहप्रवेश | grihapravesh | গৃহপ্রবেশ
deep_cleaning deep_clean full_home_cleaning | डीप_क्लीनिंग | deep_cleaning | ডিপ_ক্লিনিং
moving packers_movers shift_house relocate relocation shifting movers | शिफ्टिंग घर_बदलना | shifting ghar_shift | বাসা_বদল শিফটিং
electrician electricians | इलेक्ट्रीशियन बिजली_मिस्त्री | electrician bijli_mistri | ইলেকট্রিশিয়ান বিদ্যুৎ_মিস্ত্রি
carpenter carpenters carpentry woodwork | बढ़ई | badhai carpenter | কাঠমিস্ত্রি ছুতোর
mechanic mechanics | मैकेनिक मिस्त्री | mechanic mistri | মেকানিক মিস্ত্রি
nanny babysitter maid | आया | aaya | আয়া
elder_care care_home caregiver old_age_home | वृद्धाश्रम | vriddhashram | বৃদ্ধাশ্রম
orphanage orphan orphans | अनाथालय अनाथ | anathalay | অনাথ_আশ্রম অনাথ
midday_meal_scheme school_meal lunch_at_school | मध्याह्न_भोजन | | মিড_ডে_মিল দুপুরের_খাবার
crèche creche daycare day_care day-care | डे_केयर शिशुगृह | daycare | ডে_কেয়ার ক্রেশ
nursery nursery_class kindergarten playgroup play_group preschool play_school pre-school kg_class | नर्सरी बालवाड़ी | nursery | নার্সারি কেজি
primary primary_school junior_school | प्राथमिक | prathmik primary | প্রাথমিক
secondary high_school higher_secondary senior_school | माध्यमिक | madhyamik | মাধ্যমিক উচ্চমাধ্যমিক
board_exam cbse icse state_board affiliated affiliation | बोर्ड सीबीएसई | board cbse | বোর্ড
tuition tuition_fee | ट्यूशन | tuition | টিউশন
science | विज्ञान | vigyan science | বিজ্ঞান
maths mathematics | गणित | ganit maths | গণিত অঙ্ক
history_subject geography | भूगोल | bhugol | ভূগোল
robotics robot coding | रोबोटिक्स कोडिंग | robotics coding | রোবোটিক্স কোডিং
playground play_area play_ground | खेल_का_मैदान मैदान | maidan | খেলার_মাঠ মাঠ
swim swim_class | तैराकी | tairaki | সাঁতার
karate martial judo taekwondo | कराटे | karate | ক্যারাটে
guitar guitars | गिटार | guitar | গিটার
piano keyboard_instrument | पियानो | piano | পিয়ানো
tabla | तबला | tabla | তবলা
vocal vocals | गायन | gayan | কণ্ঠসঙ্গীত গান_শেখা
kathak bharatanatyam classical_dance | कथक भरतनाट्यम | kathak | কত্থক ভরতনাট্যম
chess | शतरंज | shatranj | দাবা
badminton | बैडमिंटन | badminton | ব্যাডমিন্টন
tennis | टेनिस | tennis | টেনিস
zumba aerobics | ज़ुम्बा | zumba | জুম্বা
treadmill treadmills | ट्रेडमिल | treadmill | ট্রেডমিল
guest_lecture seminar webinar | सेमिनार | seminar | সেমিনার
gallery_space exhibition_space | प्रदर्शनी | pradarshani | প্রদর্শনী
printing_press offset flex_printing | छपाई | chhapai | ছাপা মুদ্রণ
visiting_card business_card business_cards | विज़िटिंग_कार्ड | visiting_card | ভিজিটিং_কার্ড
invitation invitation_card wedding_card | निमंत्रण आमंत्रण | card nimantran | নিমন্ত্রণ আমন্ত্রণপত্র
banner banners hoarding signage | बैनर | banner | ব্যানার
logo logos branding | लोगो | logo | লোগো
photo_album album albums | एल्बम | album | অ্যালবাম
drone drones aerial | ड्रोन | drone | ড্রোন
video videography videos film_making | वीडियो | video | ভিডিও
decoration decor decorator flowers_decoration | सजावट | sajawat | সাজসজ্জা
sound_system speakers microphone mic | साउंड_सिस्टम माइक | sound_system mic | সাউন্ড_সিস্টেম মাইক
projector | प्रोजेक्टर | projector | প্রোজেক্টর
whiteboard | व्हाइटबोर्ड | | হোয়াইটবোর্ড
desk workstation | डेस्क | desk | ডেস্ক
cabin | केबिन | cabin | কেবিন
pantry | पैंट्री | pantry | প্যান্ট্রি
astrology astrologer horoscope | ज्योतिष | jyotish | জ্যোতিষ
agent broker realtor | एजेंट दलाल | agent | এজেন্ট দালাল
possession handover | कब्ज़ा | possession | দখল
carpet_area built-up super_built-up floor_area | क्षेत्रफल | carpet_area | আয়তন
brokerage commission | कमीशन दलाली | commission | কমিশন দালালি
stamp_duty | स्टाम्प_ड्यूटी | stamp_duty | স্ট্যাম্প_ডিউটি
will_testament probate | वसीयत | vasiyat | উইল
divorce custody | तलाक | talaq | বিবাহবিচ্ছেদ
notary affidavit | शपथपत्र | | হলফনামা
interest_rate interest | ब्याज | byaj | সুদ
premium_amount premium_payment | प्रीमियम | premium | প্রিমিয়াম
savings savings_account saving_account savings_bank | बचत बचत_खाता सेविंग_अकाउंट | bachat bachat_khata saving_account | সঞ্চয় সেভিংস সঞ্চয়ী
fixed_deposit fixed_deposits fd fds term_deposit | सावधि_जमा फिक्स्ड_डिपॉज़िट फिक्स्ड_डिपॉजिट फिक्स_डिपॉज़िट | fixed_deposit fd | ফিক্সড_ডিপোজিট স্থায়ী_আমানত মেয়াদি_আমানত
shareholder investor investors investment | निवेशक निवेश | nivesh | বিনিয়োগ বিনিয়োগকারী
petrol gasoline | पेट्रोल | petrol | পেট্রোল
diesel | डीज़ल डीजल | diesel | ডিজেল
bhk bedroom bedrooms bed_room | बीएचके बेडरूम | bhk bedroom | বিএইচকে শোবার_ঘর
borrow borrowing lend lending loan_out take_out checked_out check_out_books | उधार_लेना | udhaar | ধার_নেওয়া
engine engines | इंजन | engine | ইঞ্জিন
operator operators | ऑपरेटर | operator | অপারেটর
blouse blouses | ब्लाउज़ ब्लाउज | blouse | ব্লাউজ
hospital_visit ward_visit visiting_hours | मिलने_का_समय | milne_ka_samay | দেখা_করার_সময়
newspaper newspapers magazine magazines | अख़बार अखबार पत्रिका | akhbar | খবরের_কাগজ পত্রিকা
film_video films dvd dvds | | |
lawyer lawyers attorney attorneys advocate advocates solicitor | वकील अधिवक्ता | vakil vakeel | আইনজীবী উকিল
first_visit first_meeting first_appointment first_consultation initial_consultation first_session | पहली_मुलाकात | pehli_mulakat | প্রথম_সাক্ষাৎ
citizenship naturalization naturalisation citizen | नागरिकता | nagrikta | নাগরিকত্ব
firework fireworks cracker crackers | आतिशबाज़ी आतिशबाजी पटाखे पटाखा | pataakhe patakhe aatishbaazi | আতশবাজি বাজি পটকা
recording recordings recorded | रिकॉर्डिंग | recording | রেকর্ডিং
attendance | उपस्थिति हाज़िरी | attendance haziri | উপস্থিতি হাজিরা
centre center centres centers | केंद्र केन्द्र सेंटर | centre center kendra | কেন্দ্র সেন্টার
session sessions sitting sittings | सत्र सेशन | session satra | সেশন
therapist therapists | थेरेपिस्ट | therapist | থেরাপিস্ট
measuring measured measurements_taken fitting_measure | नाप माप | naap | মাপ মাপজোখ
abdomen stomach belly tummy | पेट | | পেট পেটের
chest | छाती सीना | chhati seena | বুক
knee knees | घुटना घुटने | ghutna ghutne | হাঁটু
shoulder shoulders | कंधा कंधे | kandha kandhe | কাঁধ
back_body backache lower_back spine | कमर पीठ | kamar peeth | কোমর পিঠ
neck | गर्दन | gardan | ঘাড়
leg legs foot feet | पैर टांग | pair taang | পা পায়ের
hand hands arm | हाथ | haath | হাত
head_body headache | सिर | sir_dard | মাথা মাথাব্যথা
season seasons | मौसम सीज़न सीजन | season mausam | মরশুম মরসুম ঋতু
firewood | लकड़ी जलावन | lakdi | জ্বালানি_কাঠ
`
