/**
 * The names of 0 to 99 in Hindi and Bengali, which are irregular up to the last. The line is the number, counted from nought:
 * `Hindi | Hindi in Latin letters | Bengali | Bengali in Latin letters`, spellings apart by spaces.
 */
export const indianNumerals = `
शून्य ज़ीरो सिफ़र | shunya shoonya sunya zero sifar | শূন্য শুন্য জিরো | shunno shunyo
एक | ek | এক | ek
दो | do | দুই দু | dui du
तीन | teen tin | তিন | tin
चार | char chaar | চার | char
पांच पाञ्च पान्च | paanch panch | পাঁচ পাচ | panch pach
छह छः छे छै छ छ: | chhe che chhah chah cheh | ছয় ছ | choy chhoi choi
सात | saat | সাত | saat
आठ | aath aat | আট | aat
नौ | nau nao | নয় | noy noi
दस | das dus | দশ | dosh dos
ग्यारह ग्यारा | gyarah gyara giyarah igyarah | এগারো এগার | egaro
बारह बारा | barah bara | বারো | baro
तेरह तेरा | terah | তেরো তের | tero
चौदह चौदा | chaudah choudah chaudha chauda chodah | চৌদ্দ চোদ্দ | choddo chouddo
पंद्रह पन्द्रह पंदरह पंद्रा | pandrah pandra pandarah pandreh pundrah | পনেরো পনের | ponero
सोलह सोला | solah sola | ষোলো ষোল | sholo
सत्रह सत्तरह सतरह | satrah satra satarah | সতেরো সতের | shotero sotero
अठारह अट्ठारह अठ्ठारह | atharah athara | আঠারো আঠার | atharo
उन्नीस उनीस | unnees unnis | উনিশ ঊনিশ | unish
बीस | bees | বিশ কুড়ি | bish kuri
इक्कीस इकीस | ikkees ikis ekkees | একুশ | ekush
बाईस बाइस | bais bayees | বাইশ | baish
तेईस तेइस | teis teyis tais | তেইশ | teish
चौबीस | chaubees choubees chobees | চব্বিশ | chobbish
पच्चीस पचीस | pachees pachhis | পঁচিশ পচিশ | pochish ponchish
छब्बीस | chhabbees chabis | ছাব্বিশ | chabbish
सत्ताईस सत्ताइस सताइस | sattais satayis | সাতাশ | satash
अट्ठाईस अट्ठाइस अठ्ठाईस अठाईस अठाइस | atthais athayis | আটাশ আঠাশ | atash
उनतीस उन्तीस उनत्तीस | untees unattees | ঊনত্রিশ উনত্রিশ | unotrish
तीस | tees | ত্রিশ তিরিশ | trish tirish
इकतीस इकत्तीस इकतिस | iktees ikattees | একত্রিশ | ekotrish
बत्तीस | battees | বত্রিশ | botrish
तैंतीस तेंतीस तैतीस तेतीस | taintees tetees tentees | তেত্রিশ | tetrish
चौंतीस चौतीस | chauntees chautees chontees | চৌত্রিশ | choutrish
पैंतीस पैतीस | paintees paitees pentees | পঁয়ত্রিশ পয়ত্রিশ | poytrish
छत्तीस | chhattees | ছত্রিশ | chotrish
सैंतीस सैतीस | saintees saitees sentees | সাঁইত্রিশ সাইত্রিশ | saitrish
अड़तीस | adtees artees adhtees | আটত্রিশ | atrish
उनतालीस उन्तालीस उनचालीस | untalees unchalees | ঊনচল্লিশ উনচল্লিশ | unochollish
चालीस | chalees | চল্লিশ | chollish
इकतालीस | iktalees | একচল্লিশ | ekchollish
बयालीस बियालीस | bayalees byalees | বিয়াল্লিশ | biyallish
तैंतालीस तैतालीस | taintalees tetalees | তেতাল্লিশ | tetallish
चौवालीस चवालीस चौंतालीस | chavalees chauvalees chauntalees | চুয়াল্লিশ | chuyallish
पैंतालीस पैतालीस | paintalees paitalees pentalees | পঁয়তাল্লিশ পয়তাল্লিশ | poytallish
छियालीस छयालीस | chhiyalees | ছেচল্লিশ | chechollish
सैंतालीस सैतालीस | saintalees saitalees sentalees | সাতচল্লিশ | satchollish
अड़तालीस | adtalees artalees | আটচল্লিশ | atchollish
उनचास उन्चास | unchas unanchas | ঊনপঞ্চাশ উনপঞ্চাশ | unoponchash
पचास | pachas | পঞ্চাশ | ponchash ponchas
इक्यावन | ikyavan ikkavan | একান্ন | ekanno
बावन | bavan | বায়ান্ন বাহান্ন | bayanno bahanno
तिरपन तिरेपन | tirpan tirepan | তিপ্পান্ন | tippanno
चौवन चव्वन | chauvan chavan | চুয়ান্ন | chuyanno
पचपन | pachpan | পঞ্চান্ন | ponchanno
छप्पन | chhappan | ছাপ্পান্ন | chappanno
सत्तावन सतावन | sattavan | সাতান্ন | satanno
अट्ठावन अठावन अठ्ठावन | atthavan | আটান্ন | atanno
उनसठ | unsath | ঊনষাট উনষাট | unoshat
साठ | saath | ষাট | shat
इकसठ | iksath | একষট্টি | ekshotti
बासठ | basath | বাষট্টি | bashotti
तिरसठ तिरेसठ | tirsath tiresath | তেষট্টি | teshotti
चौंसठ चौसठ | chausath chaunsath | চৌষট্টি | choushotti
पैंसठ पैसठ | painsath paisath | পঁয়ষট্টি পয়ষট্টি | poyshotti
छियासठ | chhiyasath | ছেষট্টি | cheshotti
सड़सठ | sadsath sarsath | সাতষট্টি | satshotti
अड़सठ | adsath arsath | আটষট্টি | atshotti
उनहत्तर | unhattar unahattar | ঊনসত্তর উনসত্তর | unoshottor
सत्तर | sattar | সত্তর | shottor
इकहत्तर | ikhattar ikahattar | একাত্তর | ekattor
बहत्तर | bahattar | বাহাত্তর | bahattor
तिहत्तर | tihattar | তিয়াত্তর | tiyattor
चौहत्तर | chauhattar chohattar | চুয়াত্তর | chuyattor
पचहत्तर पिचहत्तर पचत्तर | pachhattar pichhattar pachahattar | পঁচাত্তর পচাত্তর | pochattor
छिहत्तर छियत्तर | chhihattar chhiyattar | ছিয়াত্তর | chiyattor
सतहत्तर | satahattar sathattar | সাতাত্তর | satattor
अठहत्तर | athhattar athahattar | আটাত্তর | atattor
उन्यासी उनासी | unyasi unasi | ঊনআশি উনআশি ঊনাশি উনাশি | unoashi
अस्सी | assi | আশি | ashi
इक्यासी | ikyasi | একাশি | ekashi
बयासी | bayasi | বিরাশি | birashi
तिरासी | tirasi | তিরাশি | tirashi
चौरासी | chaurasi | চুরাশি | churashi
पचासी | pachasi | পঁচাশি | pochashi
छियासी | chhiyasi | ছিয়াশি | chiyashi
सतासी सत्तासी | satasi | সাতাশি | satashi
अठासी अट्ठासी अठ्ठासी | athasi | আটাশি অষ্টাশি | atashi
नवासी | navasi | ঊননব্বই উননব্বই | unonobboi
नब्बे | nabbe navve nabbey | নব্বই | nobboi
इक्यानवे इक्यानबे | ikyanave ikyanbe ikyanve | একানব্বই | ekanobboi
बानवे बानबे | banve banave banbe | বিরানব্বই | biranobboi
तिरानवे तिरानबे | tiranve tiranave tiranbe | তিরানব্বই | tiranobboi
चौरानवे चौरानबे | chauranve chauranave chauranbe | চুরানব্বই | churanobboi
पचानवे पंचानवे पचानबे पंचानबे | pachanve panchanve pachanave panchanave | পঁচানব্বই পচানব্বই | pochanobboi
छियानवे छियानबे | chhiyanve chhiyanave | ছিয়ানব্বই | chiyanobboi
सत्तानवे सतानवे सत्तानबे | sattanve sattanave | সাতানব্বই | satanobboi
अट्ठानवे अठानवे अट्ठानबे | atthanve atthanave | আটানব্বই | atanobboi
निन्यानवे निन्यानबे | ninyanve ninyanave ninanve | নিরানব্বই | niranobboi
`
