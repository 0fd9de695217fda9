/** Words of goods, materials and homes, in the form of `businessWords`. */
export const goodsWords = `
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
pest pest_control | कीट | pest | পোকা কীটনাশক
termite termites anti-termite | दीमक | deemak | উইপোকা উই
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
tyre tyres tire tires | टायर | tyre | টায়ার
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
fuel | ईंधन | fuel | জ্বালানি 
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
frozen freeze pause hold put_on_hold on_hold pause_my paused | रोकना | freeze | স্থগিত
`
