/** Things, bodies, food, places and trades, in the form of `matterGlosses`. */
export const thingGlosses = `
acne pimple pimples breakout | मुहाँसे मुँहासे मुंहासे मुहासे munhase muhase pimple ব্রণ ব্রন
mole moles wart | तिल मस्सा til massa তিল আঁচিল
pigmentation spots dark_spots melasma | दाग झाइयां झाई daag jhaiyan দাগ মেছতা
wrinkle ageing anti-ageing | झुर्री झुर्रियाँ jhurri jhurriyan বলিরেখা
transplant graft restoration replacement | प्रत्यारोपण ट्रांसप्लांट pratyaropan transplant প্রতিস্থাপন ট্রান্সপ্লান্ট
baldness hair_loss hair_fall | गंजापन बाल_झड़ना ganjapan baal_jhadna টাক চুল_পড়া
cosmetic beauty aesthetic | सौंदर्य कॉस्मेटिक saundarya cosmetic সৌন্দর্য কসমেটিক
sun sunlight sunscreen spf | धूप सूरज dhoop dhup রোদ রোদে সূর্য
ear ears | कान कानों kaan kaanon কান কানের
nose nasal sinus | नाक naak নাক
throat tonsil | गला gala গলা
stomach gastric digestion belly | पेट pet_dard पेट_दर्द পেট
back spine spinal | कमर रीढ़ kamar reedh পিঠ কোমর মেরুদণ্ড
joint joints arthritis | जोड़ जोड़ों jod jodon গাঁট জয়েন্ট
brain neurology neurologist nerve | दिमाग नस dimaag dimag মস্তিষ্ক স্নায়ু
lung lungs chest breathing asthma | फेफड़े सांस phephde saans ফুসফুস শ্বাস
tumour tumor oncology cancer | रसौली कैंसर rasauli টিউমার ক্যান্সার
stitches wound dressing bandage | टांके पट्टी taanke patti সেলাই ব্যান্ডেজ ড্রেসিং
injection shot jab vaccine vaccination > dose | इंजेक्शन सुई टीका injection sui teeka ইঞ্জেকশন টিকা সূঁচ টিকার
flu influenza | फ्लू फ़्लू ज़ुकाम flu zukam ফ্লু সর্দি
typhoid | टाइफाइड टायफॉइड typhoid টাইফয়েড টাইফয়েডের
rabies dog_bite | रेबीज़ कुत्ते_का_काटना rabies জলাতঙ্ক র‍্যাবিস
needle needles syringe sharps | सुई सुइयां sui সূচ সুচ
tablet tablets pill pills medicine medicines | गोली गोलियां goli goliyan ট্যাবলেট বড়ি
prescription prescriptions repeat_prescription | पर्चा पर्ची नुस्खा parcha parchi nuskha প্রেসক্রিপশন ব্যবস্থাপত্র
report reports test_result | रिपोर्ट report রিপোর্ট
sugar_test > diabetes glucose | शुगर_टेस्ट sugar_test সুগার_টেস্ট
checkup check-up examination screening health_check | चेकअप जाँच जांच checkup jaanch চেকআপ পরীক্ষা
admit admission inpatient ward bed | भर्ती bharti ভর্তি
discharge release | छुट्टी_मिलना discharge ছুটি_দেওয়া
contact_lens lens lenses | लेंस lens লেন্স
cavity filling tooth | कैविटी सड़न cavity sadan গর্ত ক্যাভিটি
denture dentures false_teeth | बत्तीसी batteesi নকল_দাঁত
massage therapy reflexology abhyanga | मालिश मसाज maalish malish massage মালিশ ম্যাসাজ
scrub exfoliate | स्क्रब scrub স্ক্রাব
steam | भाप स्टीम bhaap steam ভাপ স্টিম
facial cleanup | फेशियल facial ফেসিয়াল
beard shave shaving moustache | दाढ़ी शेविंग daadhi dadhi দাড়ি শেভ
bouquet flowers stems | गुलदस्ता guldasta তোড়া ফুলের_তোড়া
flower flowers blooms bouquet floral | फूल फूलों phool phul phoolon ফুল ফুলের
vase pot planter | गुलदान फूलदान guldaan phooldaan ফুলদানি
arch mandap gate stage | मेहराब arch খিলান তোরণ
centrepiece decoration decor | सजावट sajawat saj সাজসজ্জা সাজানো
seedling sapling plant plants | पौधा पौधे paudha paudhe চারা গাছ
compost manure fertiliser | खाद khaad সার কম্পোস্ট
pot pots planter | गमला गमले gamla gamle টব
ring rings | अंगूठी अँगूठी angoothi anguthi আংটি
chain chains | ज़ंजीर चेन हार chain haar চেন হার
bangle bangles bracelet kada | चूड़ी चूड़ियाँ कंगन कड़ा choodi chudi kangan kada চুড়ি বালা
earring earrings | झुमका बाली jhumka bali দুল কানের_দুল
jewellery jewelry ornaments bridal | गहने ज़ेवर जेवर आभूषण gehne gehno zevar jewar aabhushan গয়না অলংকার
diamond diamonds | हीरा हीरे हीरों heera hira hire heere হীরা হিরে
pearl pearls | मोती moti মুক্তো মুক্তা
gem gemstone > stone | रत्न नग ratna nag রত্ন পাথর
engrave engraving name letters inscription | खुदवाना नाम_लिखवाना khudwana naam_likhwane likhwane খোদাই নাম_লেখা
polish polishing shine | चमकाना पॉलिश polish chamkana পালিশ
solder soldering weld | टांका टाँका टांका_लगाना taanka ঝালাই
resize resizing alter | साइज़_बदल size_badal সাইজ_বদল
stitching sewing tailoring | सिलाई silai সেলাই
alteration alter fitting | फिटिंग छोटा-बड़ा fitting chhota-bada ফিটিং অল্টারেশন
cloth clothes fabric garment laundry | कपड़ा कपड़े kapda kapde কাপড় জামাকাপড়
wash laundry washing | धोना धोने धुलाई dhona dhone dhulai ধোয়া কাচা ধোলাই
iron press ironing | इस्त्री प्रेस istri press ইস্ত্রি
stain stains spot | दाग धब्बा daag dhabba দাগ
curtain drape blinds | परदा पर्दा parda পর্দা
blanket quilt duvet | कंबल रज़ाई kambal rajai কম্বল লেপ
shoe shoes footwear | जूता जूते joota joote জুতো জুতা
costume costumes uniform dress outfit | पोशाक वेशभूषा कॉस्ट्यूम poshak costume পোশাক সাজপোশাক
curtain_call show performance annual_show | शो प्रस्तुति show প্রদর্শনী অনুষ্ঠান
style styles form forms type | शैली अंदाज़ shaili andaz শৈলী ধারা
dance dances dancing | नृत्य नाच डांस nritya naach nach dance নাচ নৃত্য
singing song vocal music | गाना गायन gaana gayan গান সংগীত
drawing sketch painting art | चित्रकला ड्रॉइंग chitrakala drawing আঁকা ছবি_আঁকা
instrument instruments > guitar piano | वाद्य vadya বাদ্যযন্ত্র
clutch gearbox gear | क्लच clutch ক্লাচ
brake brakes pads | ब्रेक brake ব্রেক
tyre tyres tire puncture | टायर tyre টায়ার চাকা
dent denting bodywork paint scratch | डेंट खरोंच dent kharonch ডেন্ট আঁচড়
engine motor oil_change | इंजन engine ইঞ্জিন
motorbike motorbikes motorcycle motorcycles > two-wheeler | मोटरसाइकिल बाइक motorcycle bike মোটরসাইকেল বাইক
courtesy_car loan_car replacement_car spare_car | बदले_की_गाड़ी ধার_দেওয়া_গাড়ি
truck lorry | ट्रक लॉरी truck ট্রাক লরি
fridge refrigerator freezer | फ्रिज रेफ्रिजरेटर fridge ফ্রিজ রেফ্রিজারেটর
geyser heater water_heater | गीज़र geyser গিজার
tv television televisions | टीवी tv টিভি টেলিভিশন
microwave oven | माइक्रोवेव microwave মাইক্রোওয়েভ
mixer grinder | मिक्सर mixer মিক্সার
gas refrigerant refill top_up | गैस भरवाना gas bharwana গ্যাস ভরা ভরার
compressor motor | कंप्रेसर compressor কম্প্রেসর
spare spares parts genuine | पुर्ज़े पुर्जे पार्ट्स purje parts যন্ত্রাংশ পার্টস
wire wiring cable | तार बिजली_का_काम taar wiring তার ওয়্যারিং
plug socket charging | चार्जिंग charging চার্জিং
computer laptop pc | कंप्यूटर लैपटॉप computer laptop কম্পিউটার ল্যাপটপ
backup storage gb tb | बैकअप backup ব্যাকআপ
data recovery files | डेटा data ডেটা তথ্য_উদ্ধার
network wifi wi-fi internet | वाईफाई इंटरनेट wifi internet net ওয়াইফাই ইন্টারনেট
ticket tickets request support | टिकट ticket টিকিট
customer client customers clients | ग्राहक कस्टमर graahak grahak customer গ্রাহক খদ্দের
machine | मशीन machine মেশিন যন্ত্র
bedroom room rooms sharing | कमरा कमरे kamra kamre ঘর রুম কক্ষ
bathroom toilet washroom > bath | बाथरूम शौचालय bathroom shauchalay বাথরুম শৌচাগার স্নানঘর
kitchen | रसोई किचन rasoi kitchen রান্নাঘর
housekeeping cleaning maid | साफ़-सफ़ाई सफाई safai saaf-safai পরিষ্কার
clean cleaning removal | सफ़ाई सफाई साफ safai saaf পরিষ্কার সাফ
electricity power meter unit current | बिजली bijli বিদ্যুৎ কারেন্ট ইলেকট্রিসিটি
deposit security_deposit caution_money | जमानत ज़मानत सिक्योरिटी jamanat zamanat security জামানত সিকিউরিটি
cctv camera biometric | कैमरा सीसीटीवी camera cctv ক্যামেরা সিসিটিভি
pet pets > cat dog animal animals | पालतू जानवर paltu jaanwar পোষা পশু পোষ্য
cat cats kitten > pet pets | बिल्ली billi বিড়াল
dog dogs puppy > pet pets | कुत्ता कुत्ते kutta kutte কুকুর
meat non-veg non-vegetarian > chicken mutton fish | मांस नॉनवेज maans nonveg non-veg মাংস আমিষ ননভেজ
egg eggs | अंडा अंडे anda ande ডিম
vegetarian veg | शाकाहारी वेज shakahari veg নিরামিষ
breakfast morning_meal | नाश्ता नाश्ते nashta naashta nashte জলখাবার প্রাতরাশ ব্রেকফাস্ট
snack snacks light_meal | स्नैक्स अल्पाहार snacks জলখাবার টিফিন
dessert > sweet sweets pudding | मिठाई मीठा mithai meetha মিষ্টি ডেজার্ট
drink drinks beverage juice | पेय शरबत pey sharbat পানীয় শরবত
liquor alcohol > beer wine bar | शराब दारू sharab daru মদ অ্যালকোহল
menu dish dishes cuisine | व्यंजन पकवान vyanjan pakwan পদ খাবার
spicy mild spice | मसालेदार तीखा masaledar teekha ঝাল মশলাদার
nut nuts peanut allergy allergen | मूंगफली एलर्जी moongfali allergy বাদাম অ্যালার্জি
portion serving > serves plate | परोसना मात्रा matra পরিমাণ
cook cooked chef baker | रसोइया बावर्ची rasoiya bawarchi রাঁধুনি বাবুর্চি
outdoor outside terrace garden | बाहर खुले_में bahar khule_mein বাইরে খোলা_জায়গায়
indoor inside | अंदर भीतर andar bheetar ভিতরে ভেতরে
hall banquet venue | हॉल सभागार hall হল সভাঘর
tent marquee canopy | तंबू टेंट tambu tent তাঁবু
pool swimming swim | स्विमिंग तैराकी tairaki swimming সাঁতার পুল
gym workout fitness | जिम कसरत gym kasrat জিম ব্যায়াম
steamroom jacuzzi tub plunge | जकूज़ी jacuzzi জাকুজি
playground play_area kids_area | खेल_का_मैदान play_area খেলার_মাঠ
book books textbook | किताब किताबें पुस्तक kitab kitaben pustak বই পুস্তক
journal magazine newspaper | पत्रिका patrika পত্রিকা
lesson lessons class classes > session course | पाठ क्लास कक्षा paath class kaksha ক্লাস পাঠ
trial demo sample taster | ट्रायल डेमो trial demo ট্রায়াল ডেমো
online virtual video zoom remote | ऑनलाइन online অনলাইন
course courses programme training | कोर्स पाठ्यक्रम course কোর্স
exam exams | परीक्षा इम्तिहान pariksha imtihan পরীক্ষা
visa visas application | वीज़ा वीजा visa ভিসা
embassy consulate | दूतावास dootavas embassy দূতাবাস
passport | पासपोर्ट passport পাসপোর্ট
country countries abroad | देश desh দেশ
trip travel journey tour fly flight | यात्रा सफ़र सफर yatra safar যাত্রা ভ্রমণ সফর
bus > shuttle | बस bus বাস
auto rickshaw | ऑटो टैक्सी रिक्शा auto taxi rickshaw অটো ট্যাক্সি রিকশা
luggage baggage bag bags | सामान बैग saamaan samaan bag মালপত্র ব্যাগ লাগেজ
airport flight | हवाई_अड्डा एयरपोर्ट hawai_adda airport বিমানবন্দর
station railway metro | स्टेशन station স্টেশন
key keys locker | चाबी ताला chaabi chabi taala চাবি তালা
lawyer advocate attorney | वकील अधिवक्ता vakil vakeel উকিল আইনজীবী
court case hearing | मुकदमा अदालत mukadma adalat মামলা আদালত
will inheritance estate | वसीयत vasiyat উইল
divorce separation | तलाक talaaq talak বিবাহবিচ্ছেদ তালাক
property > house flat plot | संपत्ति जायदाद मकान sampatti jaydad makaan সম্পত্তি বাড়ি
tenant renter > rent | किरायेदार मकान_मालिक kirayedar ভাড়াটে ভাড়াটিয়া বাড়িওয়ালা
courier parcel package | पार्सल parcel পার্সেল
track tracking trace status | ट्रैक स्थिति track sthiti ট্র্যাক অবস্থা
packing pack wrapped | पैकिंग packing প্যাকিং
colour color shade | रंग rang রং রঙ
paint painting painter | पुताई रंगाई putai rangai রং_করা পেইন্ট
wood wooden timber | लकड़ी lakdi কাঠ
plastic polythene | प्लास्टिक plastic প্লাস্টিক
iron metal steel | लोहा धातु loha dhatu লোহা ধাতু
battery | बैटरी battery ব্যাটারি
solar panel rooftop | सौर सोलर saur solar সৌর সোলার
pump motor borewell | पंप पम्प pump পাম্প
pesticide spray pest_control | कीटनाशक दवा_छिड़काव keetnashak কীটনাশক
termite white_ant | दीमक deemak উইপোকা
mosquito fogging | मच्छर machhar মশা
water drinking_water | पानी पेयजल paani pani জল পানি
toy toys game | खिलौना खिलौने khilauna khilaune খেলনা
gift present hamper | उपहार तोहफ़ा तोहफा uphaar tohfa উপহার
birthday party celebration | जन्मदिन janamdin janmdin জন্মদিন
wedding marriage bridal | शादी विवाह shaadi shadi vivah বিয়ে বিয়ের বিবাহ
funeral cremation | अंतिम_संस्कार antim_sanskar শেষকৃত্য
festival puja holiday | त्योहार पर्व tyohar parv উৎসব পূজো পুজো
prayer temple worship | प्रार्थना पूजा prarthna pooja প্রার্থনা
photographer photography shoot | फ़ोटोग्राफ़र फोटोग्राफर photographer ফটোগ্রাফার
album prints photo_book | एल्बम album অ্যালবাম
drone aerial | ड्रोन drone ড্রোন
watch clock watches | घड़ी ghadi ঘড়ি
spectacles glasses frames | चश्मा चश्मे chashma চশমা
umbrella raincoat | छाता chhata ছাতা
newspaper_ad advertisement promotion | विज्ञापन vigyapan বিজ্ঞাপন
seat seats | सीट कुर्सी seat kursi আসন চেয়ার সিট
ride rides | झूला झूले jhoola jhoole দোলনা রাইড
boat | नाव naav নৌকা
cycle bicycle bike | साइकिल cycle saikil সাইকেল
helmet safety_gear | हेलमेट helmet হেলমেট
fuel petrol diesel tank | ईंधन तेल eendhan tel জ্বালানি তেল
farm field | खेत फसल khet fasal খেত ফসল
seed seeds | बीज beej বীজ
milk | दूध doodh দুধ
grain > rice wheat flour | चावल आटा गेहूं chawal aata gehun চাল আটা গম
vegetable vegetables | सब्ज़ी सब्जी sabzi sabji সবজি তরকারি
fruit fruits | फल phal fal ফল
furniture > sofa table cupboard | फर्नीचर अलमारी furniture almari আসবাব আলমারি
mattress | गद्दा तकिया gadda takiya গদি তোষক বালিশ
tile tiles floor flooring | टाइल फर्श tile farsh টালি মেঝে
wall walls ceiling | दीवार छत deewar chhat দেয়াল ছাদ
door window gate | दरवाज़ा खिड़की darwaza khidki দরজা জানালা
leak leakage pipe tap | रिसाव नल पाइप risaav nal pipe লিক কল পাইপ
drain blocked | नाली नाला naali নর্দমা ড্রেন
`
