/**
 * Words a caller uses to ask about any business. One line a concept: `English | Hindi | Hinglish | Bengali`, synonyms apart by
 * spaces, words of one phrase joined by `_`. The first English word names the concept.
 */
export const businessWords = `
phone telephone mobile landline tel phone_number contact_number telephone_number mobile_number | फोन फ़ोन दूरभाष मोबाइल फोन_नंबर संपर्क_नंबर नंबर | phone fon number nambar mobile phone_number contact_number | ফোন মোবাইল নম্বর নাম্বার ফোন_নম্বর ফোন_নাম্বার যোগাযোগের_নম্বর
call ring dial | कॉल | call kol | কল
contact reach get_in_touch touch_base | संपर्क कॉन्टैक्ट | sampark contact | যোগাযোগ
email e-mail mail email_address mail_id email_id | ईमेल ई-मेल मेल | email mail mail_id email_id | ইমেইল ই-মেইল মেইল ইমেল
fax facsimile | फैक्स | fax | ফ্যাক্স
whatsapp whats_app | व्हाट्सएप व्हाट्सऐप | whatsapp watsapp whatsap | হোয়াটসঅ্যাপ
website site web_page webpage online_site | वेबसाइट | website site | ওয়েবসাইট
address located location situated whereabouts headquartered headquarters you_based company_based business_based based_in based_at based_out | पता ठिकाना एड्रेस लोकेशन स्थित | pata address thikana location | ঠিকানা অবস্থান অবস্থিত লোকেশন
directions route get_there way_to_reach landmark | रास्ता दिशा | rasta raasta direction | পথ রাস্তা দিকনির্দেশ
map | नक्शा मैप | naksha map | মানচিত্র ম্যাপ
near nearby close_to nearest closest | पास नज़दीक नजदीक करीब नज़दीकी | nazdeek najdik kareeb nazdik | কাছে কাছাকাছি নিকটে নিকটতম
branch outlet location_branch | शाखा ब्रांच | shakha branch | শাখা ব্রাঞ্চ
office bureau | दफ्तर दफ़्तर कार्यालय ऑफिस | daftar office aafis offis | অফিস দপ্তর কার্যালয়
shop store showroom | दुकान शोरूम स्टोर | dukan dukaan shop store showroom | দোকান শোরুম স্টোর
factory plant works | कारखाना फैक्ट्री | karkhana factory | কারখানা ফ্যাক্টরি
warehouse godown depot | गोदाम वेयरहाउस | godam warehouse | গুদাম গোডাউন
hours timings timing opening_hours business_hours working_hours opening_times opening_time store_hours office_hours hours_of_operation | समय टाइमिंग खुलने_का_समय | samay timing time timings khulne_ka_samay | সময় সময়সূচি খোলার_সময় টাইমিং
open opens opened opening | खुला खुलता खुलती खुलते खुले खुली खुलना | khula khulta khulti khulte khule khuli khulega khulegi open | খোলা খোলে খুলবে খোলেন খোলো
close closed closes closing shut | बंद | band bandh close closed | বন্ধ
time o'clock clock_time | बजे समय वक्त वक़्त टाइम | baje samay time waqt vakt | সময় টা টায় বাজে
today | आज | aaj aj | আজ আজকে
tomorrow | कल | kal | কাল আগামীকাল কালকে
yesterday | बीता_कल | bita_kal | গতকাল
now currently right_now at_the_moment | अभी इस_समय | abhi | এখন এখনই
day days per_day | दिन दिनों दैनिक | din dino dinon dainik | দিন দৈনিক
week weekly | हफ्ता हफ्ते सप्ताह साप्ताहिक हफ़्ते | hafta hafte saptah | সপ্তাহ সাপ্তাহিক
month months monthly | महीना महीने माह मासिक प्रतिमाह | mahina mahine maheena maheene | মাস মাসিক
year years annual yearly yr | साल वर्ष सालाना वार्षिक | saal sal varsh salana | বছর বার্ষিক বৎসর সাল সালে
hour hrs hr hourly | घंटा घंटे घंटों | ghanta ghante | ঘণ্টা ঘন্টা
minute min minutes mins | मिनट | minute minat | মিনিট
morning a.m | सुबह सवेरे | subah savere subha | সকাল সকালে
afternoon noon midday | दोपहर | dopahar dophar | দুপুর দুপুরে
evening | शाम | shaam sham | সন্ধ্যা সন্ধ্যায় বিকেল বিকাল
night midnight overnight late_night | रात | raat rat | রাত রাতে
weekday weekdays working_day business_day working_days business_days | कार्यदिवस | weekday | কর্মদিবস
weekend weekends | वीकेंड सप्ताहांत | weekend | সপ্তাহান্ত
monday mon mondays | सोमवार | somvar somwar monday | সোমবার
tuesday tue tues tuesdays | मंगलवार | mangalvar mangalwar tuesday | মঙ্গলবার
wednesday wed wednesdays | बुधवार | budhvar budhwar wednesday | বুধবার
thursday thu thurs thur thursdays | गुरुवार बृहस्पतिवार | guruvar guruwar veervar thursday | বৃহস্পতিবার
friday fri fridays | शुक्रवार | shukravar shukrawar sukravar friday | শুক্রবার
saturday sat saturdays | शनिवार | shanivar shaniwar sanivar saturday | শনিবার
sunday sun sundays | रविवार इतवार संडे | ravivar raviwar itvar itwar sunday | রবিবার
holiday holidays public_holiday | छुट्टी अवकाश | chhutti chutti chhuti chuti holiday | ছুটি ছুটির_দিন
festival festivals | त्योहार | tyohar | উৎসব
diwali deepavali | दिवाली दीपावली | diwali | দীপাবলি দিওয়ালি
puja durga_puja | पूजा | puja | পূজা পুজো
eid | ईद | eid | ঈদ
christmas xmas | क्रिसमस | christmas | বড়দিন
24/7 24x7 round_the_clock 24_hours around_the_clock all_day | चौबीस_घंटे चौबीसों_घंटे 24_घंटे | chaubis_ghante 24_ghante choubis_ghante | চব্বিশ_ঘণ্টা ২৪_ঘণ্টা 24_ঘণ্টা 24_ঘন্টা
price cost rate charge fee fare tariff pricing charges fees rates cost_of prices costs | कीमत क़ीमत दाम मूल्य रेट शुल्क किराया चार्ज फीस फ़ीस भाव प्राइस लागत खर्च खर्चा | kimat keemat qeemat kimmat daam dam price rate fees fee charge kiraya bhav bhaav cost paise_lagenge paisa kharch kharcha | দাম মূল্য খরচ রেট ভাড়া ফি চার্জ টাকা_লাগবে প্রাইস মূল্যতালিকা হার
money amount rupees rs inr | पैसा पैसे रुपये रुपए रुपया | paisa paise rupaye rupay rupees rs | টাকা অর্থ রুপি
cheap affordable inexpensive budget low-cost economical cheapest | सस्ता सस्ती सस्ते किफायती | sasta sasti saste kifayati | সস্তা সাশ্রয়ী
expensive costly priciest costliest | महंगा महंगी महंगे | mehnga mehenga mahanga mahnga | দামি দামী
free free_of_charge complimentary no_charge at_no_cost gratis no_cost | मुफ्त मुफ़्त निशुल्क फ्री नि:शुल्क | muft free nishulk | বিনামূল্যে ফ্রি বিনা_পয়সায় মুফত
discount deal coupon promo sale promotion rebate discounts special_offer special_offers offers ongoing_offer something_off money_off reduced_price pay_less concession concessions | छूट ऑफर डिस्काउंट रियायत | chhoot chhut chut discount offer | ছাড় অফার ডিসকাউন্ট
pay payment paying paid pays payable | भुगतान पेमेंट | bhugtan payment pay | পেমেন্ট পরিশোধ টাকা_দেওয়া
payment_method payment_methods modes_of_payment payment_options forms_of_payment mode_of_payment methods_of_payment method_of_payment ways_to_pay pay_by pay_with payable_by | भुगतान_के_तरीके | payment_mode payment_method | পেমেন্ট_পদ্ধতি
cash | नकद कैश | nakad cash | নগদ ক্যাশ
card cards credit_card debit_card credit_cards debit_cards | कार्ड क्रेडिट_कार्ड | card credit_card | কার্ড ক্রেডিট_কার্ড
upi | यूपीआई | upi | ইউপিআই
gpay google_pay | गूगल_पे | gpay google_pay | গুগল_পে
paytm | पेटीएम | paytm | পেটিএম
phonepe | फोनपे | phonepe | ফোনপে
bkash | बिकाश | bkash | বিকাশ
nagad | | | নগদ
cheque check_payment checks cheques | चेक | cheque | চেক
invoice bill billing receipt | बिल रसीद | bill rasid raseed | বিল রসিদ
tax taxes taxation | कर टैक्स | tax | কর ট্যাক্স
gst | जीएसटी | gst | জিএসটি
vat | वैट | vat | ভ্যাট
income_tax | आयकर इनकम_टैक्स | income_tax | আয়কর ইনকাম_ট্যাক্স
emi installment instalment financing finance installments instalments payment_plan payment_plans monthly_parts monthly_payments pay_monthly part_payment | किस्त ईएमआई किश्त किस्तों | emi kist kisht kiston | কিস্তি ইএমআই কিস্তিতে
deposit advance down_payment prepayment | अग्रिम एडवांस जमा पेशगी बयाना | advance deposit peshgi bayana | অগ্রিম আগাম জামানত বায়না
refund money_back refunds refunded refundable reimbursement | रिफंड पैसे_वापस धनवापसी | refund paise_wapas paisa_wapas | রিফান্ড টাকা_ফেরত ফেরত
return returns returned returning send_back sending_back bring_back | वापस वापसी रिटर्न लौटाना | wapas vapas wapsi return | ফেরত ফেরৎ রিটার্ন
exchange swap replace replacement | बदलना बदलाव एक्सचेंज | badalna exchange badal | বদল বিনিময় এক্সচেঞ্জ
cancel cancellation cancelled canceled cancelling cancellations canceling | रद्द कैंसिल कैंसल निरस्त | cancel radd | বাতিল ক্যানসেল
reschedule postpone change_date rescheduling | तारीख_बदलना | reschedule | পুনর্নির্ধারণ
policy policies rules rule terms conditions | नीति नियम पॉलिसी शर्तें | niti niyam policy sharten | নীতি নিয়ম পলিসি শর্ত
penalty fine late_fee surcharge fines | जुर्माना पेनल्टी | jurmana penalty | জরিমানা
warranty guarantee guaranty warranties guaranteed | वारंटी गारंटी वॉरंटी | warranty guarantee garanti varanti | ওয়ারেন্টি গ্যারান্টি
repair fix repairing repairs repaired servicing mend | मरम्मत रिपेयर | marammat repair thik theek | মেরামত রিপেয়ার সারানো
install installation fitting installing installed installer | लगाना इंस्टॉलेशन स्थापना | installation lagana install | ইনস্টলেশন বসানো লাগানো
maintenance upkeep amc | रखरखाव मेंटेनेंस | maintenance | রক্ষণাবেক্ষণ
support help assistance customer_care helpline customer_service help_desk customer_support | सहायता मदद सपोर्ट हेल्पलाइन कस्टमर_केयर ग्राहक_सेवा | sahayata madad support help | সহায়তা সাহায্য সাপোর্ট হেল্পলাইন কাস্টমার_কেয়ার গ্রাহক_সেবা
complaint grievance complain complaints | शिकायत | shikayat complaint | অভিযোগ
emergency urgent urgently emergencies | आपातकालीन आपातकाल इमरजेंसी | emergency aapatkal imarjensi | জরুরি জরুরী ইমার্জেন্সি
delivery deliver delivered delivers delivering home_delivery deliveries | डिलीवरी होम_डिलीवरी पहुंचाना | delivery home_delivery delivari pahunchate | ডেলিভারি হোম_ডেলিভারি পৌঁছে
ship shipping shipment freight shipped ships shipments | शिपिंग भेजना | shipping bhejna bhejte | শিপিং পাঠানো পাঠান
courier parcel package consignment packet parcels | कूरियर पार्सल | courier parcel | কুরিয়ার পার্সেল
pickup pick_up collection collect pick-up pickups | पिकअप | pickup | পিকআপ
track tracking trace | ट्रैक ट्रैकिंग | track tracking | ট্র্যাক ট্র্যাকিং
order ordering orders purchase | ऑर्डर आदेश | order | অর্ডার
buy purchase get_one shop_for buying bought | खरीदना खरीद ख़रीद | kharidna kharid khareed | কেনা কিনতে ক্রয়
sell selling sells sold sales sale seller | बेचना बेचते बिक्री सेल्स | bechna bechte bikri sales | বিক্রি বেচা বিক্রয় সেলস
book booking reserve reservation bookings reservations booked reserving | बुकिंग बुक आरक्षण | booking book arakshan | বুকিং বুক রিজার্ভেশন টেবিল_রাখা আগে_থেকে_রাখা
appointment appointments consultation schedule_a_visit visit_appointment | अपॉइंटमेंट अपॉइन्टमेंट मुलाकात | appointment apointment | অ্যাপয়েন্টমেন্ট সাক্ষাৎ
walk-in walk_in walk-ins without_appointment walk_ins | वॉक-इन | walk-in walk_in | ওয়াক-ইন
visit come_to drop_by visits visiting | आना मुलाकात | aana visit | আসা ভিজিট
visitor visitors guest guests | अतिथि मेहमान आगंतुक | mehman atithi guest | অতিথি মেহমান
quote quotation estimate quotes quotations estimates | कोटेशन अनुमान | quotation quote estimate | কোটেশন আনুমানিক_দাম
sample samples demo trial | नमूना डेमो सैंपल | sample namuna demo | নমুনা ডেমো
product products item items goods merchandise | उत्पाद सामान प्रोडक्ट माल | product saman samaan maal utpad | পণ্য প্রোডাক্ট জিনিস মাল সামগ্রী
service services offering offerings | सेवा सेवाएं सेवाएँ सर्विस | seva sewa service | সেবা পরিষেবা সার্ভিস
brand brands manufacturer manufacturers make maker makers | ब्रांड | brand | ব্র্যান্ড
model models version variant | मॉडल | model | মডেল
type kind sort variety types kinds varieties | प्रकार किस्म तरह | prakar kism tarah | প্রকার ধরনের ধরন রকম
size sizes dimension dimensions measurement | आकार साइज़ साइज नाप | size aakar naap saiz | আকার সাইজ মাপ
colour color shade colours colors shades | रंग कलर | rang color colour | রং রঙ
weight weigh heavy kg kilo kilogram kilograms kgs | वज़न वजन भार किलो | vajan wajan weight kilo | ওজন কেজি কিলো
length long | लंबाई लंबा लंबी लम्बा लम्बाई | lambai lamba lambi | দৈর্ঘ্য লম্বা
width wide | चौड़ाई चौड़ा | chaudai chauda | প্রস্থ চওড়া
height tall high | ऊंचाई ऊँचाई ऊंचा ऊँचा | unchai oonchai ooncha | উচ্চতা উঁচু
depth deep | गहराई गहरा गहरी | gehrai gehra | গভীরতা গভীর
capacity seating_capacity seats holds seater accommodate accommodates | क्षमता बैठने सीट सीटें | kshamta capacity seat seater baith | ধারণক্ষমতা আসন সিট ক্ষমতা
quantity amount_of count minimum_order moq | मात्रा | matra quantity | পরিমাণ
stock available availability in_stock inventory | स्टॉक उपलब्ध मिलता मिलती मिलेगा मिलेगी | stock available uplabdh milta milti milega milegi milte | স্টক পাওয়া পাবো পাওয়া_যায় মজুদ
new latest newest recent | नया नई नए ताज़ा | naya nayi naye nai latest | নতুন সর্বশেষ
old used second-hand secondhand pre-owned second_hand refurbished reconditioned | पुराना पुरानी | purana purani | পুরনো পুরানো
best top finest premium popular bestseller famous signature special specialty speciality | सबसे_अच्छा बेहतरीन मशहूर प्रसिद्ध लोकप्रिय खास | sabse_accha badhiya mashhoor famous khaas khas special | সেরা জনপ্রিয় বিখ্যাত বিশেষ
quality standard standards | गुणवत्ता क्वालिटी | quality gunvatta | মান গুণমান কোয়ালিটি
certificate certified certification certificates certifications accredited accreditation | प्रमाणपत्र प्रमाणित सर्टिफिकेट | certificate praman_patra certified | সনদ সার্টিফিকেট প্রত্যয়িত
iso | आईएसओ | iso | আইএসও
licence license licensed permit licences licenses | लाइसेंस | license licence | লাইসেন্স
registration registered register_number | पंजीकरण रजिस्ट्रेशन | registration panjikaran | নিবন্ধন রেজিস্ট্রেশন
insurance insured insure insurances mediclaim | बीमा इंश्योरेंस | bima beema insurance | বীমা ইন্স্যুরেন্স বিমা
cashless | कैशलेस | cashless | ক্যাশলেস
safe safety secure security | सुरक्षित सुरक्षा | surakshit suraksha safe | নিরাপদ নিরাপত্তা
privacy personal_data data_protection confidential | गोपनीयता निजता | privacy | গোপনীয়তা
legal law legally | कानूनी | kanooni | আইনি 
name called named title | नाम | naam nam | নাম
company business firm organisation organization enterprise establishment | कंपनी व्यापार व्यवसाय फर्म संस्था | company kampani business vyapar | কোম্পানি ব্যবসা প্রতিষ্ঠান
owner proprietor owned_by proprietress | मालिक स्वामी | malik maalik owner | মালিক স্বত্বাধিকারী
founder founders co-founder cofounder founded_by started_by | संस्थापक | sansthapak founder | প্রতিষ্ঠাতা
found founded established establish started start inception incorporated begin began since set_up in_business foundation_laid laid_the_foundation | स्थापना स्थापित शुरू शुरुआत नींव नीव खोला खोली | sthapna shuru shuruaat suru start neev kholi khola | প্রতিষ্ঠিত প্রতিষ্ঠা শুরু স্থাপিত সূচনা গড়ে_ওঠে গড়ে_তোলেন স্থাপন চালু পত্তন শুরু_করেন শুরু_করেছিলেন খুলেছিলেন চালু_করেন খোলেন
history story background origin originally | इतिहास कहानी | itihas kahani | ইতিহাস কাহিনী
manager general_manager in_charge_of head_of_the who_runs in_charge incharge | प्रबंधक मैनेजर | manager prabandhak | ব্যবস্থাপক ম্যানেজার
director directors | निदेशक | director nideshak | পরিচালক
ceo chief_executive chief_executive_officer | सीईओ | ceo | সিইও
chairman chairperson president | अध्यक्ष | adhyaksh chairman | চেয়ারম্যান সভাপতি
managing_partner managing_director | प्रबंध_निदेशक | managing_director | ব্যবস্থাপনা_পরিচালক
staff people_work employee employees employ employs employed team workforce personnel workers crew | कर्मचारी स्टाफ टीम | staff karmchari team | কর্মচারী কর্মী স্টাফ টিম
job career vacancy we_are_hiring now_hiring recruit recruitment careers jobs vacancies join_us work_for_you | नौकरी वैकेंसी | naukri job vacancy | চাকরি নিয়োগ ভ্যাকেন্সি
salary wage wages stipend pay_scale | वेतन तनख्वाह सैलरी | salary vetan tankhwah | বেতন মাইনে
customer client clients customers clientele | ग्राहक क्लाइंट | grahak customer client | গ্রাহক ক্রেতা কাস্টমার খদ্দের
partner partnership partners collaborator alliance partnering | साझेदार भागीदार पार्टनर | partner saajhedar | অংশীদার পার্টনার
dealer dealers distributor distributors dealership | डीलर वितरक | dealer distributor | ডিলার পরিবেশক
franchise franchisee franchises | फ्रेंचाइजी | franchise | ফ্র্যাঞ্চাইজি
supplier vendor suppliers vendors | आपूर्तिकर्ता सप्लायर | supplier | সরবরাহকারী
review reviews testimonial testimonials star_rating star_ratings customer_rating feedback recommend recommended | समीक्षा रिव्यू रेटिंग | review rating | পর্যালোচনা রিভিউ রেটিং মতামত
award awards prize honour recognition won | पुरस्कार अवार्ड | award puraskar inaam | পুরস্কার অ্যাওয়ার্ড
news update announcement updates | समाचार खबर | khabar news samachar | খবর সংবাদ
event events function party celebration occasion parties functions | कार्यक्रम पार्टी समारोह आयोजन | karyakram party function samaroh | অনুষ্ঠান পার্টি আয়োজন
charity donation donate csr donor donors donations | दान चैरिटी | daan charity chanda | দান চ্যারিটি
ngo foundation trust | एनजीओ | ngo | এনজিও
area region zone areas coverage service_area regions cover serve served | क्षेत्र इलाका इलाके | kshetra ilaka ilake area | এলাকা অঞ্চল জায়গা
city town cities towns | शहर नगर | shahar sheher city | শহর নগর
country nation abroad overseas international foreign internationally countries worldwide | देश विदेश अंतरराष्ट्रीय | desh videsh bidesh foreign | দেশ বিদেশ আন্তর্জাতিক
state province states | राज्य | rajya state | রাজ্য
floor storey level floors | मंजिल मंज़िल तल | manzil floor tal | তলা তলায় ফ্লোর
room rooms accommodation | कमरा कमरे रूम | kamra kamre room | ঘর রুম কক্ষ
building tower complex premises | इमारत भवन बिल्डिंग | imarat bhavan building | ভবন বিল্ডিং
gate entrance entry door | दरवाज़ा गेट प्रवेश | darwaza gate | দরজা গেট প্রবেশ
parking park_my_car car_park valet | पार्किंग | parking | পার্কিং
wifi wi-fi internet broadband fiber fibre | वाईफाई वाई-फाई इंटरनेट | wifi internet | ওয়াইফাই ইন্টারনেট
wheelchair accessible accessibility disabled ramp | व्हीलचेयर | wheelchair | হুইলচেয়ার
lift elevator | लिफ्ट | lift | লিফট
toilet washroom restroom bathroom | शौचालय बाथरूम | toilet bathroom | টয়লেট বাথরুম শৌচাগার
ac air_conditioning air-conditioned air_conditioned aircon air_conditioner | एसी वातानुकूलित | ac | এসি শীতাতপ
pet pets animal animals pet-friendly | पालतू जानवर | paltu janwar pet | পোষা_প্রাণী পোষা প্রাণী
dog dogs puppy | कुत्ता कुत्ते | kutta kutte | কুকুর
cat cats kitten | बिल्ली | billi | বিড়াল
smoke smoking cigarette | धूम्रपान सिगरेट | smoking cigarette | ধূমপান সিগারেট
child children kid kids infant baby toddler babies | बच्चा बच्चे बच्चों बच्चो शिशु | baccha bachcha bacche bachche bacchon bachon bachchon | বাচ্চা শিশু বাচ্চাদের ছেলেমেয়ে সন্তান
adult adults grown-up | वयस्क बड़े | vayask adult | প্রাপ্তবয়স্ক
student students pupil pupils | छात्र विद्यार्थी | chhatra vidyarthi student chatra | ছাত্র শিক্ষার্থী ছাত্রছাত্রী
senior elderly senior_citizen senior_citizens over_60 above_60 pensioner pensioners sixty | वरिष्ठ बुजुर्ग वरिष्ठ_नागरिक | senior bujurg senior_citizen | প্রবীণ বয়স্ক
woman women ladies female lady girls girl | महिला औरत स्त्री लड़की महिलाओं लड़कियां | mahila aurat ladies ladki | মহিলা নারী মেয়ে মেয়েদের মেয়েরা
man men gents male gentlemen boys boy | पुरुष आदमी लड़का लड़के | purush aadmi gents ladka ladke | পুরুষ ছেলে ছেলেদের ছেলেরা
family families household | परिवार | parivar family | পরিবার
age old years_old ages aged | उम्र आयु | umar umra age | বয়স
document documents papers paperwork identification id_documents | दस्तावेज़ दस्तावेज कागज़ कागज | dastavej kagaz document | কাগজপত্র কাগজ দলিল ডকুমেন্ট নথি
form application application_form | फॉर्म आवेदन | form aavedan | ফর্ম আবেদন
apply applying applications sign_up signup | आवेदन नामांकन | apply aavedan | আবেদন
require required need needed necessary requirement requirements mandatory must compulsory | ज़रूरी जरूरी ज़रूरत जरूरत चाहिए आवश्यक अनिवार्य | zaruri jaruri zarurat jarurat chahiye chaiye | দরকার প্রয়োজন লাগবে লাগে চাই আবশ্যক
allow allowed permit permitted permissible let accept accepted accepts | अनुमति मंज़ूर इजाज़त स्वीकार | allowed anumati ijazat allow | অনুমতি অনুমোদিত গ্রহণ
minimum least min lowest smallest at_least | न्यूनतम कम_से_कम सबसे_कम | minimum kam_se_kam | ন্যূনতম সর্বনিম্ন কমপক্ষে
maximum most max highest largest biggest up_to at_most greatest limit | अधिकतम ज़्यादा_से_ज़्यादा सबसे_बड़ा सबसे_ज्यादा | maximum zyada_se_zyada sabse_bada sabse_badi sabse_zyada | সর্বোচ্চ সবচেয়ে_বড় সর্বাধিক
small little tiny mini | छोटा छोटी छोटे | chhota chota choti chhoti | ছোট
big large huge bigger | बड़ा बड़ी बड़े | bada badi bade | বড় বড়
fast quick quickly soon express speedy same-day rapid same_day | जल्दी तेज़ तेज तुरंत | jaldi tez turant fast | দ্রুত তাড়াতাড়ি
late delay delayed | देर देरी | der deri late | দেরি বিলম্ব
begin_time start_time starts | शुरू | shuru | শুরু
end finish ends last_date deadline expire expiry expires | अंत समाप्त आखिरी अंतिम | khatam aakhri ant last_date | শেষ সমাপ্ত
duration take_time how_long lasts period | अवधि कितना_समय कितने_दिन | kitna_samay kitna_time kitne_din avadhi | সময়কাল কতদিন কত_দিন কতক্ষণ মেয়াদ
date dates | तारीख तिथि दिनांक | tarikh tareekh date | তারিখ
number_of total how_many | संख्या कुल | sankhya kul total | সংখ্যা মোট
member members membership subscription | सदस्य सदस्यता | sadasya membership | সদস্য সদস্যপদ
gift voucher gift_card vouchers | उपहार गिफ्ट | gift uphaar tohfa | উপহার গিফট
online internet_order over_the_internet | ऑनलाइन | online | অনলাইন
app mobile_app application_app download | ऐप एप | app | অ্যাপ
password login account sign_in | पासवर्ड लॉगिन खाता | password login khata | পাসওয়ার্ড লগইন অ্যাকাউন্ট
bank bank_transfer neft rtgs wire_transfer | बैंक | bank | ব্যাংক ব্যাঙ্ক
loan mortgage lending | ऋण लोन कर्ज | loan karz | ঋণ লোন
language languages speak spoken | भाषा बोलते | bhasha boli bolte | ভাষা কথা_বলে
english | अंग्रेज़ी अंग्रेजी | angrezi english | ইংরেজি
hindi | हिंदी हिन्दी | hindi | হিন্দি
bengali bangla | बंगाली बांग्ला | bangla bengali bangali | বাংলা বাঙালি
responsible responsibility liable borne bear expense expenses liability | ज़िम्मेदार जिम्मेदारी | zimmedari jimmedari | দায়িত্ব দায়ী
original originally initially formerly previously earlier former | पहले मूल | pehle pahle | আগে প্রথমে মূলত
again additional second_time another_time further repeat once_more | दोबारा फिर | dobara phir | আবার পুনরায়
proof evidence photo_id id_card identity_card identity pan aadhaar id_proof passport_copy voter_card voter_id | प्रमाण सबूत आधार पहचान_पत्र मतदाता_पहचान_पत्र वोटर_कार्ड | praman saboot pehchan_patra | প্রমাণ ভোটার_কার্ড পরিচয়পত্র আধার
result results report reports | रिपोर्ट नतीजा परिणाम | report natija parinam | রিপোর্ট ফলাফল
account_holder username profile | प्रोफाइल | profile | প্রোফাইল
option alternatives choices alternative | विकल्प | vikalp option | বিকল্প
valid validity expire expiry expires | वैध मान्य वैधता | vaidh valid | বৈধ মেয়াদ
share split | बांटना | baantna | ভাগ
extra add-on addon additional_charge extra_charge | अतिरिक्त एक्स्ट्रा | atirikt extra | অতিরিক্ত
separate separately individually | अलग | alag | আলাদা
ready readiness prepared | तैयार | taiyar tayyar | তৈরি
lost missing misplaced lose | खो गुम खोई खोया | kho gum | হারিয়ে হারানো
damage damaged broken defect defective faulty | टूटा खराब नुकसान | toota kharab nuksan | ভাঙা নষ্ট ক্ষতি
change changes modify alter amend | बदल परिवर्तन | badal change | পরিবর্তন বদলানো
message query enquiry inquiry | संदेश | sandesh message | বার্তা মেসেজ
social_media | सोशल_मीडिया | social_media | সোশ্যাল_মিডিয়া
facebook | फेसबुक | facebook | ফেসবুক
instagram insta | इंस्टाग्राम | instagram | ইনস্টাগ্রাম
youtube | यूट्यूब | youtube | ইউটিউব
linkedin | लिंक्डइन | linkedin | লিংকডইন
package packages plan plans bundle | पैकेज प्लान | package plan paikej | প্যাকেজ প্ল্যান
include included includes comprises inclusive | शामिल | shamil | অন্তর্ভুক্ত থাকছে
department section division wing | विभाग डिपार्टमेंट | vibhag department | বিভাগ ডিপার্টমেন্ট
technology technologies tech | तकनीक टेक्नोलॉजी प्रौद्योगिकी | technology taknik | প্রযুক্তি টেকনোলজি
labor labour workmanship | श्रम लेबर मज़दूरी मजदूरी | labour majdoori mazdoori | শ্রম মজুরি লেবার
within inside | अंदर भीतर | andar bheetar | মধ্যে ভিতরে
outside out_of beyond | बाहर | bahar | বাইরে
complete completed completes finished | पूरी पूरा पूरे | poora poori puri pura | সম্পন্ন সম্পূর্ণ
evaluation evaluate assessment | मूल्यांकन | mulyankan evaluation | মূল্যায়ন ইভালুয়েশন
customer_reviews recommend recommends recommended recommendation | सिफारिश | sifarish recommend | সুপারিশ
real genuine actual | असली | asli | আসল প্রকৃত
brightness luminance nits | ब्राइटनेस चमक | brightness | উজ্জ্বলতা
speed fast_speed | गति रफ़्तार | speed gati | গতি
temperature heat | तापमान | tapmaan temperature | তাপমাত্রা
strength strong | मज़बूती मजबूती ताकत | mazbooti taakat | শক্তি মজবুত
resolution pixels pixel | रेज़ोल्यूशन | resolution | রেজোলিউশন
thickness thick | मोटाई | motai | পুরুত্ব
unit units | यूनिट इकाई | unit | ইউনিট
teach teaches taught coach coaches instruct | पढ़ाना सिखाना पढ़ाते सिखाते पढ़ाता सिखाता | padhate sikhate padhata sikhata sikhana padhana | শেখান পড়ান শেখানো পড়ানো
lead leads head_by headed run_by managed_by | नेतृत्व | netritva | নেতৃত্ব
bring_along carry_with | साथ_लाना | saath_lana | সঙ্গে_আনা
separate_timing dedicated reserved_for exclusively | अलग_से | alag_se | আলাদাভাবে
wait waiting_time queue | इंतज़ार इंतजार | intezar intezaar | অপেক্ষা
damage_charge compensation compensate compensated reimbursed indemnity | मुआवजा हर्जाना | muavza harjana | ক্ষতিপূরণ
claim claims | दावा क्लेम | claim dawa | দাবি ক্লেইম
prohibited forbidden banned restricted not_allowed | मना वर्जित प्रतिबंधित | mana pratibandhit | নিষিদ্ধ নিষেধ
hazardous dangerous | खतरनाक | khatarnak | বিপজ্জনক
frequency often how_often times_a_week | | | কতবার
expiry_date shelf_life best_before | समाप्ति_तिथि | expiry | মেয়াদ_শেষ
origin made_in come_from sourced | मूल_देश | banta | উৎস
ingredient ingredients contain contains | सामग्री_सूची | ingredients | উপাদান_তালিকা
benefit benefits advantage perks | फायदा लाभ | fayda labh | সুবিধা উপকার
feature features functions specification specifications specs spec | विशेषता फीचर | feature | বৈশিষ্ট্য ফিচার
difference compare comparison versus | अंतर फर्क | antar fark | পার্থক্য
problem issue trouble fault | समस्या दिक्कत परेशानी | samasya dikkat pareshani | সমস্যা
project projects portfolio | परियोजना प्रोजेक्ट | project | প্রকল্প প্রজেক্ট
client_list clientele_list served_clients | ग्राहक_सूची | client_list | গ্রাহক_তালিকা
revenue turnover profit sales_figure | राजस्व मुनाफा टर्नओवर | turnover munafa | আয় মুনাফা
headcount workforce_size number_of_employees | कर्मचारी_संख्या | staff_strength | কর্মীসংখ্যা
experience experienced expertise | अनुभव तजुर्बा | anubhav tajurba | অভিজ্ঞতা
qualification degree graduate graduated qualifications studied | योग्यता डिग्री | degree yogyata | যোগ্যতা ডিগ্রি
mission vision values goal aim motto slogan | उद्देश्य लक्ष्य | uddeshya lakshya | লক্ষ্য উদ্দেশ্য
`
