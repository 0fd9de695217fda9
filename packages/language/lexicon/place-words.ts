/** Cities, states and countries as the languages write them, in the form of `businessWords`; in a question they are names. */
export const placeWords = `
lucknow | लखनऊ | lucknow lakhnau | লখনউ
kanpur | कानपुर | kanpur | কানপুর
kolkata calcutta | कोलकाता | kolkata | কলকাতা
howrah | हावड़ा | howrah haora | হাওড়া
siliguri | सिलीगुड़ी | siliguri | শিলিগুড়ি
durgapur | दुर्गापुर | durgapur | দুর্গাপুর
asansol | आसनसोल | asansol | আসানসোল
darjeeling | दार्जिलिंग | darjeeling | দার্জিলিং
dhaka | ढाका | dhaka | ঢাকা
chittagong chattogram | चटगाँव | chittagong | চট্টগ্রাম
delhi new_delhi | दिल्ली | dilli delhi | দিল্লি দিল্লী
noida | नोएडा | noida | নয়ডা
gurgaon gurugram | गुड़गांव गुरुग्राम | gurgaon gurugram | গুরগাঁও
mumbai bombay | मुंबई मुम्बई | mumbai | মুম্বাই মুম্বই
pune | पुणे | pune | পুনে
nagpur | नागपुर | nagpur | নাগপুর
nashik | नासिक | nashik | নাসিক
bengaluru bangalore | बेंगलुरु बैंगलोर | bangalore bengaluru | বেঙ্গালুরু ব্যাঙ্গালোর
mysuru mysore | मैसूर | mysore | মহীশূর
chennai madras | चेन्नई | chennai | চেন্নাই
coimbatore | कोयंबटूर | coimbatore | কোয়েম্বাটুর
hyderabad | हैदराबाद | hyderabad | হায়দরাবাদ হায়দ্রাবাদ
vizag visakhapatnam | विशाखापत्तनम | vizag | বিশাখাপত্তনম
kochi cochin | कोच्चि | kochi | কোচি
ahmedabad | अहमदाबाद | ahmedabad | আহমেদাবাদ
surat | सूरत | surat | সুরাট
vadodara baroda | वडोदरा | vadodara | ভদোদরা
rajkot | राजकोट | rajkot | রাজকোট
jaipur | जयपुर | jaipur | জয়পুর
jodhpur | जोधपुर | jodhpur | যোধপুর
udaipur | उदयपुर | udaipur | উদয়পুর
indore | इंदौर | indore | ইন্দোর
bhopal | भोपाल | bhopal | ভোপাল
ujjain | उज्जैन | ujjain | উজ্জয়িনী
varanasi banaras benares | वाराणसी बनारस | varanasi banaras | বারাণসী
prayagraj allahabad | प्रयागराज इलाहाबाद | allahabad prayagraj | এলাহাবাদ
agra | आगरा | agra | আগ্রা
patna | पटना | patna | পাটনা
ranchi | रांची | ranchi | রাঁচি
jamshedpur | जमशेदपुर | jamshedpur | জামশেদপুর
bhubaneswar | भुवनेश्वर | bhubaneswar | ভুবনেশ্বর
guwahati | गुवाहाटी | guwahati | গুয়াহাটি
chandigarh | चंडीगढ़ | chandigarh | চণ্ডীগড়
ludhiana | लुधियाना | ludhiana | লুধিয়ানা
amritsar | अमृतसर | amritsar | অমৃতসর
dehradun | देहरादून | dehradun | দেরাদুন
raipur | रायपुर | raipur | রায়পুর
goa | गोवा | goa | গোয়া
bihar | बिहार | bihar | বিহার
punjab | पंजाब | punjab | পাঞ্জাব
gujarat | गुजरात | gujarat | গুজরাট
rajasthan | राजस्थान | rajasthan | রাজস্থান
maharashtra | महाराष्ट्र | maharashtra | মহারাষ্ট্র
kerala | केरल | kerala | কেরল কেরালা
assam | असम | assam | আসাম
odisha orissa | ओडिशा उड़ीसा | odisha | ওড়িশা
west_bengal | पश्चिम_बंगाल | west_bengal | পশ্চিমবঙ্গ
nepal | नेपाल | nepal | নেপাল
bangladesh | बांग्लादेश | bangladesh | বাংলাদেশ
bhutan | भूटान | bhutan | ভুটান
dubai | दुबई | dubai | দুবাই
`
