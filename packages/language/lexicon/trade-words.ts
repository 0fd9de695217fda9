/** Words of particular trades, in the form of `businessWords`. */
export const tradeWords = `
doctor physician dr consultant doctors | डॉक्टर चिकित्सक डाक्टर वैद्य | doctor daktar daktor chikitsak | ডাক্তার চিকিৎসক
nurse nurses nursing | नर्स | nurse | নার্স
patient patients | मरीज रोगी मरीज़ | mareez marij patient | রোগী
hospital clinic nursing_home medical_centre medical_center polyclinic | अस्पताल क्लिनिक चिकित्सालय | aspatal hospital clinic | হাসপাতাল ক্লিনিক
medicine medicines drug pharmacy medication chemist drugs | दवा दवाई दवाइयां दवाखाना औषधि | dawa davai dawai dava dawaiyan | ওষুধ ঔষধ ফার্মেসি
treatment therapy treat treatments therapies cure | इलाज उपचार चिकित्सा | ilaj ilaaj upchar treatment | চিকিৎসা থেরাপি
surgery operation surgical surgeries surgeon | सर्जरी ऑपरेशन शल्य | surgery operation | সার্জারি অপারেশন অস্ত্রোপচার
blood_test lab test laboratory pathology diagnostic diagnostics tests | जांच टेस्ट लैब जाँच खून | jaanch janch test khoon | পরীক্ষা টেস্ট ল্যাব রক্ত
x-ray xray scan mri ultrasound ct_scan | एक्स-रे स्कैन एक्सरे | xray x-ray scan | এক্স-রে স্ক্যান এক্সরে
dental dentist tooth teeth dentistry dentists | दांत दंत डेंटिस्ट | daant dant dentist | দাঁত ডেন্টিস্ট দন্ত
eye eyes optical vision ophthalmology ophthalmologist | आंख आँख नेत्र | aankh ankh netra | চোখ চক্ষু
skin dermatology dermatologist | त्वचा चर्म | twacha skin chamdi | ত্বক চর্ম
heart cardiac cardiology cardiologist | दिल हृदय | dil hriday | হৃদয় হার্ট হৃদরোগ
bone orthopaedic orthopedic joint bones | हड्डी | haddi | হাড়
pediatric paediatric pediatrician paediatrician child_specialist | बाल_रोग शिशु_रोग | bal_rog child_specialist | শিশুরোগ শিশু_বিশেষজ্ঞ
gynecology gynaecology gynaecologist gynecologist maternity pregnancy | स्त्री_रोग गर्भावस्था प्रसूति | stri_rog pregnancy | স্ত্রীরোগ গর্ভাবস্থা প্রসূতি
vaccine vaccination vaccines immunisation immunization | टीका टीकाकरण वैक्सीन | tika teeka vaccine | টিকা ভ্যাকসিন
ambulance ambulances | एम्बुलेंस एंबुलेंस | ambulance | অ্যাম্বুলেন্স
bed beds icu ward | बिस्तर बेड | bistar bed | বেড বিছানা শয্যা
specialist expert experts specialists | विशेषज्ञ | visheshagya specialist | বিশেষজ্ঞ
food meal meals cuisine dish dishes eat | खाना भोजन व्यंजन | khana bhojan vyanjan | খাবার খাদ্য পদ খাওয়া
menu bill_of_fare | मेन्यू मेनू | menu | মেনু
breakfast | नाश्ता | nashta naashta breakfast | নাস্তা প্রাতরাশ ব্রেকফাস্ট জলখাবার
lunch midday_meal | लंच दोपहर_का_खाना | lunch dopahar_ka_khana | দুপুরের_খাবার লাঞ্চ মধ্যাহ্নভোজ
dinner supper | रात_का_खाना डिनर | dinner raat_ka_khana | রাতের_খাবার ডিনার
buffet unlimited | बुफे | buffet bufe | বুফে
thali set_meal platter | थाली | thali | থালি
vegetarian veg pure_veg vegetable vegetables veggie | शाकाहारी सब्जी वेज | shakahari veg sabzi sabji | নিরামিষ সবজি ভেজ
non-vegetarian non-veg nonveg meat non_veg | मांसाहारी मांस नॉनवेज | mansahari nonveg non-veg mans | আমিষ মাংস
vegan plant-based plant_based | वीगन | vegan | ভেগান
chicken | चिकन मुर्गा मुर्गी | chicken murga murgi | চিকেন মুরগি মুরগির
mutton lamb goat | मटन | mutton matan | মাটন খাসি
fish seafood prawn prawns | मछली | machhli machli fish | মাছ ইলিশ চিংড়ি
egg eggs | अंडा अंडे | anda ande | ডিম
rice biryani pulao | चावल बिरयानी | chawal chaval biryani | ভাত চাল বিরিয়ানি
bread roti naan chapati | रोटी नान | roti naan | রুটি নান
milk dairy curd paneer | दूध दही पनीर | doodh dudh dahi paneer | দুধ দই পনির
sweet sweets dessert desserts mithai ice_cream pastry | मिठाई मीठा | mithai meetha mitha | মিষ্টি ডেজার্ট
cake cakes | केक | cake | কেক
tea chai | चाय | chai chay | চা
coffee | कॉफी कॉफ़ी | coffee kofi | কফি
water drinking_water | पानी जल | pani paani | জল পানি
juice drink drinks beverage beverages | पेय जूस | juice | পানীয় জুস
alcohol liquor wine beer bar alcoholic | शराब बीयर | sharab daru daaru alcohol beer | মদ অ্যালকোহল
halal | हलाल | halal | হালাল
gluten gluten-free allergy allergen allergies | ग्लूटेन एलर्जी | gluten allergy | গ্লুটেন অ্যালার্জি
spicy chilli spice spices | तीखा मसालेदार मसाला | teekha masala masaledar | ঝাল মসলা মশলা
chef cook cooks | शेफ रसोइया बावर्ची | chef rasoiya | শেফ রাঁধুনি রাঁধুনী
table dine_in tables seating dine-in | टेबल मेज | table mez | টেবিল
takeaway take_away takeout take-away parcel_food | टेकअवे पैक | takeaway pack | টেকঅ্যাওয়ে
catering cater caterer caters | कैटरिंग | catering | ক্যাটারিং
restaurant cafe eatery diner | रेस्टोरेंट रेस्तरां होटल भोजनालय | restaurant hotel | রেস্টুরেন্ট রেস্তোরাঁ হোটেল
hotel lodge resort guesthouse guest_house inn homestay | होटल लॉज | hotel lodge | হোটেল লজ
check-in check_in checkin | चेक-इन चेकइन | checkin check-in check_in | চেক-ইন চেকইন
check-out check_out checkout | चेक-आउट चेकआउट | checkout check-out check_out | চেক-আউট চেকআউট
suite deluxe | सुइट डीलक्स | suite deluxe | স্যুট ডিলাক্স
pool swimming_pool swimming | स्विमिंग_पूल तैराकी | swimming_pool pool | সুইমিং_পুল পুল
gym fitness workout exercise | जिम व्यायाम | gym kasrat | জিম ব্যায়াম
spa massage sauna | स्पा मालिश मसाज | spa malish massage | স্পা মালিশ ম্যাসাজ
laundry dry_cleaning wash ironing | कपड़े_धोना लॉन्ड्री धुलाई | laundry dhulai | লন্ড্রি ধোয়া কাপড়_ধোয়া
airport airport_transfer | हवाई_अड्डा एयरपोर्ट हवाईअड्डा | airport hawai_adda | বিমানবন্দর এয়ারপোর্ট
station railway railway_station train | स्टेशन रेलवे ट्रेन | station railway train | স্টেশন রেল ট্রেন
metro subway | मेट्रो | metro | মেট্রো
bus coach minibus buses coaches | बस | bus | বাস
car cars automobile vehicle vehicles auto | गाड़ी कार वाहन गाड़ियां | gaadi gadi car gaadiyan gadiyan | গাড়ি গাড়ি যানবাহন
taxi cab cabs taxis | टैक्सी कैब | taxi cab | ট্যাক্সি ক্যাব
bike motorcycle two-wheeler scooter two_wheeler bikes | बाइक मोटरसाइकिल स्कूटर | bike motorcycle scooty | বাইক মোটরসাইকেল
driver chauffeur drivers | ड्राइवर चालक | driver chalak | চালক ড্রাইভার
fleet range_of_vehicles | बेड़ा | fleet | বহর
trip tour travel journey trips tours outing | यात्रा सफर टूर | yatra safar tour trip | ভ্রমণ যাত্রা ট্যুর
outstation intercity | आउटस्टेशन | outstation | আউটস্টেশন
distance kilometre kilometer km kilometers far | दूरी दूर किलोमीटर | doori dur door kilometer | দূরত্ব দূর কিলোমিটার
flight plane airline flights | उड़ान फ्लाइट | flight udaan | ফ্লাইট বিমান
visa passport immigration | वीज़ा वीजा पासपोर्ट | visa passport | ভিসা পাসপোর্ট
ticket tickets | टिकट | ticket tikat | টিকিট
wedding marriage weddings bridal bride groom | शादी विवाह दुल्हन | shaadi shadi vivah dulhan | বিয়ে বিবাহ কনে
birthday anniversary birthdays | जन्मदिन सालगिरह | janamdin birthday | জন্মদিন
photo photography photographer picture photos pictures | फोटो तस्वीर | photo tasveer | ছবি ফটো
hall banquet venue conference meeting_room auditorium | हॉल सभागार बैंक्वेट | hall banquet | হল ব্যাঙ্কোয়েট
hair haircut hairstyle hair_cut barber | बाल कटिंग हेयरकट | baal bal haircut katai | চুল চুলকাটা হেয়ারকাট
salon parlour beauty beautician parlor | सैलून पार्लर ब्यूटी | salon parlour parlor | সেলুন পার্লার বিউটি
facial face cleanup | फेशियल चेहरा | facial chehra | ফেসিয়াল মুখ
makeup make-up make_up cosmetic | मेकअप | makeup | মেকআপ সাজ
nail nails manicure pedicure | नाखून मैनीक्योर | nakhun nail manicure | নখ ম্যানিকিউর
mehendi henna mehndi | मेहंदी | mehndi mehendi | মেহেন্দি
tattoo piercing | टैटू | tattoo | ট্যাটু
school academy institute college university | स्कूल विद्यालय कॉलेज संस्थान | school vidyalaya college | স্কুল বিদ্যালয় কলেজ প্রতিষ্ঠান
class classes course courses lesson lessons batch programme program | कक्षा क्लास कोर्स पाठ्यक्रम | kaksha class course | ক্লাস কোর্স শ্রেণি শ্রেণী
teacher instructor tutor faculty teachers trainer trainers instructors | शिक्षक अध्यापक टीचर | shikshak teacher adhyapak | শিক্ষক টিচার শিক্ষিকা
principal headmaster headmistress head_teacher | प्रधानाचार्य प्रिंसिपल | principal pradhanacharya | অধ্যক্ষ প্রিন্সিপাল প্রধান_শিক্ষক
admission admissions | दाखिला प्रवेश एडमिशन | admission dakhila pravesh | ভর্তি অ্যাডমিশন
exam examination test_exam exams | परीक्षा इम्तिहान | pariksha exam imtihan | পরীক্ষা
subject subjects curriculum syllabus | विषय पाठ्यक्रम | vishay subject | বিষয় পাঠ্যক্রম
grade standard_class marks | श्रेणी | grade | গ্রেড
hostel dormitory boarding | छात्रावास हॉस्टल | hostel chhatravas | হোস্টেল ছাত্রাবাস
uniform dress_code | वर्दी यूनिफॉर्म | uniform vardi | ইউনিফর্ম পোশাক
scholarship bursary scholarships | छात्रवृत्ति स्कॉलरशिप | scholarship chhatravritti | বৃত্তি স্কলারশিপ
library | पुस्तकालय लाइब्रेरी | library pustakalay | গ্রন্থাগার লাইব্রেরি পাঠাগার
book_reading books | किताब पुस्तक किताबें | kitab kitaab pustak | বই
training coaching train_course workshop workshops | प्रशिक्षण ट्रेनिंग कोचिंग | training prashikshan coaching | প্রশিক্ষণ ট্রেনিং কোচিং
music dance song singing | संगीत नृत्य गाना | sangeet gaana nritya | গান সঙ্গীত নাচ
sport sports game games cricket football | खेल क्रिकेट | khel cricket | খেলা ক্রিকেট খেলাধুলা
yoga meditation | योग | yoga yog | যোগ যোগব্যায়াম
computer laptop pc desktop computers laptops | कंप्यूटर लैपटॉप | computer laptop | কম্পিউটার ল্যাপটপ
screen monitor display monitors displays | स्क्रीन मॉनिटर डिस्प्ले | screen monitor | স্ক্রিন মনিটর পর্দা
touchscreen touch_screen touch | टचस्क्रीन टच | touchscreen touch | টাচস্ক্রিন টাচ
printer printing print | प्रिंटर छपाई | printer chhapai | প্রিন্টার ছাপা
camera cctv cameras | कैमरा | camera | ক্যামেরা
battery batteries | बैटरी | battery | ব্যাটারি
power watt voltage wattage electricity electric volts watts | बिजली वोल्टेज | bijli voltage | বিদ্যুৎ ভোল্টেজ
solar | सौर सोलर | solar | সৌর সোলার
machine machinery machines equipment | मशीन उपकरण | machine | মেশিন যন্ত্র যন্ত্রপাতি
tool tools | औज़ार औजार | auzar tool | সরঞ্জাম হাতিয়ার
part parts spare component spares spare_parts components | पुर्ज़ा पुर्जे पार्ट्स | purja parts spare | যন্ত্রাংশ পার্টস
material materials made_of | सामग्री पदार्थ | samagri material | উপাদান উপকরণ
steel iron metal stainless | स्टील लोहा इस्पात | steel loha | ইস্পাত লোহা স্টিল
wood wooden timber hardwood plywood | लकड़ी | lakdi lakri | কাঠ
plastic pvc | प्लास्टिक | plastic | প্লাস্টিক
glass mirror | कांच शीशा काँच | kaanch shisha | কাচ কাঁচ আয়না
stone granite marble quartz | पत्थर संगमरमर ग्रेनाइट | patthar sangmarmar | পাথর মার্বেল
tile tiles | टाइल | tile | টাইল টাইলস
cement concrete brick bricks | सीमेंट ईंट | cement eent | সিমেন্ট ইট
paint painting painter | पेंट रंगाई | paint rangai | রং পেইন্ট
pipe pipes plumbing plumber tap | पाइप नल प्लंबर | pipe nal plumber | পাইপ কল প্লাম্বার
screw bolt nut fastener bolts nuts screws fasteners | पेंच बोल्ट | pench bolt | স্ক্রু বোল্ট নাট
furniture sofa chair chairs cupboard wardrobe | फर्नीचर सोफा कुर्सी | furniture kursi | আসবাব ফার্নিচার চেয়ার সোফা
mattress pillow bedsheet | गद्दा तकिया | gadda takiya | গদি বালিশ তোশক
carpet rug carpets rugs | कालीन दरी | kaleen carpet | কার্পেট গালিচা
curtain curtains blinds | परदा पर्दा | parda | পর্দা
kitchen | रसोई किचन | rasoi kitchen | রান্নাঘর কিচেন
house home flat apartment homes houses apartments | घर मकान फ्लैट | ghar makan makaan flat | বাড়ি ঘর ফ্ল্যাট বাসা
property real_estate estate plot | संपत्ति ज़मीन जमीन | property zameen jamin | সম্পত্তি জমি
rent rental hire lease renting | किराया किराये किराए | kiraya kiraye kiraaye | ভাড়া ভাড়ায়
clean cleaning cleaner housekeeping | सफाई साफ | safai saaf | পরিষ্কার সাফাই
pest pest_control termite | कीट दीमक | pest deemak | পোকা কীটনাশক
garden gardening plants landscaping lawn | बगीचा बागवानी पौधे | bagicha paudhe bagwani | বাগান গাছ
farm farmer agriculture crop | खेत किसान कृषि खेती | khet kisan kheti | খামার কৃষক কৃষি চাষ
seed seeds fertilizer fertiliser | बीज खाद | beej khaad | বীজ সার
cloth clothes clothing garment garments fabric dress apparel textile | कपड़ा कपड़े वस्त्र | kapda kapde kapra | কাপড় কাপড় পোশাক জামা
saree sari sarees saris | साड़ी | saree sari saadi | শাড়ি শাড়ি
shirt trouser jeans shirts trousers | शर्ट कमीज़ | shirt kameez | শার্ট জামা প্যান্ট
shoe shoes footwear sandals boots | जूता जूते चप्पल | joota jute juta chappal | জুতা জুতো
tailor stitching alteration tailoring alterations | दर्जी सिलाई | darzi silai | দর্জি সেলাই
jewellery jewelry gold silver ornament diamond | गहना गहने आभूषण सोना चांदी | gehna gehne sona chandi jewellery | গয়না সোনা রুপো অলংকার
watch watches wristwatch | घड़ी | ghadi | ঘড়ি
toy toys | खिलौना खिलौने | khilona khilone | খেলনা
flower flowers bouquet florist | फूल गुलदस्ता | phool phul guldasta | ফুল তোড়া
fruit fruits | फल | phal fal | ফল
grocery groceries supermarket | किराना | kirana | মুদি
document_courier letter letters mail_post envelope | चिट्ठी पत्र | chitthi patra | চিঠি পত্র
fragile breakable | नाज़ुक नाजुक | nazuk fragile | ভঙ্গুর
import export imports exports importer exporter | आयात निर्यात | aayat niryat import export | আমদানি রপ্তানি
wholesale bulk retail wholesaler | थोक होलसेल | thok wholesale | পাইকারি
manufacture manufacturing produce production made manufactured produces manufactures | निर्माण उत्पादन बनाते | nirman banate utpadan | উৎপাদন তৈরি নির্মাণ
design designer designing designs | डिज़ाइन डिजाइन | design | নকশা ডিজাইন
custom customised customized custom-made bespoke tailored personalised personalized customise customize made-to-order | कस्टम अपने_हिसाब | custom customised | কাস্টম
software development programming website_development | सॉफ्टवेयर | software | সফটওয়্যার
temple church mosque prayer | मंदिर मस्जिद | mandir masjid | মন্দির মসজিদ
museum gallery exhibition | संग्रहालय | sangrahalay museum | জাদুঘর সংগ্রহশালা
cinema movie film theatre theater | सिनेमा फिल्म | cinema film movie | সিনেমা চলচ্চিত্র
funeral burial cremation | अंतिम_संस्कार | antim_sanskar | শেষকৃত্য
adoption adopt shelter | गोद_लेना | god_lena adopt | দত্তক
volunteer volunteers volunteering | स्वयंसेवक | volunteer swayamsevak | স্বেচ্ছাসেবক
horse horses | घोड़ा घोड़े | ghoda ghode | ঘোড়া
boat boats ferry cruise | नाव नौका | naav nauka boat | নৌকা
helicopter chopper | हेलीकॉप्टर | helicopter | হেলিকপ্টার
luxury luxurious | लग्जरी लक्ज़री शानदार | luxury | বিলাসবহুল লাক্সারি
sedan sedans saloon | सेडान | sedan | সেডান
suv suvs muv | एसयूवी | suv | এসইউভি
van vans minivan tempo_traveller | वैन | van tempo | ভ্যান
hatchback | हैचबैक | hatchback | হ্যাচব্যাক
truck trucks lorry | ट्रक | truck | ট্রাক
tyre tyres tire tires wheel | टायर | tyre | টায়ার
fever cold cough headache pain | बुखार दर्द खांसी | bukhar dard khansi | জ্বর ব্যথা কাশি
diabetes sugar diabetic | मधुमेह शुगर | sugar madhumeh | ডায়াবেটিস সুগার
physiotherapy physiotherapist physio | फिजियोथेरेपी | physiotherapy | ফিজিওথেরাপি
vet veterinary veterinarian | पशु_चिकित्सक | pashu_chikitsak vet | পশু_চিকিৎসক
waxing threading bleach | वैक्सिंग थ्रेडिंग | waxing threading | ওয়াক্সিং থ্রেডিং
shave beard trimming | दाढ़ी शेव | dadhi shave | দাড়ি শেভ
transport school_bus bus_service transportation van_service | परिवहन | transport parivahan | পরিবহন যাতায়াত
homework assignment | गृहकार्य | homework | বাড়ির_কাজ
starter appetiser appetizer snack snacks | स्नैक्स | snacks nashta starter | স্ন্যাকস
soup salad | सूप सलाद | soup | স্যুপ
pizza burger pasta sandwich | पिज़्ज़ा बर्गर | pizza burger | পিজ্জা বার্গার
balcony terrace | बालकनी छत | balcony chhat | বারান্দা ছাদ
scenery view sea_view river_view | नज़ारा | nazara view | দৃশ্য
geyser hot_water heater | गीज़र गर्म_पानी | geyser garam_pani | গিজার গরম_জল গরম_পানি
generator power_backup inverter | जनरेटर | generator | জেনারেটর
motor pump valve | मोटर पंप | motor pump | মোটর পাম্প
paper stationery notebook | कागज़ी | paper stationery | কাগজ স্টেশনারি
laminate vinyl flooring | फर्श | farsh flooring | মেঝে
countertop worktop counter | काउंटर | counter | কাউন্টার
ride rides riding drive driving | सवारी राइड | sawari ride | রাইড চড়া
breakdown roadside_assistance puncture stuck | ब्रेकडाउन पंक्चर | breakdown puncture | ব্রেকডাউন পাংচার
helmet helmets | हेलमेट | helmet | হেলমেট
fuel petrol diesel gasoline | ईंधन पेट्रोल डीजल | petrol diesel fuel | জ্বালানি পেট্রোল ডিজেল
mileage fuel_economy average_km | माइलेज | mileage | মাইলেজ
winter winters | सर्दी सर्दियों जाड़ा | sardi sardiyon | শীত শীতকাল
summer summers | गर्मी गर्मियों | garmi garmiyon | গ্রীষ্ম গরমকাল
rain monsoon rainy | बारिश मानसून | barish monsoon | বৃষ্টি বর্ষা
tent camp camping tents | तंबू कैंप | camp tent | তাঁবু ক্যাম্প
guide guided escort leader | गाइड | guide | গাইড
towel towels | तौलिया | tauliya | তোয়ালে
locker lockers | लॉकर | locker | লকার
steam sauna_bath steam_bath | भाप स्टीम | steam | স্টিম
crown implant root_canal filling braces aligners | क्राउन इम्प्लांट | implant | ইমপ্ল্যান্ট
whitening bleaching | सफेद | whitening | হোয়াইটেনিং
audit auditing | ऑडिट | audit | অডিট
court dispute litigation lawsuit | अदालत कोर्ट मुकदमा | adalat court | আদালত মামলা
company_registration incorporation incorporate | कंपनी_पंजीकरण | incorporation | কোম্পানি_নিবন্ধন
trademark copyright patent | ट्रेडमार्क | trademark | ট্রেডমার্ক
payroll payslip | पेरोल | payroll | পেরোল
accountant accounting bookkeeping chartered_accountant accountants | लेखाकार अकाउंटेंट सीए | accountant ca | হিসাবরক্ষক
bakery bakeries | बेकरी | bakery | বেকারি
chocolate | चॉकलेट | chocolate | চকলেট
snake reptile | सांप | saanp | সাপ
orthodontist orthodontics | दांतों_के_तार | orthodontist | অর্থোডন্টিস্ট
anaesthesia sedation anesthesia | बेहोशी | anesthesia | অ্যানেস্থেসিয়া
wound injury injuries hurt | चोट घाव | chot ghaav | আঘাত ক্ষত
acre acres hectare | एकड़ | acre | একর
square_feet square_foot sq_ft sqft square_metres square_meters | वर्ग_फुट | square_feet | বর্গফুট
stage theatre_stage | मंच | manch | মঞ্চ
dance_floor dj live_music live_band | संगीत_कार्यक्रम डीजे | dj live_music | লাইভ_মিউজিক ডিজে
hill mountain mountains trek trekking hiking | पहाड़ ट्रेक | pahad trek | পাহাড় ট্রেক
river lake beach sea | नदी झील समुद्र | nadi jheel samudra | নদী হ্রদ সমুদ্র
key keys | चाबी | chabi | চাবি
bag luggage baggage suitcase | सामान_बैग बैग | bag samaan | ব্যাগ লাগেজ
pen pencil | कलम | kalam | কলম
signature sign signed | हस्ताक्षर | hastakshar | স্বাক্ষর
parent parents guardian mother father | माता-पिता अभिभावक | maa-baap abhibhavak parents | অভিভাবক বাবা-মা
husband wife spouse couple couples | पति पत्नी | pati patni couple | স্বামী স্ত্রী দম্পতি
private personal one-on-one individual | निजी व्यक्तिगत | niji personal | ব্যক্তিগত
group groups batch_size | समूह ग्रुप | samooh group | দল গ্রুপ
frozen freeze pause hold | रोकना | freeze | স্থগিত
`
