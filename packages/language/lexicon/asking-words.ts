/** Days, times, seasons, qualities and the plain words of asking, in the form of `serviceWords`. */
export const askingWords = `
monday | सोमवार मंडे सोम | somwar somvaar monday mandey | সোমবার সোম
tuesday | मंगलवार मंगल ट्यूज़डे | mangalwar mangal tuesday | মঙ্গলবার মঙ্গল
wednesday | बुधवार बुध | budhwar budh wednesday | বুধবার বুধ
thursday | गुरुवार गुरूवार वीरवार बृहस्पतिवार | guruwar veerwar brihaspativar thursday | বৃহস্পতিবার বেস্পতিবার
friday | शुक्रवार जुमा शुक्र | shukrawar shukrvar juma friday | শুক্রবার শুক্র জুম্মা
saturday | शनिवार शनि शनिचर | shaniwar shanichar saturday | শনিবার শনি
sunday | रविवार इतवार संडे रवि | raviwar itwaar sunday sande | রবিবার রবি
january jan | जनवरी | january janwari | জানুয়ারি জানুয়ারী
february feb | फरवरी फ़रवरी | february farwari | ফেব্রুয়ারি ফেব্রুয়ারী
march_month march | मार्च | march | মার্চ
april apr | अप्रैल | april aprail | এপ্রিল
may_month | मई | mai | মে_মাস
june jun | जून | june joon | জুন
july jul | जुलाई | july julai | জুলাই
august aug | अगस्त | august agast | আগস্ট অগাস্ট
september sept | सितंबर सितम्बर | september sitambar | সেপ্টেম্বর
october oct | अक्टूबर अक्तूबर | october aktubar | অক্টোবর
november nov | नवंबर नवम्बर | november navambar | নভেম্বর
december dec | दिसंबर दिसम्बर | december disambar | ডিসেম্বর
winter winters cold_season cold_months winter_months | सर्दी सर्दियां सर्दियों जाड़ा जाड़े ठंड | sardi sardiyon sardiyan jaade thand | শীত শীতকাল শীতে
summer summers hot_season summer_months | गर्मी गर्मियां गर्मियों ग्रीष्म | garmi garmiyon garmiyan | গ্রীষ্ম গরমকাল গরমে
rain rainy_season monsoon monsoons rains | बारिश बरसात मानसून वर्षा | baarish barish barsaat monsoon | বর্ষা বৃষ্টি বর্ষাকাল
spring | वसंत बसंत | basant vasant | বসন্ত
autumn | शरद पतझड़ | patjhad | শরৎ হেমন্ত
weekend saturday_and_sunday | शनिवार-रविवार सप्ताहांत वीकेंड | weekend shaniwar_ravivar | সপ্তাহান্ত উইকেন্ড ছুটির_দিনে
weekday working_days week_days | कामकाजी_दिन कार्यदिवस | working_day weekday | কাজের_দিন কর্মদিবস
daily every_day | रोज़ रोज रोज़ाना हर_दिन प्रतिदिन | roz rozana har_din pratidin | রোজ প্রতিদিন রোজই
half_hour half_an_hour | आधा_घंटा आधे_घंटे | aadha_ghanta aadhe_ghante | আধ_ঘণ্টা আধঘণ্টা
morning early a.m | सुबह सवेरे प्रातः | subah savere | সকাল ভোর সকালবেলা
afternoon midday noon lunchtime | दोपहर | dopahar dopeher | দুপুর দুপুরবেলা
evening evenings in_the_evening | शाम सायं | shaam sham | সন্ধ্যা সন্ধে বিকেল বিকাল সন্ধ্যাবেলা
night nights at_night midnight | रात रात्रि आधी_रात | raat aadhi_raat | রাত রাত্রি মাঝরাত রাত্রে
old second-hand used pre-owned | पुराना पुरानी पुराने | purana purani purane | পুরনো পুরোনো পুরাতন
new brand-new | नया नई नए | naya nayi naye | নতুন
oldest_one eldest oldest | सबसे_बड़ी_उम्र सबसे_बुजुर्ग | sabse_buzurg | সবচেয়ে_বয়স্ক
*all_over across throughout anywhere nationwide pan-india everywhere all_india | पूरे_देश सारे सभी_जगह | poore_desh har_jagah sabhi_jagah | সারা সারা_দেশে সর্বত্র
with_without without | बिना बगैर के_बिना | bina bagair | ছাড়া বিনা বাদে
*inform informing informed let_you_know tell_you notify intimation intimate notice advance_notice | सूचना सूचित बता~ बताए | bataye bataaye batakar suchna | জানানো জানাতে খবর
uninformed without_notice without_telling without_informing no_show | बिना_बताए बिना_सूचना | bina_bataye bina_bataaye bina_suchna | না_জানিয়ে না_বলে
again once_more another_time repeat repeated | दोबारा दुबारा फिर_से फिर | dobara dubara phir_se fir_se | আবার আরেকবার পুনরায়
follow-up repeat_visit return_visit second_visit review_visit revisit | दोबारा_दिखा~ फिर_दिखा~ फॉलोअप | dobara_dikha~ phir_dikha~ followup | আবার_দেখানো ফের_দেখানো
first_one first initial one_time | पहला पहली पहले_दिन | pehla pehli | প্রথম পয়লা
*last_one last_date closing_date final deadline | आखिरी अंतिम | aakhri antim | শেষ অন্তিম
*next_one next following upcoming | अगला अगली अगले | agla agli agle | পরের আগামী পরবর্তী
*oneself self yourself own | खुद स्वयं अपना | khud swayam | নিজে নিজের
famous famed renowned well-known best-known speciality | मशहूर प्रसिद्ध नामी | mashhoor prasiddh naami | বিখ্যাত নামকরা প্রসিদ্ধ
*good_one nice decent | अच्छा अच्छी बढ़िया | accha acchi badhiya | ভালো ভাল
cheap cheapest lowest-priced least_expensive economical | सस्ता सस्ती सस्ते किफ़ायती | sasta sasti saste | সস্তা কম_দামি কম_দামের
expensive dearest costliest dear | महंगा महंगी महंगे | mehnga mehngi mahanga mahangi | দামি দামী ব্যয়বহুল
less_fewer less fewer lower | कम थोड़ा | kam thoda | কম অল্প
raise_more more longer higher | ज़्यादा ज्यादा अधिक | zyada jyada | বেশি অধিক
*up_to_now so_far till_now until_now to_date till_date | अब_तक अभी_तक | ab_tak abhi_tak | এখন_পর্যন্ত এ_পর্যন্ত এতদিনে আজ_পর্যন্ত
in_person face_to_face physically | आमने-सामने खुद_आकर | khud_aakar | সশরীরে মুখোমুখি
online over_the_net virtual virtually zoom remote remotely video_call | ऑनलाइन घर_बैठे वर्चुअल | online ghar_baithe virtual | অনলাইন অনলাইনে ভার্চুয়াল ঘরে_বসে
house home my_home residence doorstep at_home | घर मकान निवास | ghar makaan makan | বাড়ি ঘর বাসা
company_name firm_name | फर्म | firm | ফার্ম
owner boss | मुखिया | boss | কর্তা
staff crew people_working helpers | स्टाफ कर्मचारी लोग_काम | staff karmchari | কর্মী কর্মচারী লোকজন
teacher tutor instructors gurus guru master | गुरु शिक्षक टीचर मास्टर अध्यापक उस्ताद | guru teacher master ustad | শিক্ষক মাস্টার গুরু ওস্তাদ শিক্ষিকা
engineer mechanic fitter | इंजीनियर मैकेनिक | engineer mechanic | ইঞ্জিনিয়ার মেকানিক
driver chauffeur | ड्राइवर चालक | driver chalak | ড্রাইভার চালক
supervisor in-charge overseer | सुपरवाइज़र | supervisor | সুপারভাইজার
social_media social_page social_handle facebook_page instagram_page page_on_facebook | फेसबुक_पेज इंस्टाग्राम_पेज | facebook_page instagram_page insta_page | ফেসবুক_পেজ ইনস্টাগ্রাম_পেজ
email e_mail_id email_id mail_id | ईमेल_आईडी मेल_आईडी ईमेल_पता | email_id mail_id email | ইমেল_আইডি ইমেইল_আইডি মেইল_আইডি ইমেইল
phone telephone_no contact_no mobile_no phone_no helpline_number | फोन_नंबर मोबाइल_नंबर संपर्क_नंबर | phone_no mobile_no contact_no | ফোন_নম্বর মোবাইল_নম্বর
address postal_address full_address | पता ठिकाना | pata thikana | ঠিকানা
branch branches outlets other_location | शाखा शाखाएं ब्रांच | branch shakha | শাখা ব্রাঞ্চ
stop_over halt_place stoppage | ठहराव | theharav | থামার_জায়গা
toilet washrooms rest_room loo | शौचालय टॉयलेट बाथरूम | toilet washroom bathroom | টয়লেট শৌচালয় বাথরুম
safety_gear safety_equipment life_jacket protective_gear | सुरक्षा_उपकरण | safety_gear | সুরক্ষা_সরঞ্জাম
weather climate bad_weather | मौसम मौसम_खराब | mausam mausam_kharab | আবহাওয়া
clothing_rule dress_code attire | पोशाक ड्रेस_कोड | dress_code poshak | পোশাক_বিধি
food_own own_food outside_food home_food own_snacks own_drinks own_lunch own_tiffin food_from_outside food_from_home | बाहर_का_खाना अपना_खाना घर_का_खाना | bahar_ka_khana apna_khana | বাইরের_খাবার নিজের_খাবার
pet_allowed pets_welcome | पालतू_ला | pet_la | পোষ্য_আন~
left_over balance_amount remaining remainder rest_of | बाकी बकाया शेष | baaki baki bakaya | বাকি অবশিষ্ট
spend spent expense | खर्च | kharch | খরচ
valid validity stays_valid good_for expires expiry lasts valid_for | वैध वैधता चल~ मान्य | valid validity | বৈধ মেয়াদ চল~
certificate_course diploma_course | सर्टिफिकेट_कोर्स | certificate_course | সার্টিফিকেট_কোর্স
job vacancies job_opening job_openings work_with_you | नौकरी भर्ती जॉब रोज़गार | naukri job bharti rozgaar | চাকরি কাজের_সুযোগ নিয়োগ
scholarship bursaries fee_waiver financial_aid | छात्रवृत्ति वज़ीफ़ा स्कॉलरशिप | scholarship chhatravritti | বৃত্তি স্কলারশিপ
hostel paying_guest pg | छात्रावास हॉस्टल | hostel pg | হোস্টেল ছাত্রাবাস
school_bus pick_up_van | स्कूल_बस बस_सुविधा | school_bus | স্কুল_বাস
loyalty loyalty_points reward_points rewards points | पॉइंट्स रिवॉर्ड | points reward | পয়েন্ট রিওয়ার্ড
membership member_card annual_membership | सदस्यता मेंबरशिप मेम्बरशिप | membership sadasyata | সদস্যপদ মেম্বারশিপ
gift_card gift_voucher gift_certificate | गिफ्ट_वाउचर गिफ्ट_कार्ड | gift_card gift_voucher | গিফট_ভাউচার গিফট_কার্ড
height_limit tall_enough minimum_height | लंबाई कद | lambai kad | উচ্চতা লম্বা
weight_limit maximum_weight | वज़न वजन | wajan vazan | ওজন
loss_theft stolen theft steal | चोरी चोरी_हो | chori | চুরি
power_of_lens power | पावर | power | পাওয়ার
`
