/** Words of talk that sound like names, or stand where names do, and are none; by language, in match form once read. */
export const noNames = `
rera gst sms trai ngo mla tcs diwali christmas merry happened sorted best read wrote forwarded whoever purchase warm getting finding afraid hanging off bored train marry cook ill data alexa facebook landlord source visa deadline interest
papers officer salesman warden obliged attachment tenant whatsapp yahoo child start twelve meet wasnt im ill ive id
beti lucky kaat bijli dhanyavad dhanyawad khuda hafiz bas salam galat bande hatao saaf dharti tarah baat padosi dusri haath tumne khana aaram wajah khet khol zor aya unse tumse unki bade purana konsi papa gudiya bimar dawai konsa trek teri rajma chawal daalo
calendar diya sun ssa
दिया पर्ची साइट बेटी वैन लिखवाया शादी इंटरेस्टेड डबल सुना हेयर कलर साड़ी एन ব্র্যান্ড ঋণ থাইরয়েড সবাই মনে যার মডিউল আরোগ্য ঢোকাতে এন্টারপ্রাইজ ছাদে বন্ধুর ইন্স্যুরেন্স ক্যালেন্ডার দাঁত সুব্রতা ক্লাব
ऑफिसर अफसर वार्डन सेल्समैन सलाहकार खरीदार संभावित खोजना याद दिलाना लाइन रोबोट जानकार थैंक्स कटवाना काटिए उन्हीं मेहरबानी बिलिंग वालों सिस्टम डाल हाथ दूसरी उनमें लॉटरी ट्रैक गलत स्पेल चेन मीट पापा नेम जटिल
প্রতিনিধি আধিকারিক মক্কেল মালিক প্রশ্নটা জটিল স্ট্যাটাস ক্রাশ প্রেরণ মেঘ প্রেম জানানো ওঁর একত্রে লাঞ্চের তোমা গোনা ধাম কোল্ড হোয়াটসঅ্যাপ ভাত খোঁজো মায় লেখাব দেখামু হাউসের আইসা ratri er gulo
ओके रूप पूल पावर रसीद बिना तरीका अबे तिथि कैलेंडर मिटा लिस्ट दवाई मम्मी मसौदा यू डालनी वेटिंग शायद पता वगैरह सुन सर्वर कराएँ कराएं कतई पीए पूर्व अकाल शुभ प्रभात गुड आफ्टरनून सलाम वालेकुम बाबू काट रिकॉर्ड हटा सूची पड़ोसी नीला तुमने खाना सायं काल
दोनों डायरेक्टर टेनेंट बातचीत फैसला सीनियर प्रतिनिधि कस्टमर सर्विस अधिकारी भैया काउंसलर मानव हेड मिस्त्री लीडर थैंक जगह मैडम विन टैली मैंने उनकी तनी बाय निकलवाने हाल हर दें
রাজি রাইট দিনই ট্যালি মেয়ে ক্লাস হেয়া তাকে প্লে গ্রুপে স্কুল অ্যাম্বুলেন্স সার্ভিস এখান কাটে ভর্তি টাইম রসিদ দেখাইতে একদিন বাকি বাবা সাইট কাটান সকল কেটে দাও উম সার্ভার বাড়িওয়ালা প্রেজেন্টেশন রেডি ওনা এন্ট্রি সম্ভাব্য করল নথিভুক্ত বসবে ভিউ কালক কইরা
নই ক্যান চেনা ওনার বের বাইর পুল নিলাম জানাই আজই যেন মেসেজ বারবার বিরত প্রিয় খুব মন বাড়াল ট্র্যাক বলো লাইন মানাব কাটানো দুদিন ফটোশুট সাবরে টাইম ফেলো রোববার বেলা সত্যিকারের কাউ কাউকে কেউ ম্যাডাম সেন্টার বোঝা রিসেপশনিস্ট মিস্ত্রি কাস্টমার ঊর্ধ্বতন কর্মকর্তা দায়িত্বপ্রাপ্ত
ম্যানেজারবাবু করলা পেপার লিডটা ওদের পদবি রও ডাক্তারবাবু পূর্ব কাব্য পঁচিশ ফালান গ্যারেজ চারটেয় ডেটাবেস ডেটাবেসে shubho sokal den babur ta amar এল প্রোডাকশন লিস্ট ডেট
assalam walekum assalaam system crm apnar sathe brake mubarak claim expert taraf vendor supplier distributor dealer krna umm it barish baraat barat dawa chand chandramukhi ghar dukaan dukan makaan gaon hostel bazaar bazar market home house spelled spelling spell everyone everybody junk
एक्सपर्ट मुबारक क्लेम मैसेज संदेश आया आई आयी गया गई तरफ वेंडर सप्लायर डिस्ट्रीब्यूटर डीलर उम्म उम बारिश बारात दवा चांद अस्सलाम सिस्टम घर दुकान मकान गांव बाजार हॉस्टल रिमार्क सिलेंडर सबसे स्पेलिंग ভর্তি উম উম্ম যার আইটি যিনি যারা বিদ্যুৎ মোবারক মেসেজ তরফ ভেন্ডর সাপ্লায়ার ডিস্ট্রিবিউটর ডিলার উনি তিনি ইনি ওনারা উনারা এটাকে ওটাকে সেটাকে এটা ওটা সেটা কাকে যাকে তাকে এখনই এদের ওদের কারও আমাদের আপনাদের বলিনি দেওয়া দেওয়ার নেওয়ার বৃষ্টি ওষুধ বাড়ি দোকান বাজার গ্রাম হোস্টেল সিস্টেম বাসা বানান স্পেলিং
`
