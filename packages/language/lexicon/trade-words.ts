/** Words of particular trades, in the form of `businessWords`. */
export const tradeWords = `
doctor physician dr consultant doctors | डॉक्टर चिकित्सक डाक्टर वैद्य | doctor daktar daktor chikitsak | ডাক্তার চিকিৎসক
nurse nurses nursing | नर्स | nurse | নার্স
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
alcohol liquor alcoholic bar | शराब दारू | sharab daru daaru alcohol | মদ অ্যালকোহল
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
check-out check_out checkout | चेक-आउट चेकआउट | checkout check-out check_out | চেক-আউট চেকআউট
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
flight plane airline flights | उड़ान फ्लाइट | flight udaan | ফ্লাইট বিমান
visa visas | वीज़ा वीजा | visa | ভিসা
passport passports | पासपोर्ट | passport | পাসপোর্ট
immigration | आप्रवासन | immigration | অভিবাসন
ticket tickets | टिकट | ticket tikat | টিকিট
wedding marriage weddings | शादी विवाह | shaadi shadi vivah | বিয়ে বিবাহ
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
class classes course courses lesson lessons batch programme program | कक्षा क्लास कोर्स पाठ्यक्रम | kaksha class course | ক্লাস কোর্স শ্রেণি শ্রেণী
teacher instructor tutor faculty teachers trainer trainers instructors | शिक्षक अध्यापक टीचर | shikshak teacher adhyapak | শিক্ষক টিচার শিক্ষিকা
principal headmaster headmistress head_teacher | प्रधानाचार्य प्रिंसिपल | principal pradhanacharya | অধ্যক্ষ প্রিন্সিপাল প্রধান_শিক্ষক
admission admissions enrol enroll enrolment enrollment join joining | दाखिला प्रवेश एडमिशन भर्ती | admission dakhila pravesh bharti | ভর্তি অ্যাডমিশন
exam examination test_exam exams | परीक्षा इम्तिहान | pariksha exam imtihan | পরীক্ষা
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
computer pc desktop computers | कंप्यूटर | computer | কম্পিউটার
laptop laptops notebook_computer | लैपटॉप | laptop | ল্যাপটপ
screen monitor display monitors displays | स्क्रीन मॉनिटर डिस्प्ले | screen monitor | স্ক্রিন মনিটর পর্দা
touchscreen touch_screen touch | टचस्क्रीन टच | touchscreen touch | টাচস্ক্রিন টাচ
printer printing print | प्रिंटर छपाई | printer chhapai | প্রিন্টার ছাপা
camera cameras | कैमरा | camera | ক্যামেরা
cctv | सीसीटीवी | cctv | সিসিটিভি
battery batteries | बैटरी | battery | ব্যাটারি
power watt wattage watts | वॉट | watt power | ওয়াট
voltage volt volts | वोल्टेज | voltage | ভোল্টেজ
electricity electric electrical | बिजली | bijli | বিদ্যুৎ
solar | सौर सोलर | solar | সৌর সোলার
machine machinery machines equipment | मशीन उपकरण | machine | মেশিন যন্ত্র যন্ত্রপাতি
tool tools | औज़ार औजार | auzar tool | সরঞ্জাম হাতিয়ার
part parts spare component spares spare_parts components | पुर्ज़ा पुर्जे पार्ट्स | purja parts spare | যন্ত্রাংশ পার্টস
material materials made_of | सामग्री पदार्थ | samagri material | উপাদান উপকরণ
steel stainless | स्टील इस्पात | steel | ইস্পাত স্টিল
iron | लोहा | loha | লোহা
metal metals metallic | धातु | dhatu metal | ধাতু
wood wooden timber | लकड़ी | lakdi lakri | কাঠ
hardwood | हार्डवुड | hardwood | হার্ডউড
plywood | प्लाईवुड | plywood | প্লাইউড
plastic plastics | प्लास्टिक | plastic | প্লাস্টিক
pvc | पीवीसी | pvc | পিভিসি
glass mirror | कांच शीशा काँच | kaanch shisha | কাচ কাঁচ আয়না
stone stones | पत्थर | patthar | পাথর
granite | ग्रेनाइट | granite | গ্রানাইট
marble | संगमरमर | sangmarmar | মার্বেল
quartz | क्वार्ट्ज | quartz | কোয়ার্টজ
tile tiles | टाइल | tile | টাইল টাইলস
cement concrete | सीमेंट | cement | সিমেন্ট
brick bricks | ईंट | eent | ইট
paint painting painter | पेंट रंगाई | paint rangai | রং পেইন্ট
pipe pipes | पाइप | pipe | পাইপ
plumber plumbing | प्लंबर | plumber | প্লাম্বার
tap taps faucet | नल | nal | ট্যাপ
screw screws | पेंच | pench | স্ক্রু
bolt bolts | बोल्ट | bolt | বোল্ট
nut nuts | नट | nut | নাট
fastener fasteners | फास्टनर | fastener | ফাস্টেনার
furniture | फर्नीचर | furniture | আসবাব ফার্নিচার
sofa sofas couch | सोफा | sofa | সোফা
chair chairs | कुर्सी | kursi | চেয়ার
wardrobe cupboard almirah | अलमारी | almari | আলমারি
mattress mattresses | गद्दा | gadda | গদি তোশক
pillow pillows | तकिया | takiya | বালিশ
bedsheet bedsheets | चादर | chadar | চাদর
carpet rug carpets rugs | कालीन दरी | kaleen carpet | কার্পেট গালিচা
curtain curtains blinds | परदा पर्दा | parda | পর্দা
kitchen | रसोई किचन | rasoi kitchen | রান্নাঘর কিচেন
house home houses homes | घर मकान | ghar makan makaan | বাড়ি ঘর বাসা
flat apartment apartments flats | फ्लैट | flat | ফ্ল্যাট
property real_estate estate properties | संपत्ति | property | সম্পত্তি
plot land plots | ज़मीन जमीन | zameen jamin | জমি
rent rental hire lease renting | किराया किराये किराए | kiraya kiraye kiraaye | ভাড়া ভাড়ায়
clean cleaning cleaner housekeeping | सफाई साफ | safai saaf | পরিষ্কার সাফাই
pest pest_control termite | कीट दीमक | pest deemak | পোকা কীটনাশক
garden gardens gardening landscaping lawn | बगीचा बागवानी | bagicha bagwani | বাগান
plants plant_nursery saplings | पौधे | paudhe | গাছ চারা
farm farmer agriculture crop | खेत किसान कृषि खेती | khet kisan kheti | খামার কৃষক কৃষি চাষ
seed seeds | बीज | beej | বীজ
fertilizer fertiliser fertilizers | खाद | khaad | সার
cloth clothes clothing garment garments fabric dress apparel textile | कपड़ा कपड़े वस्त्र | kapda kapde kapra | কাপড় কাপড় পোশাক জামা
saree sari sarees saris | साड़ी | saree sari saadi | শাড়ি শাড়ি
shirt shirts | शर्ट कमीज़ | shirt kameez | শার্ট জামা
trouser trousers jeans pants | पैंट | pant | প্যান্ট
shoe shoes footwear | जूता जूते | joota jute juta | জুতা জুতো
sandal sandals slippers | चप्पल | chappal | স্যান্ডেল চপ্পল
tailor stitching alteration tailoring alterations | दर्जी सिलाई | darzi silai | দর্জি সেলাই
jewellery jewelry ornament ornaments | गहना गहने आभूषण | gehna gehne jewellery | গয়না অলংকার
gold | सोना | sona | সোনা
silver | चांदी | chandi | রুপো রুপা
diamond diamonds | हीरा | heera | হীরা
watch watches wristwatch | घड़ी | ghadi | ঘড়ি
toy toys | खिलौना खिलौने | khilona khilone | খেলনা
flower flowers bouquet florist | फूल गुलदस्ता | phool phul guldasta | ফুল তোড়া
fruit fruits | फल | phal fal | ফল
grocery groceries supermarket | किराना | kirana | মুদি
letter letters envelope | चिट्ठी पत्र | chitthi patra | চিঠি পত্র
fragile breakable | नाज़ुक नाजुक | nazuk fragile | ভঙ্গুর
import export imports exports importer exporter | आयात निर्यात | aayat niryat import export | আমদানি রপ্তানি
wholesale bulk retail wholesaler | थोक होलसेल | thok wholesale | পাইকারি
manufacture manufacturing produce production made manufactured produces manufactures | निर्माण उत्पादन बनाते | nirman banate utpadan | উৎপাদন তৈরি নির্মাণ
design designer designing designs | डिज़ाइन डिजाइन | design | নকশা ডিজাইন
custom customised customized custom-made bespoke tailored personalised personalized customise customize made-to-order | कस्टम अपने_हिसाब | custom customised | কাস্টম
software development programming website_development | सॉफ्टवेयर | software | সফটওয়্যার
temple temples | मंदिर | mandir | মন্দির
church | गिरजाघर | church | গির্জা
mosque | मस्जिद | masjid | মসজিদ
prayer prayers | प्रार्थना | prarthana | প্রার্থনা
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
fever | बुखार | bukhar | জ্বর
cough | खांसी | khansi | কাশি
pain ache | दर्द | dard | ব্যথা
diabetes sugar diabetic | मधुमेह शुगर | sugar madhumeh | ডায়াবেটিস সুগার
physiotherapy physiotherapist physio | फिजियोथेरेपी | physiotherapy | ফিজিওথেরাপি
vet veterinary veterinarian | पशु_चिकित्सक | pashu_chikitsak vet | পশু_চিকিৎসক
waxing wax | वैक्सिंग | waxing | ওয়াক্সিং
threading | थ्रेडिंग | threading | থ্রেডিং
bleach bleaching | ब्लीच | bleach | ব্লিচ
shave beard trimming | दाढ़ी शेव | dadhi shave | দাড়ি শেভ
transport school_bus bus_service transportation van_service | परिवहन | transport parivahan | পরিবহন যাতায়াত
homework assignment | गृहकार्य | homework | বাড়ির_কাজ
starter appetiser appetizer snack snacks | स्नैक्स | snacks nashta starter | স্ন্যাকস
soup soups | सूप | soup | স্যুপ
salad salads | सलाद | salad | সালাদ
pizza pizzas | पिज़्ज़ा पिज्जा | pizza | পিজ্জা পিৎজা
burger burgers | बर्गर | burger | বার্গার
pasta | पास्ता | pasta | পাস্তা
sandwich sandwiches | सैंडविच | sandwich | স্যান্ডউইচ
balcony terrace | बालकनी छत | balcony chhat | বারান্দা ছাদ
scenery view sea_view river_view | नज़ारा | nazara view | দৃশ্য
geyser hot_water heater | गीज़र गर्म_पानी | geyser garam_pani | গিজার গরম_জল গরম_পানি
generator power_backup inverter | जनरेटर | generator | জেনারেটর
motor motors | मोटर | motor | মোটর
pump pumps | पंप | pump | পাম্প
valve valves | वाल्व | valve | ভালভ
paper stationery notebook | कागज़ी | paper stationery | কাগজ স্টেশনারি
laminate laminates | लैमिनेट | laminate | ল্যামিনেট
vinyl | विनाइल | vinyl | ভিনাইল
flooring | फर्श | farsh flooring | মেঝে
countertop worktop counter | काउंटर | counter | কাউন্টার
ride rides riding | सवारी राइड | sawari ride | রাইড চড়া
drive driving drives | ड्राइव चलाना | drive | ড্রাইভ
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
crown crowns | क्राउन | crown | ক্রাউন
implant implants | इम्प्लांट | implant | ইমপ্ল্যান্ট
root_canal | रूट_कैनाल | root_canal | রুট_ক্যানাল
filling fillings | फिलिंग | filling | ফিলিং
braces aligners brace | ब्रेसेस | braces | ব্রেসেস
whitening bleaching | सफेद | whitening | হোয়াইটেনিং
audit auditing | ऑडिट | audit | অডিট
court dispute litigation lawsuit | अदालत कोर्ट मुकदमा | adalat court | আদালত মামলা
company_registration incorporation incorporate | कंपनी_पंजीकरण | incorporation | কোম্পানি_নিবন্ধন
trademark trademarks | ट्रेडमार्क | trademark | ট্রেডমার্ক
copyright | कॉपीराइट | copyright | কপিরাইট
patent patents | पेटेंट | patent | পেটেন্ট
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
river | नदी | nadi | নদী
lake | झील | jheel | হ্রদ
beach sea seaside | समुद्र | samudra | সমুদ্র
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
