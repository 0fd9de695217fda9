/**
 * What businesses do for people and people with businesses, in the form of `businessWords`. A line whose first word names a concept of another table
 * adds words to it; a word that ends in `~` is the root of a verb and stands for all its forms.
 */
export const serviceWords = `
bathe give_bath bath baths bathing shampoo | नहला~ नहा~ स्नान | nehla~ nahla~ naha~ | স্নান_করা গোসল চান_করা নাওয়া
trim trims trimmed trimming clip clipping clipped | कतर~ ट्रिम छंटाई | katar~ trim chhantai | ছাঁট~ ছাঁটা ট্রিম
*cut_off cut cuts cutting | काट~ कटा~ कटवा~ | kaat~ kat~ katwa~ |
board_keep board boards boarding boarded lodging kennel kennels | बोर्डिंग रखवा~ | boarding rakhwa~ | বোর্ডিং রাখা_যায়
examine examined examination check_up checkup check-up checkups | जांच जाँच चेकअप जांच~ | jaanch janch checkup | পরীক্ষা_করা চেকআপ দেখানো
treatment cure treat | इलाज उपचार | ilaj ilaaj upchar | চিকিৎসা ইলাজ
doctor vet physician medic | डॉक्टर चिकित्सक वैद्य डॉक्टर_साहब | doctor daktar doktar vaidya | ডাক্তার চিকিৎসক ডাক্তারবাবু
vet veterinary_doctor animal_doctor | पशु_चिकित्सक जानवरों_के_डॉक्टर | pashu_doctor | পশু_চিকিৎসক পশু_ডাক্তার
vaccine jab shot inoculation vaccinated vaccinate vaccinations | टीका टीके टीकाकरण वैक्सीन | teeka tika teekakaran vaccine | টিকা ভ্যাকসিন টিকাকরণ
surgery operate operations op | ऑपरेशन सर्जरी शल्य | operation surgery | অপারেশন অস্ত্রোপচার সার্জারি
neutering spaying spayed neutered castration | नसबंदी बधियाकरण | nasbandi | নির্বীজন বন্ধ্যাকরণ
repair mend service_repair servicing overhaul restore restoration | मरम्मत ठीक_कर~ सुधार~ सुधरवा~ बनवा~ | marammat theek_kar~ thik_kar~ sudhar~ | মেরামত সারা~ সারাই ঠিক_করা
breakdown broken_down stuck_on_the_road roadside road_side towing tow tow_truck | खराब_हो बंद_पड़ बिगड़~ ब्रेकडाउन | kharab_ho bigad~ breakdown band_pad | বিকল খারাপ_হলে খারাপ_হয়ে
exchange change_for swapped switch_for | बदल~ बदलवा~ बदली अदला-बदली | badal~ badalwa~ | বদল~ বদলানো পালটানো পাল্টানো বদলাতে
replace replaced replacing replacement | बदलवा~ बदल~ रिप्लेस | badalwa~ replace | বদলাতে বদলানো রিপ্লেস
fill_up refill refills refilled refilling top_up topup | भरवा~ भर~ रीफिल | bharwa~ bharva~ refill | ভরা ভরতে ভরানো রিফিল
install fit fitted fitting mounting mounted | लगवा~ फिटिंग फिट_कर~ | lagwa~ lagva~ fitting fit_kar~ | লাগা~ বসা~ ফিটিং লাগানো
clean cleans cleaned cleaning wash washed scrub scaling polish polishing | साफ साफ़ सफाई सफ़ाई साफ_कर~ धुला~ धुलवा~ धो~ | saaf safai saf dhulwa~ dhula~ dho~ | পরিষ্কার সাফ সাফাই ধোয়া ধুয়ে
laundry washed | धुलाई कपड़े_धो~ कपड़े_धुलवा~ | dhulai dhulaai kapde_dhulwa~ kapde_dho~ kapde_dhula~ | ধোলাই কাচা কাপড়_কাচা
press_iron iron_clothes ironing ironed pressing | प्रेस इस्त्री | press istri istiri | ইস্ত্রি ইস্তিরি
dye dyed dyeing | रंगाई रंगवा~ | rangai rangwa~ | রং_করা রঙ_করা
paint repaint repaints repainted repainting painted respray | रंग_कर~ पेंट रंगाई पुताई पेंटिंग | paint rang_kar~ putai | রং রঙ রং_করা রঙ_করা পেইন্ট
pickup pick-up collected collect fetch fetches drop drop_off doorstep_pickup | ले_जाएंगे ले_जाएगा घर_से_ले उठा~ पिकअप | ghar_se_le le_jaoge le_jaenge le_jayenge utha~ pickup | নিয়ে_যান নিয়ে_যাবেন তুলে_নেন বাড়ি_থেকে_নিয়ে
drop_at drop drops dropped dropping drop_off dropoff | छोड़~ छोड~ ड्रॉप | chhod~ chod~ drop | পৌঁছে_দেন নামিয়ে_দেন ড্রপ
delivery delivered home_delivered bring_to_my_house send_home doorstep | घर_पहुंचा~ घर_पर_पहुंच डिलिवरी पहुंचा~ | ghar_pahuncha~ pahuncha~ delivery delivary | বাড়িতে_পৌঁছে পৌঁছে_দেন ডেলিভারি হোম_ডেলিভারি
ship send sends dispatch despatch dispatched mailed posted | भेज~ भिजवा~ रवाना | bhej~ bhijwa~ | পাঠা~ প্রেরণ
home_collection home_visit house_call house_calls home_visits visit_homes visits_homes doorstep_visit come_to_my_house come_home come_to_the_house come_to_our_home at_my_place | घर_पर_आ~ घर_आ~ घर_आकर घर_पर_आते | ghar_par_aa~ ghar_aa~ ghar_aakar ghar_pe_aa~ | বাড়িতে_আ~ বাড়ি_এসে বাড়িতে_এসে বাড়ি_আসেন বাড়িতে_আসেন
admission enrol enroll enrolling enrolment join_the_course get_in intake | दाखिला दाखिले एडमिशन प्रवेश भर्ती नामांकन | dakhila dakhile admission bharti | ভর্তি ভর্তির এডমিশন অ্যাডমিশন
registration register registering sign_up sign-up enlist | पंजीकरण रजिस्टर रजिस्ट्रेशन | register registration panjikaran | রেজিস্টার রেজিস্ট্রেশন নিবন্ধন
book reserve booked hold_a block_a | बुक_कर~ बुकिंग आरक्षित रिज़र्व | book_kar~ booking reserve | বুকিং বুক_করা সংরক্ষণ রিজার্ভ
appointment slot slots appointments consult consultation consultations | अपॉइंटमेंट अपॉइन्टमेंट मिलने_का_समय परामर्श | appointment appoinment milne_ka_samay | অ্যাপয়েন্টমেন্ট এপয়েন্টমেন্ট সাক্ষাৎ পরামর্শ
walk-in walk_in walks_in just_walk_in just_come_in without_booking without_an_appointment turn_up | बिना_अपॉइंटमेंट बिना_बुकिंग सीधे_आ~ | bina_appointment bina_booking seedhe_aa~ | অ্যাপয়েন্টমেন্ট_ছাড়া বুকিং_ছাড়া সরাসরি_আসা
cancel call_off called_off back_out | रद्द रद्द_कर~ कैंसिल कैंसिलेशन | cancel radd cancel_kar~ cancellation | বাতিল ক্যান্সেল ক্যানসেল বাতিল_করা
refund returned_money money_returned get_back given_back | पैसे_वापस पैसा_वापस रिफंड वापसी लौटा~ | paise_wapas paisa_wapas paise_wapis refund | টাকা_ফেরত রিফান্ড ফেরত_পাওয়া
return give_back returned bring_it_back send_it_back take_back taken_back | लौटा~ वापस_कर~ वापस | lauta~ wapas_kar~ wapas wapis vapis | ফেরত ফেরত_দেওয়া ফিরিয়ে
buyback bought_back buy_back old_for_new trade_in trade-in part_exchange take_old | पुराना_वापस पुराना_खरीद पुराने_के_बदले | purana_wapas purana_kharid purane_ke_badle | পুরনো_কেনেন পুরোনো_ফেরত
buy purchased purchases purchasing get_hold | खरीद~ खरीदारी ले_सक | kharid~ khareed~ | কেন~ কিন~ ক্রয় কেনাকাটা
sell sold selling sells | बेच~ बिक~ बेचवा~ | bech~ bikta bikte | বেচ~ বিক্রি বিক্রয়
rent hire rented hired rental rentals lease on_rent | किराए किराये किराया भाड़े भाड़ा | kiraye kiraaye kiraya bhaade bhada | ভাড়া ভাড়ায় ভাড়ার
pay paid settle payable | चुका~ भुगतान_कर~ पैसे_दे~ | chuka~ paise_de~ payment_kar~ | পেমেন্ট মেটা~ টাকা_দে~ পরিশোধ
emi instalments instalment easy_payments part_payments pay_later pay_in_parts in_parts spread_the_cost spread_payment | किश्तों किस्तों किश्त किस्त ईएमआई आसान_किस्त | kishton kiston kist kisht emi installment | কিস্তি কিস্তিতে ইএমআই
deposit advance as_security leave_as_security token token_money token_amount up_front upfront booking_amount security_deposit caution_money earnest_money | एडवांस अग्रिम पेशगी टोकन_अमाउंट सिक्योरिटी जमानत जमा_राशि | advance token_amount token_money security peshgi | অগ্রিম অ্যাডভান্স আগাম জামানত সিকিউরিটি জমা
discount off concession concessions less_money cheaper_for reduction | छूट रियायत डिस्काउंट ऑफर | chhoot chhut discount offer riyayat | ছাড় ডিসকাউন্ট কনসেশন রেয়াত
extra additional_charges extra_cost surcharge supplement on_top | अतिरिक्त अलग_से एक्स्ट्रा ऊपर_से | extra alag_se upar_se atirikt | বাড়তি অতিরিক্ত এক্সট্রা আলাদা_করে
include included comes_with part_of_the covered_in | शामिल सम्मिलित साथ_में_मिल | shamil saath_mein_mil included | অন্তর্ভুক্ত সঙ্গে_থাকে ধরা_আছে অন্তর্ভূক্ত
warranty guarantee covered_for warranties guarantees assured | गारंटी वारंटी गारन्टी | guarantee warranty garanti | গ্যারান্টি ওয়ারেন্টি গ্যারেন্টি
claim claimed cashless_claim | क्लेम दावा | claim | ক্লেম দাবি
complain complaining complaint | शिकायत | shikayat | অভিযোগ নালিশ
print prints printed printing printout printouts | छाप~ छपाई छपवा~ प्रिंट | chhap~ chhapai chhapwa~ print | ছাপ~ ছাপানো প্রিন্ট মুদ্রণ
photocopy photocopies xerox copies | फोटोकॉपी ज़ेरॉक्स | photocopy xerox | ফটোকপি জেরক্স
bind_book binding bound bind | बाइंडिंग जिल्द | binding jild | বাঁধাই বাইন্ডিং
laminate_paper lamination laminated laminate | लैमिनेशन | lamination | ল্যামিনেশন
stitch stitching stitched sew sewing sewn tailoring | सिल~ सिलाई सिलवा~ | sil~ silai silwa~ | সেলাই
design designed designing | डिज़ाइन डिजाइन बनवा~ | design banwa~ | ডিজাইন নকশা
*make_order custom made_to_order make_to_order made-to-order | ऑर्डर_पर_बना बनवा~ | order_par_bana banwa~ | অর্ডার_দিয়ে বানিয়ে
teach teaching taught teaches coach coached coaching train | सिखा~ पढ़ा~ सिखला~ | sikha~ sikhla~ padha~ | শেখা~ পড়া~
teach_learn learn learns learning learned learnt study pick_up_the | सीखना सीखने सीखनी सीखता सीखते सीखें पढ़ना पढ़ने पढ़ता पढ़ते | seekh~ sikhna sikhne sikhni padhna padhne padhta padhte | শিখতে শেখার শিখব শিখি
*prepare_for prepares prepare preparation preparing prep coached_for | तैयारी तैयारी_करा~ | taiyari tayari taiyaari taiyari_kara~ | প্রস্তুতি প্রস্তুত
practise practice practising rehearsal | अभ्यास प्रैक्टिस रियाज़ | abhyas practice riyaaz | অভ্যাস অনুশীলন প্র্যাকটিস রেওয়াজ
*play_music play plays playing | बजा~ | baja~ | বাজা~ বাজানো
*play_game play plays playing | खेल~ | khel~ | খেল~ খেলা
sing sings singing sung | गा~ गाना गाने गायन | gaana gaane gayan | গান গাওয়া গান_শেখা গাইতে
perform concert concerts performance recital recitals | प्रस्तुति कॉन्सर्ट कार्यक्रम | concert karyakram | কনসার্ট পরিবেশন অনুষ্ঠান
tune tuning tuned | ट्यूनिंग सुर_मिला | tuning | টিউনিং সুর_বাঁধা
restring restringing string strings | तार तार_बदल~ | taar taar_badal~ | তার তার_বদল
record_sound record records recording | रिकॉर्ड रिकॉर्डिंग | record recording | রেকর্ড রেকর্ডিং
inspect inspected inspection inspector inspectors inspects | निरीक्षण जांच जाँच इंस्पेक्शन | inspection jaanch nirikshan | পরিদর্শন ইন্সপেকশন যাচাই
*value_assess valuation valued appraisal appraise | मूल्यांकन कीमत_लगा~ | keemat_laga~ valuation | মূল্যায়ন
transfer transfers transferred transferring name_change ownership_transfer | ट्रांसफर हस्तांतरण नाम_बदल~ नाम_करा~ | transfer naam_karwa~ naam_kara~ | ট্রান্সফার হস্তান্তর নাম_বদল নাম_পরিবর্তন
test_drive try_out trial_drive test_ride | टेस्ट_ड्राइव चलाकर_देख | test_drive chala_kar_dekh | টেস্ট_ড্রাইভ চালিয়ে_দেখা
drive_vehicle drive drives driving | चला~ गाड़ी_चला~ | chala~ gaadi_chala~ | চালা~ চালানো
parking park parked parking car_parking park_a_car somewhere_to_park car_parks leave_my_car leave_the_car | पार्क खड़ी खड़ी_कर~ गाड़ी_लगा~ गाड़ी_खड़ी_कर~ गाड़ी_पार्क | park khadi_kar~ gaadi_laga~ gaadi_khadi_kar~ gadi_khadi_kar~ gaadi_park | গাড়ি_রাখার_জায়গা গাড়ি_রাখা গাড়ি_রাখব গাড়ি_রাখতে
*wait_time wait waits waiting | इंतज़ार रुक~ प्रतीक्षा | intezaar intezar wait rukna | অপেক্ষা
stay_lodge stay stays staying stayed sleep_over put_up | ठहर~ रह~ रुक~ | thahar~ thehar~ ruk~ reh~ | থাকা থাকতে থাকার রাত_কাটা
*visit come_and_see look_around see_the_place | देखने_आ~ मिलने_आ~ आकर_देख | dekhne_aa~ milne_aa~ aakar_dekh | দেখতে_আ~ দেখতে_যা~
*bring_along bring carry bring_with take_with bring_my_own | साथ_ला~ ला~ साथ_ले_जा | saath_la~ saath_laa~ lana laana | সঙ্গে_আন~ আন~ নিয়ে_আসা নিয়ে_আসতে নিয়ে_যেতে
wear wearing worn dress | पहन~ | pehn~ pahan~ | পর~ পরতে পরা
*use_item use uses using used | इस्तेमाल उपयोग प्रयोग | istemal istemaal upyog use | ব্যবহার
borrow lend lent issue issued borrow_books check_out_books | उधार | udhaar udhar | ধার
*keep_hold store stored storing storage safe_keeping hold | रख~ रखवा~ जमा | rakh~ rakhwa~ | রাখ~ জমা
pack packs packed packing crate crated packaging | पैक पैकिंग | pack packing | প্যাক প্যাকিং
load loading unload unloading | लोडिंग चढ़ा~ उतार~ | loading chadha~ utaar~ | লোডিং ওঠানো নামানো
move_home shift shifts shifting move moving relocation | शिफ्ट शिफ्टिंग सामान_ले_जा~ | shift shifting saaman_le_ja~ | শিফটিং মালপত্র_সরানো বাসা_বদল
cooking cook cooks cooked cooking | पका~ बना~ खाना_बना~ | paka~ khana_bana~ | রান্না রাঁধ~
*serve_food serve serves served serving | परोस~ | paros~ | পরিবেশন
taste tasting try_food | चख~ स्वाद | chakh~ swad | চেখে স্বাদ
grow grown growing cultivate | उगा~ | uga~ | চাষ ফলা~
water_plants watering water_the | पानी_दे~ सिंचाई | paani_de~ sinchai | জল_দেওয়া
feed feeds feeding fed | खिला~ | khila~ | খাওয়া~ খাওয়ানো
walk_dog walk walked walks walking | टहला~ घुमा~ | tehla~ ghuma~ | হাঁটা~ ঘোরা~
climb trek treks trekking hike hiking climbing | चढ़ाई ट्रेकिंग | chadhai trekking | চড়া ট্রেকিং
sponsor sponsors sponsored sponsorship | प्रायोजक | sponsor | স্পনসর
advertise advertisement advertising ads ad | विज्ञापन | vigyapan | বিজ্ঞাপন
apply_for apply applied applying application applications | आवेदन आवेदन_कर~ अप्लाई | apply aavedan apply_kar~ | আবেদন আবেদন_করা দরখাস্ত
submit submitted submitting hand_in turn_in | जमा_कर~ जमा_करा~ | jama_kar~ jama_kara~ | জমা_দে~ জমা
*issue_give issued issue issues grant granted | जारी | jaari jari | জারি প্রদান
translate translation translations translated translator | अनुवाद | anuvad | অনুবাদ
notarise notarised notarized attestation attested attest | नोटरी सत्यापन सत्यापित | notary attest attestation | নোটারি সত্যায়ন সত্যায়িত
verify verification verified verifies | सत्यापन जांच वेरिफिकेशन | verification verify satyapan | যাচাই ভেরিফিকেশন
appeal rejected reject rejection refused refusal denied | अस्वीकार रिजेक्ट खारिज नामंज़ूर | reject kharij | প্রত্যাখ্যাত বাতিল_হলে রিজেক্ট
approve approval approved sanction sanctioned | मंज़ूरी मंजूरी अप्रूवल स्वीकृति | manzoori approval approve | অনুমোদন মঞ্জুর
interview_talk interview interviews | साक्षात्कार इंटरव्यू | interview | ইন্টারভিউ সাক্ষাৎকার
*guide_help help helps assist assistance assisted | मदद सहायता | madad sahayata help | সাহায্য সহায়তা
photograph_take photograph photographs shoot shoots shooting photo_shoot | फोटो_खींच शूट फोटोशूट | photo_kheench shoot photoshoot | ছবি_তোলা শুট ফটোশুট
decorate decorated decorating decoration | सजा~ सजावट | saja~ sajawat | সাজা~ সাজানো সাজসজ্জা
celebrate celebrated celebration | मना~ | mana~ | উদ্যাপন
*gather meet_up meeting meet | मिल_सक मुलाकात | mulaqat mulakat | দেখা_করা সাক্ষাৎ
charge_battery charging charger recharge recharging charging_point | चार्जिंग चार्ज_कर~ रिचार्ज | charging charge_kar~ recharge | চার্জিং চার্জ_দেওয়া রিচার্জ
connect_line connection connections new_connection | कनेक्शन | connection | কানেকশন সংযোগ
measure_take measure measured measuring measurement measurements | नाप माप | naap maap | মাপ
*test_water test tested tests testing | टेस्ट जांच~ जाँच~ | test jaanch~ | পরীক্ষা টেস্ট
dispose disposal scrap recycle recycled recycling | कबाड़ रीसायकल | kabad recycle scrap | রিসাইকেল
exercise_do exercise exercises workout training_session | कसरत व्यायाम | kasrat vyayam | ব্যায়াম কসরত
donate_give donate donation donations donating | दान_कर~ दान | daan daan_kar~ | দান
save_keep save saves saving | बचत बचा~ | bachat bacha~ | সঞ্চয় বাঁচা~
withdraw withdrawal withdrawals withdrawn take_out_money | निकाल~ निकासी | nikaal~ nikal~ nikasi | তোলা তুলতে উত্তোলন
lend_money loan loans lending borrowing credit | लोन ऋण कर्ज कर्ज़ा उधार | loan karz karza rin | ঋণ লোন ধার কর্জ
interest_rate interest rate_of_interest per_annum | ब्याज ब्याज_दर सूद | byaj byaaj sood | সুদ সুদের_হার
`
