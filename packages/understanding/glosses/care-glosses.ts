/** Health, beauty, exercise, animals and food, in the form of `matterGlosses`. */
export const careGlosses = `
fever > temperature | बुखार ज्वर bukhar bukhaar জ্বর
cough cold | खांसी खाँसी ज़ुकाम सर्दी khansi khaansi zukam sardi কাশি সর্দি ঠান্ডা
headache migraine | सिरदर्द सरदर्द sirdard sardard sar_dard মাথাব্যথা মাইগ্রেন
pain ache painful hurt | दर्द पीड़ा dard peeda ব্যথা যন্ত্রণা বেদনা
vomiting nausea | उल्टी मतली ulti matli বমি বমিভাব
diarrhoea loose_motion dysentery | दस्त पेचिश dast pechish পেট_খারাপ পাতলা_পায়খানা আমাশয়
constipation | कब्ज़ कब्ज kabz kabj কোষ্ঠকাঠিন্য
piles haemorrhoids | बवासीर bawasir bavasir অর্শ পাইলস
kidney renal > dialysis | गुर्दा गुर्दे किडनी gurda gurde kidney কিডনি বৃক্ক
dialysis | डायलिसिस dialysis ডায়ালিসিস
liver | जिगर यकृत jigar লিভার যকৃৎ
jaundice hepatitis | पीलिया peeliya piliya জন্ডিস
blood_pressure hypertension bp | रक्तचाप बीपी raktchap bp রক্তচাপ প্রেসার
thyroid hormone | थायराइड थाइरॉइड thyroid থাইরয়েড
anaemia iron_deficiency | खून_की_कमी एनीमिया khoon_ki_kami anaemia রক্তাল্পতা
swelling swollen inflammation | सूजन soojan sujan ফোলা ফুলে
itching itch rash eczema allergy | खुजली खाज चकत्ते khujli khaaj chakatte চুলকানি ফুসকুড়ি র‍্যাশ
burn burns scald | जलना जला झुलस jalna jhulas পোড়া পুড়ে
fracture broken_bone orthopaedic plaster | हड्डी_टूट फ्रैक्चर haddi_toot fracture হাড়_ভাঙা ফ্র্যাকচার
bone bones orthopaedic orthopedic | हड्डी हड्डियों haddi haddiyon হাড় হাড়ের
knee knees | घुटना घुटने घुटनों ghutna ghutne ghutnon হাঁটু হাঁটুর
shoulder | कंधा कंधे kandha kandhe কাঁধ কাঁধের
neck cervical | गर्दन gardan ঘাড় গলা
muscle muscles sprain | मांसपेशी मोच maanspeshi moch পেশি মচকানো
stroke paralysis | लकवा पक्षाघात lakwa pakshaghat পক্ষাঘাত স্ট্রোক
heart cardiac cardiology cardiologist > ecg | दिल हृदय dil hriday হৃদয় হার্ট হৃৎপিণ্ড
mental psychiatrist psychology > counselling depression anxiety | मानसिक मनोरोग mansik manorog মানসিক মনোরোগ
sleep insomnia | नींद अनिद्रा neend nind ঘুম অনিদ্রা
child_doctor paediatrician pediatrician paediatrics children | बाल_रोग बच्चों_के_डॉक्टर baal_rog bachchon_ke_doctor শিশু_বিশেষজ্ঞ শিশুরোগ
gynaecologist gynaecology obstetrics women | स्त्री_रोग महिला_डॉक्टर stri_rog mahila_doctor lady_doctor স্ত্রীরোগ মহিলা_ডাক্তার
delivery_birth maternity labour childbirth normal_delivery caesarean | प्रसव डिलीवरी_केस ज़च्चा prasav jachcha প্রসব সিজার
menstrual period periods | माहवारी मासिक_धर्म maahvari mahwari মাসিক ঋতুস্রাব
infertility ivf fertility | बांझपन संतानहीनता banjhpan বন্ধ্যাত্ব আইভিএফ
surgery operation surgical procedure surgeon | ऑपरेशन शल्य चीरफाड़ operation shalya অপারেশন অস্ত্রোপচার শল্যচিকিৎসা
anaesthesia numb painless | बेहोशी सुन्न behoshi sunn অজ্ঞান অবশ অ্যানেস্থেসিয়া
treatment therapy cure care | इलाज उपचार चिकित्सा ilaaj ilaj upchar chikitsa চিকিৎসা
patient patients | मरीज़ मरीज रोगी mareez mariz rogi রোগী
disease illness condition disorder | बीमारी रोग bimari beemari rog রোগ অসুখ ব্যাধি
ill sick unwell | बीमार अस्वस्थ bimar beemar অসুস্থ
nurse nursing attendant caregiver | नर्स आया दाई nurse aaya daai নার্স আয়া সেবিকা
attendant carer caregiver nanny helper > nursing | आया केयरटेकर aaya caretaker আয়া পরিচারিকা
specialist consultant expert | विशेषज्ञ माहिर visheshagya visheshgya বিশেষজ্ঞ
homeopathy homoeopathic | होम्योपैथी homeopathy homyopathy হোমিওপ্যাথি
ayurveda ayurvedic herbal | आयुर्वेद आयुर्वेदिक जड़ी-बूटी ayurved ayurvedic jadi_buti আয়ুর্বেদ আয়ুর্বেদিক ভেষজ
laboratory lab pathology diagnostic test tests | प्रयोगशाला लैब पैथोलॉजी prayogshala lab ল্যাব পরীক্ষাগার প্যাথলজি
blood_test sample blood | खून_की_जांच खून_जांच khoon_ki_jaanch khoon_jaanch রক্ত_পরীক্ষা রক্তপরীক্ষা
urine_test urine | पेशाब मूत्र peshab mutra প্রস্রাব মূত্র
ultrasound sonography > scan | अल्ट्रासाउंड सोनोग्राफी ultrasound sonography আলট্রাসাউন্ড আল্ট্রাসনোগ্রাফি
x-ray xray radiology | एक्स-रे एक्सरे xray এক্স-রে এক্সরে
fasting empty_stomach | खाली_पेट भूखे khali_pet bhookhe খালি_পেটে উপবাস
ambulance | एम्बुलेंस एंबुलेंस ambulance অ্যাম্বুলেন্স
emergency urgent casualty | आपातकाल आपातकालीन इमरजेंसी aapatkaal emergency জরুরি এমার্জেন্সি আপৎকালীন
bandage dressing wound | पट्टी मरहम patti marham ব্যান্ডেজ পট্টি
eye eyes vision ophthalmology sight | आंख आँख आंखों नज़र aankh aankhon nazar চোখ চোখের দৃষ্টি
cataract | मोतियाबिंद motiyabind ছানি
glasses spectacles power frame | चश्मा चश्मे chashma chashme চশমা
hearing hearing_aid audiometry | सुनने_की_मशीन श्रवण sunne_ki_machine শ্রবণ কানের_মেশিন
tooth teeth dental | दांत दाँत दांतों daant dant daanton দাঁত দাঁতের
extraction pull_out remove removal | दांत_निकलवाना उखाड़ना nikalwana ukhadna তোলা উপড়ানো
braces aligners orthodontic | तार_लगवाना ब्रेसेस braces ব্রেসেস তার_লাগানো
root_canal rct | रूट_कैनाल root_canal রুট_ক্যানাল
crown cap bridge | कैप कैप_लगवाना cap ক্যাপ মুকুট
scaling cleaning polishing | सफ़ाई_दांत স্কেলিং
whitening bleaching | पीलापन peelapan হলদে
gum gums | मसूड़ा मसूड़े masooda masude মাড়ি
skin dermatology dermatologist | त्वचा चमड़ी खाल twacha tvacha chamdi ত্বক চামড়া চর্ম
hair | बाल बालों केश baal baalon kesh চুল চুলের
dandruff scalp | रूसी डैंड्रफ roosi dandruff খুশকি
hair_colour colouring dye highlights > colour | बाल_रंगवाना हेयर_कलर डाई baal_rangwana dye চুল_রং হেয়ার_কালার
haircut cut trim | बाल_कटवाना कटिंग बाल_कटाई baal_katwana katwana cutting চুল_কাটা কাটিং
straighten straightening smoothening keratin rebonding | सीधा_कराना स्ट्रेटनिंग seedhe_karwana straightening সোজা_করা স্ট্রেটনিং
waxing | वैक्स vax ওয়াক্সিং
threading eyebrow | थ्रेडिंग भौंहें threading bhauhen থ্রেডিং ভ্রু
nail nails > manicure pedicure | नाखून नाखूनों nakhun nakhoon নখ নখের
makeup make-up bridal_makeup | मेकअप श्रृंगार makeup shringar মেকআপ সাজ সাজগোজ
mehndi henna | मेहंदी mehndi mehendi মেহেন্দি মেহেদি
perfume fragrance scent | इत्र खुशबू itr attar khushboo সুগন্ধি আতর
razor blade sterilised disposable | उस्तरा ब्लेड ustra blade ক্ষুর ব্লেড
weight_loss slimming obesity | वज़न_घटाना मोटापा vajan_ghatana motapa ওজন_কমানো মেদ
diet nutrition dietitian meal_plan | आहार खुराक डाइट aahar khurak diet পথ্য খাদ্যাভ্যাস ডায়েট
exercise workout training | व्यायाम कसरत एक्सरसाइज vyayam kasrat exercise ব্যায়াম শরীরচর্চা
yoga > meditation pranayam | योग योगा yog yoga যোগ যোগব্যায়াম
meditation | ध्यान dhyan ধ্যান
trainer personal_trainer coach | ट्रेनर निजी_प्रशिक्षक trainer প্রশিক্ষক ট্রেনার
locker | लॉकर locker লকার
shower bathing changing_room | नहाने nahane স্নানের
treadmill > cardio equipment | ट्रेडमिल treadmill ট্রেডমিল
membership member plan subscription > fee | सदस्यता मेंबरशिप sadasyata membership সদস্যপদ মেম্বারশিপ
swimming_costume swimwear | तैराकी_पोशाक तैरने_के_कपड़े swimming_costume সাঁতারের_পোশাক
depth deep | गहराई गहरा gehrai gahrai gehra গভীরতা গভীর
lifeguard rescue | जीवनरक्षक लाइफगार्ड lifeguard জীবনরক্ষী
veterinary vet animal_doctor | पशु_चिकित्सक जानवरों_के_डॉक्टर pashu_chikitsak পশু_চিকিৎসক পশুর_ডাক্তার
puppy puppies > dog | पिल्ला पिल्ले pilla pille কুকুরছানা
kitten kittens > cat | बिल्ली_का_बच्चा billi_ka_bachcha বিড়ালছানা
grooming bath trim coat | नहलाना नहलाने संवारना nehlana nehlane nahlana স্নান_করানো গ্রুমিং
boarding kennel > stay | रखवाना छोड़कर_जाना बोर्डिंग boarding রেখে_যাওয়া বোর্ডিং
sterilise neuter spay sterilisation | नसबंदी बधियाकरण nasbandi নির্বীজকরণ বন্ধ্যাকরণ
deworming worms | कृमि कीड़े_की_दवा krimi keede_ki_dawa কৃমি
tick ticks fleas | किलनी पिस्सू kilni pissu এঁটুলি মাছি
leash collar muzzle | पट्टा गले_का_पट्टा patta বেল্ট গলবন্ধনী
feed fodder food | चारा खिलाना khilana chara খাবার খাওয়ানো পশুখাদ্য
fish aquarium | मछली machhli machli মাছ
bird birds > parrot | पक्षी चिड़िया pakshi chidiya পাখি
cow cattle | गाय gaay gai গরু গাভী
buffalo cattle | भैंस bhains মহিষ
goat | बकरी bakri ছাগল
sheep | भेड़ bhed ভেড়া
hen chicken poultry | मुर्गी मुर्गा चिकन murgi murga chicken মুরগি মুরগির
lunch midday_meal noon > meal | दोपहर_का_खाना दोपहर_का_भोजन dopahar_ka_khana দুপুরের_খাবার মধ্যাহ্নভোজ
dinner supper evening_meal > meal | रात_का_खाना रात्रिभोज raat_ka_khana রাতের_খাবার নৈশভোজ
meal meals food thali tiffin | भोजन खाना आहार bhojan khana ভোজন আহার খাবার
thali platter meal | थाली thali থালি
bread roti chapati | रोटी चपाती roti chapati রুটি চাপাটি
rice > pulao biryani | चावल भात chawal bhaat ভাত চাল
lentil dal pulses | दाल dal daal ডাল
curd yoghurt yogurt | दही dahi দই
butter | मक्खन makkhan মাখন
ghee | घी ghee ঘি
cheese paneer | पनीर चीज़ paneer পনির চিজ
oil cooking_oil | तेल tel তেল
salt | नमक namak লবণ নুন
sugar | चीनी शक्कर chini cheeni shakkar চিনি
onion | प्याज़ प्याज pyaz pyaaz পেঁয়াজ
garlic | लहसुन lahsun lehsun রসুন
potato | आलू aloo alu আলু
spice spices masala | मसाला मसाले masala masale মশলা
pickle chutney | अचार चटनी achar chutney আচার চাটনি
tea chai | चाय chai চা
coffee | कॉफ़ी कॉफी coffee কফি
ice_cream kulfi | आइसक्रीम कुल्फी icecream kulfi আইসক্রিম কুলফি
cake > pastry | केक cake কেক
eggless without_egg egg-free | बिना_अंडे एगलेस bina_ande eggless ডিমছাড়া ডিম_ছাড়া
fresh freshly today | ताज़ा ताजा ताज़ी taza taaza tazi টাটকা তাজা
stale old expired | बासी baasi basi বাসি
hot warm heated | गर्म गरम garam garm গরম
cold chilled cool | ठंडा ठंडी thanda thandi ঠান্ডা শীতল
plate dish per_plate | प्लेट थाली_प्रति plate প্লেট পাত
table reservation seat | मेज़ मेज टेबल mez table টেবিল
waiter serve service | वेटर बैरा waiter baira ওয়েটার পরিবেশক
takeaway take_away parcel carry-out | पैक_करवाना टेकअवे पार्सल parcel takeaway pack_karwa পার্সেল টেকঅ্যাওয়ে
buffet | बुफे बुफ़े bufe buffet বুফে
leftover leftovers waste | बचा_खाना बचा_हुआ bacha_khana বেঁচে_যাওয়া উদ্বৃত্ত
taste tasting sample | स्वाद चखना swad chakhna স্বাদ চেখে
utensil utensils crockery vessel cutlery | बर्तन बरतन bartan বাসন বাসনপত্র
dustbin waste garbage rubbish trash | कूड़ा कचरा kooda kachra আবর্জনা ময়লা জঞ্জাল
smoking smoke cigarette no-smoking | धूम्रपान सिगरेट dhumrapan cigarette ধূমপান সিগারেট
`
