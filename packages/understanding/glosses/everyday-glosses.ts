/** What people do, use and ask about every day at any business, in the form of `matterGlosses`. */
export const everydayGlosses = `
assemble put_up set_up erect put_together | जोड़ना खड़ा_करना असेंबल jodna khada_karna assemble জোড়া খাটানো লাগানো
dismantle take_down take_apart | खोलना उतारना kholna utarna খোলা নামানো
remove removal take_off get_rid_of take_out take_away | हटाना हटवाना हटाते निकालना निकलवाना hatana hatwana hatate nikalwana সরানো তোলা সরিয়ে
dispose throw_away get_rid_of scrap > recycle | फेंकना कबाड़ phenkna kabad ফেলা ভাঙারি
touch_up retouch correction redo | ठीक_करना टचअप touchup টাচআপ
collect pick_up fetch | उठाना लेने_आना uthana lene_aana নিয়ে_যাওয়া তুলে_নেওয়া
bring_and_fetch pick-up_and_drop bring_and_take | लाने_और_ले_जाने लाना_ले_जाना lane_aur_le_jane laana_le_jaana আনা_নেওয়া
call_off cancel cancellation > no-show | रद्द कैंसल radd cancel বাতিল ক্যান্সেল
postpone reschedule move_the_date put_off shift rebook | तारीख_बदलना आगे_बढ़ाना टालना tareekh_badalna aage_badhana talna তারিখ_বদলানো পিছিয়ে_দেওয়া
look_after take_care_of tend mind care_for | देखभाल ध्यान_रखना संभालना dekhbhal dhyan_rakhna sambhalna দেখাশোনা যত্ন
run head lead manage in_charge_of | चलाता चलाती चलाते संभालता ज़िम्मेदार जिम्मेदार chalata chalati sambhalta zimmedar jimmedar চালান দায়িত্বে পরিচালনা
set_up found start begin establish | शुरू_किया स्थापित स्थापना खोला shuru_kiya sthapit sthapna khola শুরু_করেছিলেন প্রতিষ্ঠা খুলেছিলেন
recruit recruitment vacancy vacancies hiring | भर्ती bharti নিয়োগ কর্মী_নেওয়া
train instruct teach show_how lesson | सिखाना सिखाते ट्रेनिंग sikhana sikhate training শেখানো শেখান ট্রেনিং
examine inspect check verify verified test | जाँच जांच परखना janch parakhna যাচাই পরীক্ষা
approve certified licensed authorised registered | मान्यता प्रमाणित लाइसेंस_प्राप्त manyata pramanit অনুমোদিত স্বীকৃত লাইসেন্সপ্রাপ্ত
warm hot heated lukewarm heat | गर्म गरम गुनगुना garm garam gunguna গরম উষ্ণ কুসুম_গরম
cold cool chilled > ice | ठंडा ठंडी thanda thandi ঠান্ডা শীতল
quick quickly fast rapid speedy | जल्दी तुरंत फटाफट jaldi turant fatafat তাড়াতাড়ি দ্রুত শিগগির
late delay overdue behind_time | देर देरी विलंब लेट der deri late দেরি বিলম্ব
early beforehand in_advance ahead prior | पहले_से जल्दी pehle_se আগে_থেকে আগেভাগে
valid validity expire expiry last_long | मान्य वैध वैधता एक्सपायर manya vaidh expire মেয়াদ বৈধ
stolen theft steal burglary | चोरी चुराया chori churaya চুরি
lost lose missing misplace | खो_गया गुम गुम_हो खोया kho_gaya gum khoya হারিয়ে হারানো
damage broken breakage break defect defective faulty | टूट टूटा टूटी ख़राब खराब नुकसान toot toota kharab nuksan ভাঙা ভেঙে নষ্ট ক্ষতি
leak leaking leakage drip | टपकना रिसाव लीक tapakna risav leak ফুটো চুঁইয়ে লিক
whistle noise noisy loud sound | आवाज़ शोर सीटी aawaz shor seeti শব্দ আওয়াজ
smoke smoking cigarette tobacco | धूम्रपान सिगरेट बीड़ी dhumrapan cigarette bidi ধূমপান সিগারেট
drunk drinking alcohol liquor beer wine | शराब दारू पीकर sharab daru मदिरा মদ অ্যালকোহল
pregnant pregnancy expecting mother-to-be | गर्भवती प्रेग्नेंट garbhvati pregnant গর্ভবতী প্রেগন্যান্ট
heal healed recover recovery get_well | भरना घाव_भरना ठीक_होना thik_hona theek_hona সারতে সেরে ঘা_শুকানো
pain hurt painful ache | दर्द dard ব্যথা যন্ত্রণা
wound injury cut bleeding | चोट घाव chot ghav চোট ক্ষত
arm sleeve forearm | बाँह बांह बाज़ू बाजू baanh baazu হাত বাহু
pierce piercing pierced hole | छेद छिदवाना छिदवाने chhed chhidwana chhidwane ফুটো ছিদ্র
friend companion mate buddy | दोस्त दोस्तों मित्र साथी dost doston mitra saathi বন্ধু বন্ধুদের সঙ্গী
relative relatives family_member guardian > parent | रिश्तेदार परिजन अभिभावक rishtedar parijan abhibhavak আত্মীয় অভিভাবক
neighbour neighbours next_door | पड़ोसी padosi প্রতিবেশী
elderly old_people aged senior seniors pensioner | बुज़ुर्ग बुजुर्ग वृद्ध buzurg bujurg vriddh প্রবীণ বয়স্ক বৃদ্ধ
disabled wheelchair handicapped accessible > ramp | विकलांग दिव्यांग व्हीलचेयर viklang divyang wheelchair প্রতিবন্ধী হুইলচেয়ার
deaf hard_of_hearing hearing_loss | बहरा सुनाई_न bahra বধির কানে_কম
contractor contractors builder builders | ठेकेदार ठेकेदारों बिल्डर thekedar thekedaron ঠিকাদার
mechanic technician technicians repairman fitter engineer | मिस्त्री मैकेनिक कारीगर तकनीशियन mistri mechanic karigar মিস্ত্রি মেকানিক কারিগর টেকনিশিয়ান
worker workers labourer labour helper | मज़दूर मजदूर कामगार majdoor mazdoor kaamgar মজুর শ্রমিক
apprentice trainee intern internship | प्रशिक्षु इंटर्न prashikshu intern শিক্ষানবিশ ইন্টার্ন
owner proprietor boss | मालिक मालकिन malik maalik malkin মালিক
assistant helper aide attendant | सहायक सहायिका sahayak sahayika সহকারী
expert specialist consultant adviser | विशेषज्ञ एक्सपर्ट visheshagya expert বিশেষজ্ঞ এক্সপার্ট
artist artists craftsman | कलाकार kalakar শিল্পী
learner learners student pupil trainee | सीखने_वाले विद्यार्थी seekhne_wale vidyarthi শিক্ষার্থী
identification identity_card id_card photo_id proof_of_identity identity > aadhaar passport licence | पहचान_पत्र पहचान आईडी_प्रूफ़ pehchan_patra pehchan id_proof পরিচয়পত্র পরিচয়_পত্র
proof_of_address address_proof > bill | पते_का_प्रमाण pate_ka_praman ঠিকানার_প্রমাণ
certificate certificates > diploma | प्रमाणपत्र प्रमाण_पत्र सर्टिफिकेट praman_patra certificate সনদ শংসাপত্র সার্টিফিকেট
receipt bill invoice voucher > gst | रसीद बिल पर्ची raseed bill parchi রসিদ বিল
signature sign signed | हस्ताक्षर दस्तखत hastakshar dastakhat সই স্বাক্ষর
form application apply | फ़ॉर्म फॉर्म आवेदन form aavedan avedan ফর্ম আবেদন
permission consent permit approval allowed | अनुमति इजाज़त मंज़ूरी परमिशन anumati ijazat manzoori permission অনুমতি মঞ্জুরি
deposit security security_deposit caution_money | जमानत_राशि सिक्योरिटी डिपॉज़िट अमानत security deposit amanat জামানত সিকিউরিটি ডিপোজিট
advance up_front prepayment deposit token booking_amount | अग्रिम एडवांस बयाना पेशगी agrim advance bayana peshgi অগ্রিম আগাম বায়না
balance remaining rest outstanding due | बाक़ी बाकी बकाया baki bakaya বাকি বকেয়া
deduct deducted deduction cut less taken_off | काटना कटता कटेगा काटते katna katta katega kaatte কাটবেন কাটা কেটে
instalment installment emi monthly_payment | किश्त क़िस्त किस्त किश्तों क़िस्तों किस्तों kisht kist kishton kiston কিস্তি কিস্তিতে
discount concession reduction rebate cheaper off > percent | छूट रियायत डिस्काउंट chhoot riyayat discount ছাড় কনসেশন
free_of_charge free gratis at_no_cost without_charge complimentary | मुफ़्त मुफ्त निःशुल्क फ्री muft nishulk free বিনামূল্যে বিনা_খরচে বিনা_পয়সায় ফ্রি
extra_charge surcharge additional_cost extra_cost | अतिरिक्त_शुल्क अलग_से_पैसे alag_se_paise extra_charge বাড়তি_খরচ
cheque cheques check checks | चेक cheque চেক চেকে
cash in_cash | नकद कैश nakad cash নগদ ক্যাশ
change_of_mind change_your_mind | मन_बदल पसंद_न pasand_na mann_badal পছন্দ_না মন_বদল
money_back refund reimburse paid_back returned | पैसे_वापस रिफ़ंड रिफंड paise_wapas paisa_wapas refund টাকা_ফেরত রিফান্ড
return give_back take_back send_back bring_back | लौटाना लौटाएं वापसी lautana vapsi wapsi ফেরত_দেওয়া ফেরানো
swap exchange replace replacement another_one | बदलना बदलवाना बदल_कर badalna badalwana বদলানো বদলে
stock in_stock available on_the_shelf | स्टॉक उपलब्ध stock uplabdh মজুত স্টক পাওয়া
second-hand used pre-owned old reconditioned | पुराना पुरानी इस्तेमाल_किया सेकंड_हैंड purana purani second_hand পুরোনো পুরনো সেকেন্ড_হ্যান্ড
brand maker makers manufacturer | ब्रांड कंपनी निर्माता brand company nirmata ব্র্যান্ড কোম্পানি নির্মাতা
colour color shade > paint | रंग कलर rang colour রং রঙ কালার
size sizes measurement dimension > length width height | साइज़ आकार नाप माप size aakar naap সাইজ মাপ আকার
weight heavy weigh > kg kilo | वज़न वजन भार vajan wazan ওজন ভার
deep depth > feet | गहरा गहराई gehra gehrai গভীর গভীরতা
wide width broad | चौड़ा चौड़ाई chauda chaudai চওড়া প্রস্থ
high height tall | ऊँचा ऊंचा ऊँचाई ऊंचाई uncha unchai উঁচু উচ্চতা
thick thickness > mm | मोटा मोटाई mota motai পুরু মোটা
capacity hold seats room_for | क्षमता kshamata ধারণক্ষমতা আসন_সংখ্যা
noise-free quiet silent peaceful | शांत खामोश shant khamosh শান্ত নিরিবিলি
lift elevator | लिफ़्ट लिफ्ट lift লিফট
stairs staircase steps ladder | सीढ़ी सीढ़ियाँ सीढ़ियां seedhi sidhi সিঁড়ি মই
ground_floor floor first_floor storey | मंज़िल मंजिल तल manzil manjil তলা তলায়
parking park car_park parking_space > car vehicle | पार्किंग गाड़ी_खड़ी gaadi_khadi parking পার্কিং গাড়ি_রাখা
toilet washroom restroom bathroom loo | शौचालय टॉयलेट बाथरूम shauchalay toilet bathroom শৌচাগার টয়লেট বাথরুম
waiting_room lounge wait waiting > seat | इंतज़ार प्रतीक्षा intezar intazar pratiksha অপেক্ষা
queue line token | कतार लाइन katar line লাইন সারি
metro_station metro underground | मेट्रो_स्टेशन मेट्रो metro_station মেট্রো_স্টেশন মেট্রো
railway_station station train | रेलवे_स्टेशन स्टेशन railway_station রেল_স্টেশন স্টেশন
bus_stop bus_stand | बस_स्टैंड बस_स्टॉप bus_stand bus_stop বাস_স্ট্যান্ড বাসস্টপ
landmark opposite near beside next_to | सामने पास बगल samne paas bagal সামনে পাশে কাছে
outstation other_cities out_of_town elsewhere another_city | दूसरे_शहर बाहर_के_शहर doosre_sheher bahar অন্য_শহর অন্য_শহরে বাইরে
abroad overseas foreign international | विदेश videsh বিদেশ বিদেশে
village rural countryside | गाँव गांव ग्रामीण gaon gaanv grameen গ্রাম গ্রামে
home_visit come_home at_home home_service doorstep at_your_door | घर_आकर घर_पर_आना घर_आते ghar_aakar ghar_aate ghar_par_aana বাড়ি_এসে বাড়িতে_এসে বাড়িতে_আসেন
home_delivery deliver delivery bring_home drop_off | घर_पहुँचाना घर_पहुंचाते घर_तक ghar_pahunchana ghar_tak বাড়িতে_পৌঁছে বাড়ি_পৌঁছে
courier post mail parcel ship | कूरियर डाक पार्सल courier daak parcel কুরিয়ার ডাক পার্সেল
pack packing packaging wrap gift_wrap | पैकिंग पैक packing pack প্যাকিং মোড়ক
lend loan_out borrow on_loan | उधार_देना उधार udhar ধার
rent hire rental lease | किराया किराए भाड़ा kiraya kiraye bhada ভাড়া ভাড়ায়
driver with_driver chauffeur | ड्राइवर चालक driver chalak ড্রাইভার চালক
fuel petrol diesel tank | ईंधन तेल पेट्रोल डीज़ल eendhan tel petrol diesel জ্বালানি তেল পেট্রোল ডিজেল
spare_part spare part component | पुर्ज़ा स्पेयर_पार्ट purja spare_part যন্ত্রাংশ
service servicing maintenance upkeep overhaul tune-up | सर्विसिंग रखरखाव सर्विस servicing rakhrakhav রক্ষণাবেক্ষণ সার্ভিসিং
clean cleaning wash rinse scrub flush | सफ़ाई सफाई साफ_करना धोना धुलाई safai saaf_karna dhona dhulai পরিষ্কার ধোয়া ধোলাই সাফ
hygiene hygienic sterile sterilise sanitise autoclave | स्वच्छता साफ़-सफ़ाई swachhta পরিচ্ছন্নতা জীবাণুমুক্ত
reuse used_again single-use disposable used_once | दोबारा_इस्तेमाल dobara_istemal আবার_ব্যবহার
animal animals pet pets livestock | जानवर पशु पालतू janwar pashu paltu পশু প্রাণী পোষা পোষ্য
puppy kitten pup | पिल्ला pilla ছানা বাচ্চা_কুকুর
feed feeding food fodder | खिलाना चारा खाना_खिलाना khilana chara খাওয়ানো খাবার_দেওয়া
plant plants sapling seedling | पौधा पौधे पौधों paudha paudhe গাছ চারা চারাগাছ
tree trees branch trunk | पेड़ पेड़ों ped pedon গাছ গাছের
garden gardening lawn gardener | बाग़ बाग बगीचा माली baag bagicha mali বাগান মালি
seed seeds sowing | बीज बुवाई beej buvai বীজ বপন
crop crops harvest | फ़सल फसल fasal ফসল শস্য
fertiliser fertilizer manure compost urea dap | खाद उर्वरक यूरिया khad urvarak urea সার ইউরিয়া
pesticide spray insecticide | कीटनाशक छिड़काव दवा_छिड़काव keetnashak chhidkav কীটনাশক ছিটানো
soil earth mud clay | मिट्टी mitti মাটি
water > tap | पानी जल paani pani jal জল পানি
well borewell tube_well bore | कुआँ कुआं बोरवेल नलकूप kuan kuaan borewell কুয়ো কুয়া নলকূপ
tank cistern reservoir | टंकी टैंक tanki tank ট্যাঙ্ক ট্যাংক চৌবাচ্চা
pipe plumbing tap faucet | पाइप नल pipe nal পাইপ কল
pump motor submersible | पंप मोटर pump motor পাম্প মোটর
wire cable wiring | तार केबल वायरिंग taar cable wiring তার কেবল
switch socket plug | स्विच सॉकेट switch socket সুইচ সকেট
light lamp bulb lighting | बत्ती बल्ब लाइट लैंप batti bulb light আলো বাতি বাল্ব
fan ceiling_fan | पंखा pankha পাখা ফ্যান
fridge refrigerator freezer | फ्रिज रेफ्रिजरेटर fridge ফ্রিজ
washing_machine washer | वॉशिंग_मशीन washing_machine ওয়াশিং_মেশিন
stove oven cooker burner hob | चूल्हा स्टोव ओवन chulha stove oven উনুন চুলা স্টোভ
gas cylinder lpg refill | गैस सिलेंडर सिलिंडर gas cylinder গ্যাস সিলিন্ডার
chimney flue | चिमनी chimney চিমনি
door gate | दरवाज़ा दरवाजा गेट darwaza darwaja gate দরজা গেট
window glass pane | खिड़की शीशा khidki sheesha জানালা কাচ
key keys duplicate_key | चाबी चाभी chabi chaabi চাবি
lock locks padlock | ताला ताले tala taala তালা
roof terrace rooftop | छत छतों chhat ছাদ ছাদের
wall walls partition | दीवार deewar দেয়াল
floor_tile tile tiles flooring | टाइल टाइल्स फ़र्श फर्श tile farsh টাইল মেঝে
paint painting whitewash polish | पेंट पुताई पॉलिश paint putai polish রং_করা পালিশ
furniture | फ़र्नीचर फर्नीचर furniture আসবাব
table tables | मेज़ मेज mez টেবিল
chair chairs | कुर्सी kursi চেয়ার
cupboard wardrobe almirah | अलमारी almari আলমারি
bed mattress cot | बिस्तर पलंग खाट गद्दा bistar palang khaat gadda বিছানা খাট গদি
blanket quilt bedding | कंबल रज़ाई रजाई kambal razai কম্বল লেপ
towel linen sheets bed_sheet | तौलिया चादर tauliya chadar তোয়ালে চাদর
cloth fabric textile | कपड़ा कपड़े वस्त्र kapda kapde কাপড় বস্ত্র
stitch stitching sew sewing tailoring | सिलाई सिलना silai silna সেলাই
alter alteration refit shorten | ऑल्टर ढीला_करना छोटा_करना alter dheela chhota_karna অল্টার ছোট_করা
embroidery lace | कढ़ाई कशीदा kadhai kadhai_kaam সূচিকর্ম এমব্রয়ডারি
shoe shoes footwear boot boots | जूता जूते चप्पल joota joote chappal জুতো জুতা
bag luggage suitcase baggage | बैग सामान बक्सा bag saaman ব্যাগ লাগেজ মালপত্র
locker lockers cloakroom storage | लॉकर locker লকার
jewellery ornament jewelry | गहना गहने ज़ेवर जेवर आभूषण gehna gehne zevar গয়না অলংকার
gift present voucher gift_card gift_voucher gift_certificate | उपहार तोहफ़ा गिफ्ट_कार्ड uphar tohfa gift_card উপহার গিফট_কার্ড
toy toys game games | खिलौना खिलौने खेल khilauna khilaune khel খেলনা খেলা
book books reading | किताब किताबें पुस्तक kitab kitaben pustak বই পুস্তক
photo photograph picture image | फ़ोटो फोटो तस्वीर photo tasveer ছবি ফটো
video film movie footage | वीडियो फ़िल्म फिल्म video film ভিডিও ছবি ফিল্ম
design drawing sketch pattern layout | डिज़ाइन डिजाइन नक्शा चित्र design naksha নকশা ডিজাইন
print printing | छपाई प्रिंट chhapai print ছাপা প্রিন্ট
photocopy photocopying xerox | फोटोकॉपी photocopy ফটোকপি জেরক্স
website online app internet | वेबसाइट ऑनलाइन ऐप इंटरनेट website online app internet ওয়েবসাইট অনলাইন অ্যাপ ইন্টারনেট
wifi wi-fi internet broadband | वाईफ़ाई वाईफाई इंटरनेट wifi ওয়াইফাই ইন্টারনেট
phone mobile telephone smartphone | फ़ोन मोबाइल phone mobile ফোন মোবাইল
message text sms whatsapp | संदेश मैसेज sandesh message মেসেজ বার্তা
complain complaint grievance problem | शिकायत shikayat অভিযোগ নালিশ
guarantee warranty guaranteed cover covered | गारंटी वारंटी guarantee warranty গ্যারান্টি ওয়ারেন্টি
insurance insure insured cover | बीमा इंश्योरेंस bima insurance বিমা বীমা ইনশিওরেন্স
claim settle reimbursement | क्लेम दावा claim dava ক্লেম দাবি
safe safety secure security | सुरक्षित सुरक्षा surakshit suraksha নিরাপদ নিরাপত্তা
camera cctv cameras surveillance | कैमरा कैमरे सीसीटीवी camera cctv ক্যামেরা সিসিটিভি
guard watchman security_guard | चौकीदार गार्ड पहरेदार chaukidar guard পাহারাদার গার্ড
fire fire_extinguisher smoke_alarm | आग अग्निशमन aag agnishaman আগুন অগ্নিনির্বাপক
emergency urgent at_any_hour | आपातकाल इमरजेंसी आपात aapatkal emergency জরুরি এমার্জেন্সি আপৎকালীন
ambulance | एम्बुलेंस एंबुलेंस ambulance অ্যাম্বুলেন্স
hospital admission admit inpatient | भर्ती_होना अस्पताल bharti_hona aspatal ভর্তি হাসপাতাল
operation surgery surgical | ऑपरेशन सर्जरी शल्य operation surgery অপারেশন অস্ত্রোপচার
treatment treat cure therapy | इलाज उपचार ilaj ilaaj upchar চিকিৎসা
dizzy dizziness vertigo balance_disorder | चक्कर chakkar মাথা_ঘোরা
fever temperature | बुखार bukhar জ্বর
cough cold | खाँसी खांसी सर्दी khansi sardi কাশি সর্দি
sugar diabetes diabetic | मधुमेह शुगर डायबिटीज़ madhumeh sugar diabetes ডায়াবেটিস সুগার
blood_pressure bp hypertension | रक्तचाप बीपी blood_pressure bp রক্তচাপ
allergy allergic | एलर्जी allergy অ্যালার্জি
diet nutrition dietician | आहार डाइट पोषण aahar diet poshan ডায়েট পুষ্টি
weight_loss slimming lose_weight | वज़न_कम वजन_घटाना vajan_kam wajan_ghatana ওজন_কমানো
exercise workout fitness gym | व्यायाम कसरत जिम vyayam kasrat gym ব্যায়াম জিম
swim swimming | तैरना तैराकी tairna tairaki সাঁতার
massage spa relaxation | मालिश मसाज malish massage মালিশ ম্যাসাজ
hair haircut trim barber | बाल बाल_काटना baal baal_kaatna চুল চুল_কাটা
beard shave shaving | दाढ़ी शेव dadhi shave দাড়ি শেভ
makeup make-up bridal | मेकअप मेहंदी makeup mehndi মেকআপ মেহেন্দি
vegan plant-based animal-free | वीगन vegan ভেগান
vegetarian veg meat-free | शाकाहारी veg shakahari নিরামিষ
meat non-veg chicken mutton fish | मांस मांसाहारी नॉनवेज maans mansahari nonveg মাংস আমিষ
egg eggless eggs | अंडा अंडे anda ande ডিম
sweet sweets dessert | मिठाई मीठा mithai meetha মিষ্টি
milk dairy curd | दूध दही doodh dahi দুধ দই
rice wheat flour grain | चावल गेहूँ गेहूं आटा अनाज chawal gehun aata anaj চাল গম আটা ময়দা
fruit fruits | फल phal ফল
vegetable vegetables | सब्ज़ी सब्जी sabzi sabji সবজি তরকারি
breakfast morning_meal | नाश्ता nashta জলখাবার প্রাতরাশ
lunch midday_meal | दोपहर_का_खाना लंच dopahar_ka_khana lunch দুপুরের_খাবার মধ্যাহ্নভোজ
dinner supper evening_meal | रात_का_खाना डिनर raat_ka_khana dinner রাতের_খাবার নৈশভোজ
snack snacks refreshments tea | नाश्ते स्नैक्स चाय snacks chai জলখাবার চা
wedding marriage bride groom | शादी विवाह दुल्हन shaadi shadi vivah dulhan বিয়ে বিবাহ কনে
birthday party celebration | जन्मदिन पार्टी janmdin party জন্মদিন পার্টি
puja worship ritual | पूजा हवन puja hawan পুজো পূজা
priest pandit | पंडित पुजारी pandit pujari পুরোহিত
festival diwali holi eid puja_holidays | त्योहार दिवाली होली ईद tyohar diwali holi eid উৎসব দীপাবলি হোলি ঈদ
holiday vacation leave | छुट्टी अवकाश chhutti avkash ছুটি
monsoon rainy_season rain rains | बरसात मानसून बारिश barsat monsoon barish বর্ষা বৃষ্টি বর্ষাকাল
rainwater_harvesting rainwater recharge | वर्षा_जल_संचयन varsha_jal বৃষ্টির_জল_ধরে
winter cold_season | सर्दी सर्दियों जाड़ा sardi sardiyon jaada শীত শীতকাল
summer hot_season | गर्मी गर्मियों garmi garmiyon গ্রীষ্ম গরমকাল
noon midday | दोपहर dopahar দুপুর
midnight late_night | आधी_रात aadhi_raat মাঝরাত মধ্যরাত
half half_price fifty_per_cent | आधा आधी आधे aadha aadhi aadhe আধা অর্ধেক
quarter one_fourth | चौथाई chauthai সিকি এক_চতুর্থাংশ
double twice two_times | दुगना दोगुना डबल dugna doguna double দ্বিগুণ ডাবল
both pair couple | दोनों जोड़ी donon jodi দুটোই জোড়া
sack bag_of_seed | बोरी बोरा bori bora বস্তা
box packet carton | डिब्बा पैकेट dibba packet বাক্স প্যাকেট
litre litres | लीटर litre লিটার
acre land plot | ज़मीन जमीन एकड़ प्लॉट zameen jameen ekad plot জমি একর প্লট
farmer farmers agriculture farm | किसान खेती kisan kheti কৃষক চাষি চাষ
tractor harvester thresher tiller | ट्रैक्टर थ्रेशर tractor thresher ট্রাক্টর
machine equipment tool tools apparatus | मशीन औज़ार औजार उपकरण machine auzar upkaran যন্ত্র মেশিন সরঞ্জাম
drill drilling bore_hole | ड्रिल ड्रिलिंग छेद_करना drill drilling ড্রিল ড্রিলিং
ferry launch | फेरी ferry ফেরি লঞ্চ
ship | जहाज़ जहाज jahaz জাহাজ
luggage_limit allowance excess_baggage | सामान_की_सीमा saaman_ki_seema মালপত্রের_সীমা
seat reservation seat_booking berth | सीट आरक्षण सीट_बुक seat aarakshan আসন সিট
ticket fare entry_fee | टिकट किराया पास ticket pass টিকিট ভাড়া পাস
route stop timetable schedule | मार्ग रूट समय_सारणी marg route samay_sarni রুট পথ সময়সূচি
timetable timings slot slots | समय_सारणी स्लॉट slot সময়সূচী স্লট
trial demo try_out sample taster | ट्रायल डेमो आज़माना trial demo aazmana ট্রায়াল ডেমো যাচাই
beginner novice newcomer first-timer | शुरुआती नौसिखिया नए shuruaati nausikhiya শিক্ষানবিশ নতুন
batch group class_size | बैच समूह batch samuh ব্যাচ দল
age_limit minimum_age years_old | उम्र_सीमा न्यूनतम_उम्र umar_seema বয়সসীমা ন্যূনতম_বয়স
dress_code clothes_to_wear wear outfit | कपड़े_पहन ड्रेस पोशाक dress pehen পোশাক কী_পরে
closing_time last_entry | बंद_होने_का_समय band_hone_ka_samay বন্ধের_সময়
walk_in without_appointment no_appointment | बिना_अपॉइंटमेंट बिना_बुकिंग bina_appointment bina_booking অ্যাপয়েন্টমেন্ট_ছাড়া বুকিং_ছাড়া
appointment slot book_a_time | अपॉइंटमेंट समय_लेना appointment samay_lena অ্যাপয়েন্টমেন্ট সময়_নেওয়া
confirm confirmed reserve secure hold | पक्का पक्की कन्फ़र्म pakka pakki confirm নিশ্চিত পাকা কনফার্ম
branch other_shop another_office outlet second_shop | शाखा ब्रांच दूसरी_दुकान shakha branch doosri_dukan শাখা ব্রাঞ্চ
wholesale bulk large_order in_bulk | थोक thok পাইকারি
retail single_piece | खुदरा फुटकर khudra phutkar খুচরো খুচরা
customise made_to_order made_to_measure custom bespoke | ऑर्डर_पर नाप_से order_par naap_se অর্ডার_দিয়ে মাপমতো
install installation fit fitting mount | लगाना लगवाना फिटिंग lagana lagwana fitting লাগানো বসানো ফিটিং
waterproof water-resistant | वाटरप्रूफ़ वाटरप्रूफ waterproof ওয়াটারপ্রুফ জলরোধী
recharge rechargeable charge_battery | चार्ज रिचार्ज charge recharge চার্জ রিচার্জ
bluetooth connect_phone wireless | ब्लूटूथ bluetooth ব্লুটুথ
shut closed closed_on day_off weekly_off not_open |
throw_out throw_away discard bin |
fill_up top_up refill replenish |
go_bad spoil perish rot wilt die |
turn_up arrive show_up reach get_there |
put_down deposit leave_behind |
come_with include included comes_with part_of thrown_in |
pay_off settle clear_the_bill |
sort_out solve fix resolve mend repair |
hand_over give deliver handover |
hand_in submit turn_in |
work_out cost come_to amount_to |
let_know inform tell notify notice |
sign_up enrol enroll register join book_a_place |
drop_out leave quit withdraw give_up |
find_out learn know check |
wear_out worn used_up wear |
give_notice notice leave terminate end_the_contract |
for_how_long how_long duration term |
allowed permitted may welcome |
forbidden banned prohibited not_allowed not_permitted |
must required compulsory mandatory obligatory need |
optional voluntary if_you_like not_needed |
children kids youngsters little_ones under-12s |
grown-up grown-ups adult adults |
couple two_people pair |
crew team staff people employees |
shop store showroom outlet premises |
yard depot warehouse store_room |
car vehicle automobile |
lorry truck van pickup |
flat apartment house home |
rubbish waste garbage trash debris |
cost price charge fee rate tariff |
salary pay wage wages earn |
`
