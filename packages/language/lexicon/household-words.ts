/** Words of things about the house, of making and of mishaps, in the form of `businessWords`. */
export const householdWords = `
blanket blankets quilt quilts duvet comforter | कंबल रजाई लिहाफ | kambal rajai | কম্বল লেপ
sneaker sneakers | स्नीकर | sneaker | কেডস স্নিকার
jacket jackets blazer blazers | जैकेट कोट ब्लेज़र | jacket | জ্যাকেট কোট
drapes | परदा परदे पर्दे | parda parde | পর্দা
umbrella umbrellas | छतरी छाता | chhata chhatri | ছাতা
glove gloves | दस्ताने दस्ताना | dastane | দস্তানা
calendar calendars | कैलेंडर | calendar | ক্যালেন্ডার
hardcover hardback hardbound hard_bound hard_cover | सजिल्द हार्डकवर | hardcover hardbound | হার্ডকভার শক্ত_মলাট বোর্ড_বাঁধাই
paperback softcover soft_cover | पेपरबैक | paperback | পেপারব্যাক নরম_মলাট
file_format format formats | फॉर्मेट प्रारूप | format | ফরম্যাট
spelling spellings misprint | वर्तनी स्पेलिंग | spelling | বানান
lump_sum in_one_go | एक_साथ एकमुश्त | ek_saath ekmusht | একবারে একসঙ্গে_সব
ruin ruined spoil spoiled spoilt torn stained | फट_जाए खराब_कर | kharab_ho phat_jaye | ছিঁড়ে নষ্ট_হলে
fail failed unsuccessful flunk | फेल असफल पास_नहीं | pass_nahi | ফেল অকৃতকার্য
absent absence | अनुपस्थित गैरहाजिर छूट_जाए | chhoot_jaye | অনুপস্থিত কামাই বাদ_গেলে
applicant applicants candidate candidates | आवेदक उम्मीदवार | aavedak ummeedwar | আবেদনকারী প্রার্থী
fragrance scent scented | खुशबू सुगंध | khushboo sugandh | গন্ধ সুগন্ধ
detergent soap liquid_soap | साबुन डिटर्जेंट | sabun | সাবান ডিটারজেন্ট
rust rusting corrosion | जंग | zang | মরচে
button buttons zipper | बटन चेन | button | বোতাম চেন
lehenga lehengas ghagra | लहंगा घाघरा | lehenga | লেহেঙ্গা
sherwani achkan | शेरवानी | sherwani | শেরওয়ানি
mug mugs cups | मग प्याला | mug | মগ পেয়ালা
bucket buckets | बाल्टी | balti | বালতি
knife knives | चाकू छुरी | chaku | ছুরি
sharpen sharpening | धार | dhaar | শান
embroidery embroidered | कढ़ाई | kadhai | সূচিকর্ম এমব্রয়ডারি
engraving engrave engraved | नक्काशी | nakkashi | খোদাই
wig wigs | विग | wig | পরচুলা
brake brakes | ब्रेक | brake | ব্রেক
pot pots planter planters | गमला गमले | gamla | টব
manure compost | खाद उर्वरक | khaad | সার
soil potting_mix | मिट्टी | mitti | মাটি
rose roses | गुलाब | gulab | গোলাপ
garland garlands | माला | mala | মালা
candle candles | मोमबत्ती | mombatti | মোমবাতি
balloon balloons | गुब्बारा गुब्बारे | gubbare | বেলুন
drum drums percussion | ढोल ड्रम | dhol drum | ঢোল ড্রাম
flute flutes | बांसुरी | bansuri | বাঁশি
violin violins | वायलिन | violin | বেহালা
harmonium | हारमोनियम | harmonium | হারমোনিয়াম
sitar | सितार | sitar | সেতার
keyboard | कीबोर्ड | keyboard | কিবোর্ড
skating skates | स्केटिंग | skating | স্কেটিং
`
