/** Repair, building, farming, goods, and what is done and how it is, in the form of `matterGlosses`. */
export const workGlosses = `
repair fix mend repaired > service | मरम्मत ठीक_करना सुधारना ठीक_करवा marammat theek_karna theek_karwa sudharna মেরামত সারানো সারাই ঠিক_করা
breakdown fault not_working failure | ख़राबी खराब_होना बंद_पड़ना kharab_hona band_padna বিকল খারাপ_হওয়া
tow towing recovery crane | टोइंग खींचकर_ले_जाना towing khinchkar টোয়িং টেনে_নেওয়া
oil engine_oil lubricant | मोबिल इंजन_ऑयल mobil engine_oil মোবিল ইঞ্জিন_অয়েল
wheel wheels alignment balancing | पहिया पहिये pahiya pahiye চাকা
chain chains sprocket | चेन chain চেন
horn | हॉर्न horn হর্ন
headlight > light | हेडलाइट headlight হেডলাইট
wash_car car_wash wash cleaning | गाड़ी_धुलाई gaadi_dhulai गाड़ी_धोना গাড়ি_ধোয়া
seat_cover upholstery cover | सीट_कवर seat_cover সিট_কভার
second_hand used pre-owned > old | सेकंड_हैंड पुरानी_गाड़ी second_hand purani_gaadi সেকেন্ড_হ্যান্ড পুরনো_গাড়ি
mileage fuel_economy | माइलेज एवरेज mileage মাইলেজ
test_drive trial_ride try | टेस्ट_ड्राइव चलाकर_देखना test_drive chalakar_dekhna টেস্ট_ড্রাইভ চালিয়ে_দেখা
rc registration_certificate > transfer | आरसी rc আরসি
pollution puc emission | प्रदूषण पीयूसी pradushan puc দূষণ
screen display > glass touch | स्क्रीन डिस्प्ले screen display স্ক্রিন ডিসপ্লে
keyboard | कीबोर्ड keyboard কিবোর্ড
virus malware | वायरस virus ভাইরাস
slow | धीमा dheema ধীর
software > windows | सॉफ्टवेयर software সফটওয়্যার
remote remote_support online_help | रिमोट दूर_से remote door_se রিমোট দূর_থেকে
connection line broadband internet | कनेक्शन ब्रॉडबैंड connection broadband সংযোগ ব্রডব্যান্ড লাইন
router modem | राउटर router রাউটার
ink cartridge toner | स्याही syahi কালি
printer | प्रिंटर printer প্রিন্টার
print printing printed banner flex | छपाई छापना प्रिंटिंग chhapai printing ছাপা মুদ্রণ
binding cover hardbound | जिल्द बाइंडिंग jild binding বাঁধাই
design artwork logo layout | डिज़ाइन डिजाइन design নকশা ডিজাইন
carpenter joiner > woodwork | बढ़ई badhai ছুতোর কাঠমিস্ত্রি
mason bricklayer builder | राजमिस्त्री मिस्त्री rajmistri রাজমিস্ত্রি
plumber plumbing pipe leak | प्लंबर नलसाज plumber nalsaz প্লাম্বার কলমিস্ত্রি
electrician wiring electric | बिजली_मिस्त्री बिजलीवाला bijli_mistri bijliwala ইলেকট্রিশিয়ান বিদ্যুৎ_মিস্ত্রি
welder welding fabrication | वेल्डर वेल्डिंग welder welding ওয়েল্ডার ঝালাইকার
cement concrete | सीमेंट cement সিমেন্ট
sand | रेत বালি
brick | ईंट eent ইট
paint_wall emulsion primer coat coats | पेंट कोट paint coat রঙের_কাজ প্রলেপ
waterproof waterproofing seepage damp | सीलन जलरोधक seelan waterproof ড্যাম্প জলরোধী
roof terrace rooftop ceiling | छत chhat ছাদ
glass pane | शीशा काँच कांच sheesha shisha kanch কাচ
mirror | आईना दर्पण aaina আয়না
screw bolt nut nails fastener | पेंच कील बोल्ट pench keel bolt স্ক্রু পেরেক বোল্ট
tool tools equipment kit | औज़ार औजार aujar auzaar যন্ত্রপাতি হাতিয়ার
drill drilling hole | छेद ड्रिल chhed drill ফুটো ড্রিল ছিদ্র
noise noisy quiet silent | शोर आवाज़ shor awaz শব্দ আওয়াজ
smell odour stink | बदबू गंध badboo gandh গন্ধ দুর্গন্ধ
insect pest bug cockroach | कीड़ा कीड़े तिलचट्टा कॉकरोच keeda keede cockroach পোকা তেলাপোকা আরশোলা
rat rats rodent | चूहा चूहे chuha chuhe ইঁদুর
bedbug bed_bugs | खटमल khatmal ছারপোকা
ant ants | चींटी cheenti পিঁপড়ে
snake reptile | सांप साँप saanp সাপ
nest bird_nest | घोंसला ghonsla বাসা
safe safety harmless non-toxic > children | सुरक्षित नुकसान_नहीं surakshit nuksan_nahi নিরাপদ ক্ষতি_নেই
poison toxic chemical | ज़हर ज़हरीला रसायन zahar jahar rasayan বিষ বিষাক্ত রাসায়নিক
tank tanks water_tank | टंकी टैंक tanki ট্যাংক জলাধার
sofa couch > upholstery | सोफ़ा सोफा sofa সোফা
cupboard wardrobe almirah closet | अलमारी almari almirah আলমারি
shelf rack shelves | शेल्फ खाना_अलमारी shelf তাক
lamp bulb led | बल्ब बत्ती bulb বাল্ব
pillow cushion | तकिया takiya বালিশ
bedsheet sheet sheets linen | चादर chadar chaadar চাদর
bag purse handbag backpack | थैला बैग jhola thaila ব্যাগ থলে
belt | बेल्ट belt বেল্ট
leather | चमड़ा chamda চামড়া
saree sari | साड़ी sari saree শাড়ি
blouse choli | ब्लाउज़ ब्लाउज blouse ব্লাউজ
kurta kurti | कुर्ता kurta কুর্তা
salwar | सलवार salwar সালোয়ার
suit coat blazer sherwani | सूट कोट शेरवानी suit sherwani স্যুট কোট শেরওয়ানি
shirt | कमीज़ कमीज kameez শার্ট জামা
trousers pants | पैंट पतलून pant প্যান্ট
cotton | सूती कपास sooti সুতি
silk | रेशम resham রেশম
wool woollen | ऊन ऊनी oon উল পশম
lining | अस्तर astar আস্তর
zip button > alteration | चेन_बटन zip জিপ বোতাম
embroidery zari work | कढ़ाई ज़री kadhai zari সূচিকর্ম জরি এমব্রয়ডারি
measure measurement size take_measurement | नाप माप नपवाना naap maap napwana মাপ
dry-clean dry_cleaning dryclean | ड्राई_क्लीन ड्राइक्लीन dryclean dry_clean ড্রাই_ক্লিন ড্রাইওয়াশ
shrink shrinkage fade | सिकुड़ना रंग_निकलना sikudna rang_nikalna কুঁচকে রং_ওঠা
gold 22_carat hallmark hallmarked | सोना सोने स्वर्ण sona sone সোনা স্বর্ণ সোনার
silver | चांदी चाँदी chandi chaandi রুপো রুপা
purity hallmark carat genuine | शुद्धता हॉलमार्क shuddhata hallmark বিশুদ্ধতা হলমার্ক
old_gold exchange_gold buyback | पुराना_सोना purana_sona পুরনো_সোনা
toys toy > games | खिलौनों_की खिलौने_की khilone খেলনার
stationery > pen notebook | स्टेशनरी stationery স্টেশনারি
pen | कलम kalam কলম
novel story fiction > literature | उपन्यास कहानी upanyas kahani উপন্যাস গল্প
author writer | लेखक लेखिका lekhak লেখক লেখিকা
publish publisher published | प्रकाशित प्रकाशक prakashit প্রকাশিত প্রকাশক
painting_frame frame framing | फ्रेम चौखट frame ফ্রেম বাঁধানো
sculpture statue idol | मूर्ति प्रतिमा murti pratima মূর্তি প্রতিমা
exhibition gallery display | प्रदर्शनी pradarshani প্রদর্শনী
film movie show screen | फ़िल्म फिल्म पिक्चर film picture সিনেমা ছবি ফিল্ম
theatre drama play | नाटक रंगमंच natak rangmanch নাটক নাট্যমঞ্চ
match tournament competition | मुकाबला प्रतियोगिता mukabla pratiyogita প্রতিযোগিতা টুর্নামেন্ট
ground field turf pitch | मैदान maidan maidaan মাঠ
ball | गेंद gend বল
racket racquet | रैकेट racket র‍্যাকেট
crop crops > harvest | फसल फ़सल fasal ফসল
tractor | ट्रैक्टर tractor ট্রাক্টর
plough | हल hal লাঙল
organic natural pesticide-free | जैविक ऑर्गेनिक jaivik organic জৈব অর্গানিক
irrigation drip sprinkler | सिंचाई sinchai সেচ
soil earth > potting_mix | मिट्टी mitti miti মাটি
tree trees | पेड़ वृक्ष ped vriksh গাছ বৃক্ষ
grass lawn mowing | घास लॉन ghaas lawn ঘাস
garden yard gardening | बगीचा बाग बागवानी bagicha baag bagwani বাগান
mango | आम aam আম
wheat | गेहूं गेहूँ gehun gehu গম
flour atta | आटा atta আটা
honey | शहद madhu shahad মধু
sack bag_of | बोरी बोरा bori bora বস্তা
litre litres | लीटर litre liter লিটার
kilogram kg kilo | किलो किलोग्राम kilo কেজি কিলো
dozen | दर्जन darjan ডজন
piece pieces each | नग पीस अदद nag piece পিস খানা
length long metre feet | लंबाई लम्बाई lambai দৈর্ঘ্য লম্বা
height tall high | ऊंचाई ऊँचाई unchai oonchai উচ্চতা উঁচু
speed_of fast quick | तेज़ तेज जल्दी tez jaldi দ্রুত তাড়াতাড়ি
strong durable sturdy | मज़बूत मजबूत टिकाऊ mazboot tikau মজবুত টেকসই
soft gentle mild | नरम मुलायम naram mulayam নরম
beautiful pretty | सुंदर खूबसूरत sundar khoobsurat সুন্দর
clean_hygiene hygiene sterilised sanitised | साफ़-सुथरा स्वच्छ स्वच्छता saaf_suthra swachh পরিচ্ছন্ন জীবাণুমুক্ত
empty vacant free available | खाली ख़ाली khali khaali খালি ফাঁকা
full booked sold_out | भरा भर_गया bhara bhar_gaya ভর্তি ভরা
ready finished done prepared | तैयार tayyar taiyar taiyaar তৈরি প্রস্তুত
pending unfinished | अधूरा लंबित adhura অসম্পূর্ণ
same identical | वही एक_जैसा ek_jaisa একই
different separate | अलग भिन्न alag আলাদা ভিন্ন
special customised custom bespoke > made_to_order | खास विशेष मनपसंद khaas vishesh manpasand বিশেষ পছন্দমতো ফরমায়েশি
famous popular best-selling signature | मशहूर प्रसिद्ध mashhoor prasiddh বিখ্যাত জনপ্রিয়
available in_stock stock keep | उपलब्ध मौजूद uplabdh maujood পাওয়া মজুত
pay payment paid | चुकाना भुगतान अदा chukana bhugtan ada পরিশোধ মেটানো
buy purchase | खरीदना ख़रीदना खरीद kharidna khareedna kharid কেনা কিনতে ক্রয়
sell sale | बेचना बेचते bechna bechte বিক্রি বেচা
rent hire lease on_rent | किराया किराये किराए भाड़ा kiraya kiraye bhada ভাড়া ভাড়ায়
lend borrow loan | उधार_देना udhaar_dena ধার_দেওয়া
choose select pick choice | चुनना पसंद_करना chunna pasand_karna বাছাই বেছে
change alter modify | बदलना परिवर्तन badalna parivartan পরিবর্তন বদলানো
increase extend more | बढ़ाना बढ़वाना badhana badhwana বাড়ানো বাড়াতে
reduce lower less | घटाना कम_करना ghatana kam_karna কমানো কমাতে
stop end finish | बंद_करना रोकना band_karna rokna বন্ধ_করা থামানো
start begin commence | शुरू चालू आरंभ shuru chalu aarambh শুরু আরম্ভ চালু
enter entry admission > allowed | अंदर_आना घुसना प्रवेश andar_aana pravesh ঢোকা ঢুকতে প্রবেশ
exit leave go_out | बाहर_जाना निकलना bahar_jana nikalna বেরোনো বেরিয়ে
attend observe | शामिल_होना shamil_hona উপস্থিত
watch view | देखना देखने dekhna dekhne দেখা দেখতে
meet consult visit | मिलना_डॉक्टर दिखाना दिखाने dikhana dikhane দেখানো দেখাতে
ask enquire enquiry question | पूछना पूछताछ puchna poochna poochtaachh জিজ্ঞাসা খোঁজ
explain guide help_understand | समझाना samjhana বোঝানো
learn study > training | सीखना सीखने पढ़ना seekhna seekhne padhna শেখা শিখতে পড়া
write written note | लिखना लिखित likhna likhit লেখা লিখিত
listen hear | सुनना sunna শোনা
carry_goods transport carriage | ढुलाई ढोना dhulai_gaadi dhona_saman পরিবহন বহন
throw discard dispose | फेंकना phenkna ফেলা ফেলে_দেওয়া
cut chop slice | काटना कटाई kaatna katai কাটা
fill refill top_up | भरना भरवाना bharna bharwana ভরা ভরানো
open_packet opened unsealed | खुला_हुआ khula_hua খোলা_প্যাকেট
hang fit_on mount fix_on | टांगना लटकाना taangna latkana টাঙানো ঝোলানো
clean_up wipe sweep cleaning | झाड़ू पोंछा झाड़ना jhadu pocha ঝাড়ু মোছা ঝাঁট
cook_food cooking prepare | पकाना बनाना pakana banana_khana রান্না রাঁধা
keep hold store | रखना रखते रखवाना rakhna rakhte রাখা রাখেন
forget lost forgotten left | भूलना छूट_गया bhoolna chhoot_gaya ভুলে_যাওয়া ফেলে_যাওয়া
break broken damage | टूटना तोड़ना tootna todna ভাঙা ভেঙে
lose lost missing | खोना खो_गया khona kho_gaya হারানো হারিয়ে_গেলে
sure guaranteed certain | पक्का यकीन pakka_promise yakeen নিশ্চিত নিশ্চয়তা
responsible responsibility liable in_charge | ज़िम्मेदारी जिम्मेवार zimmedari jimmedari দায়ী দায়িত্ব
alone single solo | अकेला अकेली akela akeli একা একাকী
together jointly with | साथ मिलकर saath milkar একসঙ্গে সাথে
companion accompany attendant with_patient | साथ_में_कोई साथी saath_mein_koi saathi সঙ্গে_কেউ সঙ্গী
minor under_18 underage | नाबालिग nabalig নাবালক অপ্রাপ্তবয়স্ক
adult grown-up over_18 | वयस्क बालिग़ बालिग vayask balig প্রাপ্তবয়স্ক
couple husband_and_wife pair | दंपति पति-पत्नी dampati pati_patni দম্পতি স্বামী-স্ত্রী
unmarried single_couple | अविवाहित कुंवारे avivahit kunware অবিবাহিত
resident local locals | निवासी स्थानीय nivasi sthaniya বাসিন্দা স্থানীয়
village rural | गांव गाँव ग्रामीण gaon gaanv gramin গ্রাম গ্রামীণ
town city urban | शहर नगर shahar shehar nagar শহর নগর
district zone region | जिला ज़िला क्षेत्र zila jila kshetra জেলা অঞ্চল
road street lane | सड़क गली रास्ता sadak gali রাস্তা গলি সড়ক
square crossing chowk junction | चौक चौराहा chowk chauraha মোড় চৌমাথা
opposite facing across | सामने saamne samne সামনে উল্টোদিকে
behind back rear | पीछे peechhe piche পিছনে পেছনে
upstairs upper first_floor | ऊपर ऊपरी upar ওপরে উপরে
downstairs ground_floor below | नीचे निचली neeche niche নিচে নীচে
gate entrance door | फाटक द्वार दरवाज़ा phatak dwar darwaza ফটক দরজা গেট
place_to_sit seating waiting_area | बैठने_की_जगह baithne_ki_jagah বসার_জায়গা
washroom_toilet toilet restroom | टॉयलेट शौचालय toilet shauchalay টয়লেট শৌচালয়
drinking_water water | पीने_का_पानी peene_ka_paani খাবার_জল পানীয়_জল
prayer_room namaz | नमाज़ prarthna_kaksh namaz নামাজ
festival_day festivals holiday | त्यौहार पर्व_के_दिन tyauhar উৎসবের_দিন
season summer winter seasonal | मौसम mausam মরসুম ঋতু
summer hot_season april may june | गर्मी गर्मियों ग्रीष्म garmi garmiyon গ্রীষ্ম গরমকাল
winter cold_season december january | सर्दी सर्दियों जाड़ा जाड़े sardi sardiyon jaade শীত শীতকাল
rainy_day rain monsoon | बारिश_के_दिन barish_ke_din বৃষ্টির_দিন
lunch_break break interval recess | मध्यांतर लंच_ब्रेक lunch_break মধ্যাহ্ন_বিরতি বিরতি
late_fee fine overdue | लेट_फीस विलंब_शुल्क late_fee vilamb_shulk বিলম্ব_ফি লেট_ফি
early_closing close_early half_day | जल्दी_बंद आधा_दिन jaldi_band aadha_din আগে_বন্ধ
all_week seven_days daily | सातों_दिन पूरे_हफ्ते saaton_din poore_hafte সপ্তাহের_সাত_দিন
weekly_off closed_on closed | साप्ताहिक_अवकाश साप्ताहिक_छुट्टी saptahik_chhutti সাপ্তাহিক_ছুটি সাপ্তাহিক_বন্ধ
`
