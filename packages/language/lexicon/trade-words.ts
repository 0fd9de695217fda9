/** Words of particular trades, in the form of `businessWords`. */
export const tradeWords = `
doctor physician dr consultant doctors | डॉक्टर चिकित्सक डाक्टर वैद्य डॉ | doctor daktar daktor chikitsak vaidya | ডাক্তার চিকিৎসক ডা
nurse nurses nursing | नर्स | nurse | নার্স নার্সিং
patient patients | मरीज रोगी मरीज़ | mareez marij patient | রোগী
hospital hospitals nursing_home | अस्पताल | aspatal hospital | হাসপাতাল
clinic clinics medical_centre medical_center polyclinic | क्लिनिक चिकित्सालय | clinic | ক্লিনিক
medicine medicines drug medication drugs | दवा दवाई दवाइयां औषधि | dawa davai dawai dava dawaiyan | ওষুধ ঔষধ
pharmacy chemist drugstore | दवाखाना फार्मेसी | pharmacy medical_store | ফার্মেসি
treatment therapy treat treatments therapies cure | इलाज उपचार चिकित्सा | ilaj ilaaj upchar treatment | চিকিৎসা থেরাপি
surgery operation surgical surgeries surgeon | सर्जरी ऑपरेशन शल्य | surgery operation | সার্জারি অপারেশন অস্ত্রোপচার
blood_test lab test laboratory pathology diagnostic diagnostics tests | जांच टेस्ट लैब जाँच खून | jaanch janch test khoon | পরীক্ষা টেস্ট ল্যাব রক্ত
x-ray xray xrays | एक्स-रे एक्सरे | xray x-ray | এক্স-রে এক্সরে
mri mri_scan mri_scans | एमआरआई | mri | এমআরআই
ct_scan ct_scans cat_scan | सीटी_स्कैन | ct_scan | সিটি_স্কান সিটি_স্ক্যান
ultrasound sonography usg | अल्ट्रासाउंड सोनोग्राफी | ultrasound sonography | আল্ট্রাসাউন্ড
scan scans scanning | स्कैन | scan | স্ক্যান
dental dentist tooth teeth dentistry dentists | दांत दंत डेंटिस्ट | daant dant dentist | দাঁত ডেন্টিস্ট দন্ত
eye eyes optical vision ophthalmology ophthalmologist | आंख आँख नेत्र | aankh ankh netra | চোখ চক্ষু
skin dermatology dermatologist | त्वचा चर्म | twacha skin chamdi | ত্বক চর্ম
heart cardiac cardiology cardiologist | दिल हृदय | dil hriday | হৃদয় হার্ট হৃদরোগ
bone orthopaedic orthopedic joint bones | हड्डी | haddi | হাড়
pediatric paediatric pediatrician paediatrician child_specialist | बाल_रोग शिशु_रोग | bal_rog child_specialist | শিশুরোগ শিশু_বিশেষজ্ঞ
gynecology gynaecology gynaecologist gynecologist maternity pregnancy | स्त्री_रोग गर्भावस्था प्रसूति | stri_rog pregnancy | স্ত্রীরোগ গর্ভাবস্থা প্রসূতি
vaccine vaccination vaccines immunisation immunization | टीका टीकाकरण वैक्सीन | tika teeka vaccine | টিকা ভ্যাকসিন
ambulance ambulances | एम्बुलेंस एंबुलेंस | ambulance | অ্যাম্বুলেন্স
bed beds | बिस्तर बेड | bistar bed | বেড বিছানা শয্যা
icu intensive_care | आईसीयू | icu | আইসিইউ
ward wards | वार्ड | ward | ওয়ার্ড
specialist expert experts specialists | विशेषज्ञ | visheshagya specialist | বিশেষজ্ঞ
food meal meals cuisine dish dishes eat | खाना भोजन व्यंजन | khana bhojan vyanjan | খাবার খাদ্য পদ খাওয়া
menu bill_of_fare | मेन्यू मेनू | menu | মেনু
breakfast | नाश्ता | nashta naashta breakfast | নাস্তা প্রাতরাশ ব্রেকফাস্ট জলখাবার সকালের_খাবার
lunch midday_meal | लंच दोपहर_का_खाना | lunch dopahar_ka_khana | দুপুরের_খাবার লাঞ্চ মধ্যাহ্নভোজ
dinner supper | रात_का_खाना डिनर | dinner raat_ka_khana | রাতের_খাবার ডিনার
buffet unlimited | बुफे | buffet bufe | বুফে
thali set_meal platter | थाली | thali | থালি
vegetarian veg pure_veg vegetable vegetables veggie | शाकाहारी सब्जी वेज | shakahari veg sabzi sabji | নিরামিষ সবজি ভেজ
non-vegetarian non-veg nonveg meat non_veg | मांसाहारी मांस नॉनवेज | mansahari nonveg non-veg mans | আমিষ মাংস
vegan plant-based plant_based | वीगन | vegan | ভেগান
chicken | चिकन मुर्गा मुर्गी | chicken murga murgi | চিকেন মুরগি মুরগির
mutton lamb goat | मटन | mutton matan | মাটন খাসি
fish | मछली | machhli machli fish | মাছ
prawn prawns shrimp | झींगा | jhinga prawn | চিংড়ি
seafood | सीफूड | seafood | সামুদ্রিক_খাবার
egg eggs | अंडा अंडे | anda ande | ডিম
rice | चावल भात | chawal chaval | ভাত চাল
biryani | बिरयानी | biryani biriyani | বিরিয়ানি
pulao pilaf | पुलाव | pulao | পোলাও
bread breads loaf | ब्रेड | bread | পাউরুটি
roti chapati rotis | रोटी | roti chapati | রুটি
naan | नान | naan | নান
milk | दूध | doodh dudh | দুধ
curd yogurt yoghurt dahi | दही | dahi | দই
paneer cottage_cheese | पनीर | paneer | পনির
dairy | डेयरी | dairy | ডেইরি
sweet sweets dessert desserts mithai | मिठाई मीठा | mithai meetha mitha | মিষ্টি ডেজার্ট
ice_cream ice-cream kulfi | आइसक्रीम | icecream ice_cream | আইসক্রিম
pastry pastries | पेस्ट्री | pastry | পেস্ট্রি
cake cakes | केक | cake | কেক
tea chai | चाय | chai chay | চা
coffee | कॉफी कॉफ़ी | coffee kofi | কফি
water drinking_water | पानी जल | pani paani | জল পানি
juice juices | जूस | juice | জুস
drink drinks beverage beverages | पेय | drinks | পানীয়
alcohol liquor alcoholic bar | शराब दारू मद्यपान मदिरा | sharab daru daaru alcohol | মদ অ্যালকোহল মদ্যপান মদ্য
wine wines | वाइन | wine | ওয়াইন
beer beers | बीयर | beer | বিয়ার
halal | हलाल | halal | হালাল
gluten gluten-free | ग्लूटेन | gluten | গ্লুটেন
allergy allergen allergies allergens allergic | एलर्जी | allergy | অ্যালার্জি
spicy chilli hot_food | तीखा मसालेदार | teekha masaledar | ঝাল
spice spices masala | मसाला मसाले | masala | মসলা মশলা
chef cook cooks | शेफ रसोइया बावर्ची | chef rasoiya | শেফ রাঁধুনি রাঁধুনী
table dine_in tables seating dine-in | टेबल मेज | table mez | টেবিল
takeaway take_away takeout take-away parcel_food | टेकअवे पैक | takeaway pack | টেকঅ্যাওয়ে
catering cater caterer caters | कैटरिंग | catering | ক্যাটারিং
restaurant restaurants diner eatery | रेस्टोरेंट रेस्तरां भोजनालय | restaurant hotel | রেস্টুরেন্ট রেস্তোরাঁ
cafe cafes coffee_shop | कैफे | cafe | ক্যাফে
hotel lodge resort guesthouse guest_house inn homestay | होटल लॉज | hotel lodge | হোটেল লজ
check-in check_in checkin | चेक-इन चेकइन | checkin check-in check_in | চেক-ইন চেকইন
check-out check_out checkout leave_the_room leaving_the_room vacate_the_room leave_by | चेक-आउट चेकआउट कमरा_खाली | checkout check-out check_out kamra_khali | চেক-আউট চেকআউট ঘর_ছাড়তে ঘর_ছাড়ার রুম_ছাড়তে
suite suites | सुइट | suite | স্যুট
deluxe | डीलक्स | deluxe | ডিলাক্স
pool swimming_pool swimming | स्विमिंग_पूल तैराकी | swimming_pool pool | সুইমিং_পুল পুল
gym fitness workout exercise | जिम व्यायाम | gym kasrat | জিম ব্যায়াম
spa | स्पा | spa | স্পা
massage massages | मालिश मसाज | malish massage | মালিশ ম্যাসাজ
sauna | सॉना | sauna | সনা
laundry wash washing ironing | कपड़े_धोना लॉन्ड्री धुलाई | laundry dhulai | লন্ড্রি ধোয়া কাপড়_ধোয়া
dry_cleaning dry_clean dry_cleaner | ड्राई_क्लीनिंग | dry_cleaning | ড্রাই_ক্লিনিং
airport airport_transfer | हवाई_अड्डा एयरपोर्ट हवाईअड्डा | airport hawai_adda | বিমানবন্দর এয়ারপোর্ট
station railway railway_station train | स्टेशन रेलवे ट्रेन | station railway train | স্টেশন রেল ট্রেন
metro subway | मेट्रो | metro | মেট্রো
bus coach minibus buses coaches | बस | bus | বাস
car cars automobile | गाड़ी कार गाड़ियां | gaadi gadi car gaadiyan gadiyan | গাড়ি
vehicle vehicles | वाहन | vahan vehicle | যানবাহন
taxi cab cabs taxis | टैक्सी कैब | taxi cab | ট্যাক্সি ক্যাব
bike motorcycle bikes motorcycles motorbike two-wheeler | बाइक मोटरसाइकिल | bike motorcycle | বাইক মোটরসাইকেল
scooter scooters scooty | स्कूटर | scooter scooty | স্কুটার
bicycle bicycles cycle cycling cycles | साइकिल | cycle saikil | সাইকেল
driver chauffeur drivers | ड्राइवर चालक | driver chalak | চালক ড্রাইভার
fleet range_of_vehicles | बेड़ा | fleet | বহর
trip tour travel journey trips tours outing | यात्रा सफर टूर | yatra safar tour trip | ভ্রমণ যাত্রা ট্যুর
outstation intercity | आउटस्टेशन | outstation | আউটস্টেশন
distance kilometre kilometer km kilometers far | दूरी दूर किलोमीटर | doori dur door kilometer | দূরত্ব দূর কিলোমিটার
flight plane airline flights air_ticket air_tickets airfare air_fare | उड़ान फ्लाइट | flight udaan | ফ্লাইট বিমান
visa visas | वीज़ा वीजा | visa | ভিসা
passport passports | पासपोर्ट | passport | পাসপোর্ট
immigration | आप्रवासन | immigration | অভিবাসন
ticket tickets | टिकट | ticket tikat | টিকিট
wedding marriage weddings | शादी विवाह | shaadi shadi vivah | বিয়ে বিবাহ বিয়েবাড়ি
bridal bride brides | दुल्हन | dulhan | কনে ব্রাইডাল
groom | दूल्हा | dulha | বর
birthday birthdays | जन्मदिन | janamdin birthday | জন্মদিন
anniversary anniversaries | सालगिरह | salgirah anniversary | বার্ষিকী
photo photography photographer picture photos pictures | फोटो तस्वीर | photo tasveer | ছবি ফটো
hall banquet banquet_hall halls | हॉल बैंक्वेट | hall banquet | হল ব্যাঙ্কোয়েট
conference meeting_room conference_room conference_hall meeting | सम्मेलन कॉन्फ्रेंस | conference meeting | সম্মেলন কনফারেন্স
venue venues | स्थल | venue | ভেন্যু
auditorium | सभागार | auditorium | মিলনায়তন অডিটোরিয়াম
hair | बाल | baal bal | চুল
haircut hairstyle hair_cut barber haircuts | हेयरकट कटिंग बाल_कटवाना | haircut baal_katwana katai | চুলকাটা হেয়ারকাট চুল_কাটা
salon parlour beauty beautician parlor | सैलून पार्लर ब्यूटी | salon parlour parlor | সেলুন পার্লার বিউটি
facial face cleanup | फेशियल चेहरा | facial chehra | ফেসিয়াল মুখ
makeup make-up make_up cosmetic | मेकअप | makeup | মেকআপ সাজ
nail nails nail_art | नाखून | nakhun nail | নখ
manicure | मैनीक्योर | manicure | ম্যানিকিউর
pedicure | पेडीक्योर | pedicure | পেডিকিউর
mehendi henna mehndi | मेहंदी | mehndi mehendi | মেহেন্দি
tattoo piercing | टैटू | tattoo | ট্যাটু
school schools | स्कूल विद्यालय | school vidyalaya | স্কুল বিদ্যালয়
college university colleges | कॉलेज विश्वविद्यालय | college | কলেজ বিশ্ববিদ্যালয়
academy institute institution | संस्थान अकादमी | sansthan academy institute | প্রতিষ্ঠান একাডেমি
class classes course courses lesson lessons batch programme program batches | कक्षा क्लास कोर्स पाठ्यक्रम बैच | kaksha class course | ক্লাস কোর্স শ্রেণি শ্রেণী ব্যাচ
teacher instructor tutor faculty teachers trainer trainers instructors | शिक्षक अध्यापक टीचर | shikshak teacher adhyapak | শিক্ষক টিচার শিক্ষিকা
principal headmaster headmistress head_teacher | प्रधानाचार्य प्रिंसिपल | principal pradhanacharya | অধ্যক্ষ প্রিন্সিপাল প্রধান_শিক্ষক প্রধান_শিক্ষিকা
admission admissions enrol enroll enrolment enrollment join joining | दाखिला प्रवेश एडमिशन भर्ती | admission dakhila pravesh bharti | ভর্তি অ্যাডমিশন
exam examination test_exam exams test tests entrance_test logic_test | परीक्षा इम्तिहान | pariksha exam imtihan | পরীক্ষা
subject subjects curriculum syllabus | विषय पाठ्यक्रम | vishay subject | বিষয় পাঠ্যক্রম
grade standard_class marks | श्रेणी | grade | গ্রেড
hostel dormitory boarding | छात्रावास हॉस्टल | hostel chhatravas | হোস্টেল ছাত্রাবাস
uniform dress_code | वर्दी यूनिफॉर्म | uniform vardi | ইউনিফর্ম পোশাক
scholarship bursary scholarships | छात्रवृत्ति स्कॉलरशिप | scholarship chhatravritti | বৃত্তি স্কলারশিপ
library | पुस्तकालय लाइब्रेरी | library pustakalay | গ্রন্থাগার লাইব্রেরি পাঠাগার
book_reading books | किताब पुस्तक किताबें | kitab kitaab pustak | বই
training coaching train_course workshop workshops | प्रशिक्षण ट्रेनिंग कोचिंग | training prashikshan coaching | প্রশিক্ষণ ট্রেনিং কোচিং
music musical | संगीत | sangeet | সঙ্গীত
dance dancing | नृत्य डांस | nritya dance | নাচ
song songs singing | गाना | gaana | গান
sport sports game games | खेल | khel | খেলা খেলাধুলা
cricket | क्रिकेट | cricket | ক্রিকেট
football soccer | फुटबॉल | football | ফুটবল
yoga | योग | yoga yog | যোগ যোগব্যায়াম
meditation | ध्यान | dhyan meditation | ধ্যান
`
