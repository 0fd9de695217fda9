/** Foods, plants, animals, bodies, materials, sports, instruments and other things that have one name in each language, in the form of `matterGlosses`. */
export const natureGlosses = `
almond almonds | बादाम badam কাঠবাদাম বাদাম
cashew cashews | काजू kaju কাজু কাজুবাদাম
walnut walnuts | अखरोट akhrot আখরোট
pistachio pistachios | पिस्ता pista পেস্তা
raisin raisins | किशमिश kishmish কিশমিশ
khajoor dried_dates | खजूर khajur khajoor খেজুর
apricot apricots | खुबानी khubani খুবানি
fig figs | अंजीर anjeer ডুমুর
peanut peanuts groundnut | मूंगफली moongfali চিনাবাদাম
coconut coconuts | नारियल nariyal নারকেল
saffron | केसर ज़ाफ़रान kesar জাফরান
turmeric | हल्दी haldi হলুদ
ginger | अदरक adrak আদা
garlic | लहसुन lehsun রসুন
onion onions | प्याज pyaz pyaaz পেঁয়াজ
chilli chillies pepper | मिर्च mirch লঙ্কা মরিচ
cardamom | इलायची elaichi এলাচ
cumin | जीरा jeera জিরা
mustard | सरसों sarson সর্ষে
spice spices masala | मसाला मसाले masala masale মশলা
salt salted | नमक namak নুন লবণ
sugar | चीनी शक्कर cheeni shakkar চিনি
jaggery | गुड़ gud গুড়
honey | शहद मधु shahad shehad মধু
oil oils | तेल tel তেল
butter | मक्खन makkhan মাখন
ghee | घी ghee ঘি
paneer | पनीर paneer পনির ছানা
bread loaf | रोटी ब्रेड roti bread রুটি পাউরুটি
cake cakes | केक पेस्ट्री cake pastry কেক পেস্ট্রি
biscuit biscuits | बिस्कुट biscuit বিস্কুট
chocolate chocolates | चॉकलेट chocolate চকোলেট চকলেট
pickle pickles | अचार achar আচার
juice | रस जूस ras juice রস
mango mangoes | आम_का_फल আম
banana bananas | केला kela কলা
apple apples | सेब seb আপেল
orange oranges | संतरा santra কমলা
lemon lemons | नींबू nimbu লেবু
grape grapes | अंगूर angoor আঙুর
pomegranate | अनार anaar ডালিম বেদানা
papaya | पपीता papita পেঁপে
guava | अमरूद amrood পেয়ারা
potato potatoes | आलू aloo আলু
tomato tomatoes | टमाटर tamatar টমেটো
spinach | पालक palak পালং
mushroom mushrooms | मशरूम mushroom মাশরুম
pea peas | मटर matar মটর
lentil lentils pulses dal | दाल daal ডাল
soybean soya | सोयाबीन soyabean সয়াবিন
maize corn | मक्का makka ভুট্টা
cotton | कपास सूती kapas sooti তুলো সুতি
silk | रेशम रेशमी resham রেশম সিল্ক
wool woollen | ऊन ऊनी oon ooni পশম উল
leather | चमड़ा chamda চামড়া
paper | काग़ज़ कागज kagaz kaagaz কাগজ
wood wooden timber | लकड़ी lakdi কাঠ
bamboo | बाँस बांस baans বাঁশ
gold golden | सोना sona সোনা
silver | चाँदी चांदी chandi রুপো রূপা
copper | ताँबा तांबा tamba তামা
brass | पीतल peetal পিতল
iron | लोहा loha লোহা
diamond diamonds | हीरा heera হীরা
pearl pearls | मोती moti মুক্তো
stone stones | पत्थर patthar পাথর
marble | संगमरमर sangmarmar মার্বেল
sand | रेत ret বালি
cement | सीमेंट cement সিমেন্ট
brick bricks | ईंट eent ইট
dog dogs | कुत्ता कुत्ते kutta kutte কুকুর
cat cats | बिल्ली billi বিড়াল
cow cows cattle | गाय gaay গরু
buffalo | भैंस bhains মোষ
goat goats | बकरी bakri ছাগল
sheep | भेड़ bhed ভেড়া
horse horses | घोड़ा ghoda ঘোড়া
rabbit rabbits | ख़रगोश खरगोश khargosh খরগোশ
bird birds | चिड़िया पक्षी chidiya pakshi পাখি
hen chicken poultry | मुर्गी मुर्गा murgi murga মুরগি
duck ducks | बत्तख battakh হাঁস
fish fishes | मछली मछलियाँ मछलियां machhli machli মাছ
prawn prawns shrimp | झींगा jheenga চিংড়ি
turtle tortoise | कछुआ kachhua কচ্ছপ
snake snakes | साँप सांप saanp সাপ
rat rats mouse rodent | चूहा chuha ইঁদুর
mosquito mosquitoes | मच्छर machhar মশা
cockroach cockroaches | तिलचट्टा कॉकरोच cockroach আরশোলা
termite termites | दीमक deemak উইপোকা উই
ant ants | चींटी cheenti পিঁপড়ে
bee bees honeybee | मधुमक्खी madhumakkhi মৌমাছি
insect insects bug bugs | कीड़ा कीड़े keeda keede পোকা পোকামাকড়
flower flowers | फूल phool fool ফুল
rose roses | गुलाब gulab গোলাপ
lotus | कमल kamal পদ্ম
marigold | गेंदा genda গাঁদা
basil tulsi | तुलसी tulsi তুলসী
leaf leaves | पत्ता पत्ते patta patte পাতা
root roots | जड़ jad শিকড়
head | सिर sir_dard মাথা
eye eyes | आँख आंख aankh চোখ
tooth teeth | दाँत दांत daant দাঁত
tongue | जीभ jeebh জিভ
neck | गर्दन gardan ঘাড়
shoulder | कंधा kandha কাঁধ
hand hands | हाथ haath হাত
finger fingers | उँगली उंगली ungli আঙুল
nail nails | नाख़ून नाखून nakhun নখ
chest | छाती chhati বুক
knee knees | घुटना घुटने ghutna ghutne হাঁটু
foot feet leg | पैर पाँव पांव pair paanv পা
skin | त्वचा चमड़ी twacha chamdi ত্বক চামড়া
bone bones | हड्डी haddi হাড়
blood | ख़ून खून khoon রক্ত
heart | दिल हृदय dil hriday হৃদয় হার্ট
kidney kidneys | गुर्दा किडनी gurda kidney কিডনি
liver | जिगर लिवर liver লিভার যকৃত
baby babies infant newborn | शिशु नवजात shishu navjat শিশু নবজাতক
toddler little_child kid | छोटा_बच्चा chhota_bachcha ছোট_বাচ্চা
nanny babysitter ayah | आया दाई aaya আয়া
carer carers caregiver | देखभाल_करने_वाले care_taker পরিচর্যাকারী
nappy nappies diaper diapers | डायपर diaper ডায়াপার
teddy doll toys | गुड़िया gudiya পুতুল
cartoon cartoons television tv | कार्टून टीवी cartoon tv কার্টুন টিভি
cricket | क्रिकेट cricket ক্রিকেট
football soccer | फ़ुटबॉल फुटबॉल football ফুটবল
badminton | बैडमिंटन badminton ব্যাডমিন্টন
chess | शतरंज shatranj দাবা
swimming_pool pool | स्विमिंग_पूल तालाब swimming_pool সুইমিং_পুল
bicycle cycle bike | साइकिल cycle সাইকেল
motorcycle motorbike two-wheeler | मोटरसाइकिल motorcycle মোটরসাইকেল
bus coach | बस bus বাস
boat boats | नाव कश्ती naav নৌকা
aeroplane flight airport | हवाई_जहाज़ उड़ान हवाई_अड्डा flight airport বিমান বিমানবন্দর
drum drums | ढोल dhol ঢোল
flute | बाँसुरी बांसुरी bansuri বাঁশি
guitar | गिटार guitar গিটার
violin | वायलिन violin বেহালা
harmonium | हारमोनियम harmonium হারমোনিয়াম
singing vocal song songs | गायन गाना gayan gaana গান
dance dancing | नाच नृत्य naach nritya নাচ নৃত্য
clay pottery pot pots | मिट्टी_के_बर्तन mitti_ke_bartan মাটির_পাত্র
candle candles | मोमबत्ती mombatti মোমবাতি
soap | साबुन sabun সাবান
perfume scent | इत्र itra আতর সুগন্ধি
umbrella | छाता chhata ছাতা
spectacles eyeglasses | चश्मा chashma চশমা
watch clock | घड़ी ghadi ঘড়ি
mirror | आईना aaina আয়না
curtain curtains | पर्दा पर्दे parda parde পর্দা
carpet rug | क़ालीन कालीन kaleen গালিচা কার্পেট
bucket | बाल्टी balti বালতি
rope | रस्सी rassi দড়ি
ladder ladders | नसैनी nasaini মই
hammer | हथौड़ा hathoda হাতুড়ি
screw bolt nut | पेच pech স্ক্রু
saw cutter | आरी aari করাত
axe | कुल्हाड़ी kulhadi কুড়াল
kilogram kilo kg | किलो kilo কেজি কিলো
gram grams g | ग्राम gram গ্রাম
metre meter metres | मीटर meter মিটার
dozen | दर्जन darjan ডজন
`
