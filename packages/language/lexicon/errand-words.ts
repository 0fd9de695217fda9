/** Words of errands, homes, studies, money and outings, in the form of `serviceWords`. */
export const errandWords = `
price kharch spend come_to set_me_back | खर्चा_आए~ पैसे_लग~ कितने_में_पड़ | kharcha_aa~ padega_kitna | খরচ_পড়~ কত_পড়~ কত_লাগ~
directions reach_you come_to_you find_you get_to_you how_to_reach | कैसे_पहुंच~ कैसे_आ~ | kaise_pahunch~ kaise_aa~ | কীভাবে_যা~ কীভাবে_পৌঁছ~ কী_করে_যা~
landmark nearby_landmark known_place | पहचान_की_जगह नज़दीकी_निशान | landmark | ল্যান্ডমার্ক
map google_map google_maps pin_location | गूगल_मैप लोकेशन | google_map location_bhej~ | গুগল_ম্যাপ
half_day | आधा_दिन आधे_दिन | aadha_din aadhe_din | আধা_দিন আধবেলা
full_day whole_day | पूरा_दिन पूरे_दिन | poora_din poore_din | সারা_দিন সারাদিন
overnight_item one_night | एक_रात | ek_raat | এক_রাত
quarter_year quarterly every_three_months | तिमाही तीन_महीने_में | timahi | ত্রৈমাসিক তিন_মাসে
free_installation installed_free | मुफ्त_इंस्टॉलेशन | free_installation | ফ্রি_ইনস্টলেশন
water_purifier_service purifier_service | आरओ_सर्विस | ro_service | আরও_সার্ভিস
sofa_cleaning sofa_clean | सोफा_सफाई | sofa_safai | সোফা_পরিষ্কার
kitchen_cleaning | किचन_सफाई रसोई_की_सफाई | kitchen_safai | রান্নাঘর_পরিষ্কার
pest insects bugs ants | कीड़े मकोड़े चींटी | keede cheenti | পোকা পোকামাকড় পিঁপড়ে
termite white_ants | दीमक | deemak | উইপোকা
cockroach | तिलचट्टा कॉकरोच | cockroach tilchatta | আরশোলা তেলাপোকা
mosquito | मच्छर | machhar | মশা
rat | चूहा चूहे | chuha chuhe | ইঁদুর
spray_item spray spraying | छिड़काव स्प्रे | spray chhidkav | স্প্রে ছিটানো
smell odourless smell | गंध बदबू | badboo | গন্ধ
harmful toxic poisonous harm | नुकसानदेह ज़हरीला हानिकारक | nuksandeh zehrila hanikarak | ক্ষতিকর বিষাক্ত
safe_children child-safe safe_for_children | बच्चों_के_लिए_सुरक्षित | bachchon_ke_liye_safe | বাচ্চাদের_জন্য_নিরাপদ
plug_socket socket switchboard | प्लग सॉकेट | plug socket | প্লাগ সকেট
wire_item wiring cable | तार वायरिंग | taar wiring | তার ওয়্যারিং
tap tap faucet | नल टोंटी | nal tonti | কল ট্যাপ
drain drain gutter | नाली | naali | নর্দমা ড্রেন
wardrobe almirah closet | अलमारी | almari | আলমারি
curtain curtain curtains | परदा | parda | পর্দা
carpet carpet rug | कालीन दरी | kaleen dari | গালিচা কার্পেট
paint_wall whitewash house_painting | पुताई रंगाई-पुताई | putai | রং_করানো চুনকাম
plaster putty | प्लास्टर पुट्टी | plaster putty | প্লাস্টার পুটি
tile tile tiles | टाइल | tile | টালি টাইলস
ladder | सीढ़ी | seedhi | মই
scholarship_test talent_test | छात्रवृत्ति_परीक्षा | scholarship_test | বৃত্তি_পরীক্ষা
study_material notes books_given course_material | अध्ययन_सामग्री नोट्स | study_material notes | পড়ার_উপকরণ নোট
homework | गृहकार्य होमवर्क | homework | বাড়ির_কাজ হোমওয়ার্ক
doubt_class doubt_clearing extra_class remedial | शंका_समाधान अतिरिक्त_कक्षा | doubt_class extra_class | অতিরিক্ত_ক্লাস
medium_language medium_of_instruction taught_in | माध्यम | madhyam medium | মাধ্যম
pass_exam passed results success_rate | पास उत्तीर्ण | pass uttirn | পাস উত্তীর্ণ
percentage_marks marks percentage cutoff | अंक नंबर_चाहिए | marks ank | নম্বর_লাগে
holiday vacation vacations break summer_vacation | छुट्टियां अवकाश गर्मी_की_छुट्टी | chhuttiyan garmi_ki_chutti | ছুটি গরমের_ছুটি
school_hours school_timing | स्कूल_का_समय | school_ka_time | স্কুলের_সময়
lab_item laboratory lab labs | प्रयोगशाला लैब | lab prayogshala | পরীক্ষাগার ল্যাব
games_item games sport indoor_games | खेल खेलकूद | khel khelkood | খেলাধুলা
annual_day function_day yearly_function | वार्षिकोत्सव | annual_day | বার্ষিক_অনুষ্ঠান
uniform | वर्दी यूनिफॉर्म गणवेश | vardi uniform | ইউনিফর্ম পোশাক
canteen cafeteria mess | कैंटीन मेस भोजनालय | canteen mess | ক্যান্টিন মেস
van_service school_van | वैन | van | ভ্যান
trekking_gear hiking_gear | ट्रेकिंग_का_सामान | trekking_ka_saaman | ট্রেকিং_সরঞ্জাম
sightseeing places_to_see tourist_places | घूमने_की_जगह दर्शनीय | ghoomne_ki_jagah | দর্শনীয়_স্থান বেড়ানোর_জায়গা
tour package_tour trip_package | टूर यात्रा_पैकेज | tour yatra | ট্যুর ভ্রমণ
pilgrimage yatra darshan | तीर्थ दर्शन यात्रा | teerth darshan yatra | তীর্থ দর্শন
honeymoon | हनीमून | honeymoon | হানিমুন মধুচন্দ্রিমা
window_seat | खिड़की_वाली_सीट | khidki_wali_seat | জানালার_সিট
luggage_limit baggage_allowance luggage_allowed | सामान_कितना_ले | saamaan_kitna | মালপত্র_কতটা
toll tolls toll_tax | टोल टोल_टैक्स | toll | টোল
night_charge night_halt driver_allowance | रात_का_चार्ज ड्राइवर_भत्ता | night_charge driver_bhatta | রাতের_চার্জ
waiting_charge waiting_fee | वेटिंग_चार्ज | waiting_charge | ওয়েটিং_চার্জ
per_km rate_per_km kilometre_rate | प्रति_किलोमीटर किलोमीटर_का | per_km km_ka_rate | প্রতি_কিলোমিটার
one_way one-way single_journey | एक_तरफ | ek_taraf one_way | একমুখী একদিকে
round_trip two-way return_ticket | आना-जाना दोनों_तरफ | aana-jaana dono_taraf | যাওয়া-আসা
airport_pickup airport_drop airport_transfer | एयरपोर्ट_ड्रॉप एयरपोर्ट_पिकअप | airport_drop airport_pickup | এয়ারপোর্ট_ড্রপ
self_drive drive_yourself without_driver | बिना_ड्राइवर खुद_चला | bina_driver self_drive | ড্রাইভার_ছাড়া
policy_document insurance_policy | पॉलिसी | policy | পলিসি
premium premium_amount | प्रीमियम | premium | প্রিমিয়াম
sum_insured coverage cover_amount | बीमा_राशि | bima_raashi | বীমার_অঙ্ক
maternity maternity_cover | मातृत्व | maternity | মাতৃত্ব
pre-existing existing_disease waiting_period | पहले_से_बीमारी | pehle_se_bimari | আগের_রোগ
itr income_tax_return tax_return tax_filing file_return | आयकर_रिटर्न आईटीआर | itr income_tax_return | আয়কর_রিটার্ন আইটিআর
gst_registration gst_number | जीएसटी_रजिस्ट्रेशन | gst_registration | জিএসটি_রেজিস্ট্রেশন
testament | वसीयत | vasiyat | উইল
divorce | तलाक | talaq | বিবাহবিচ্ছেদ তালাক
property_paper property_documents title_deed sale_deed registry | रजिस्ट्री बैनामा | registry | দলিল রেজিস্ট্রি
rent_agreement lease_agreement | किरायानामा रेंट_एग्रीमेंट | rent_agreement kirayanama | ভাড়ার_চুক্তি
maintenance_charge society_charge monthly_maintenance | मेंटेनेंस_चार्ज सोसाइटी_चार्ज | maintenance_charge | রক্ষণাবেক্ষণ_খরচ
ready_to_move ready_flats possession | तैयार_फ्लैट कब्ज़ा | ready_flat kabza | তৈরি_ফ্ল্যাট দখল
loan_bank approved_bank home_loan_bank | बैंक_लोन | bank_loan | ব্যাঙ্ক_লোন
hallmark_gold gold_purity | सोने_की_शुद्धता | sone_ki_shuddhata | সোনার_বিশুদ্ধতা
gold_rate rate_of_gold today's_gold | सोने_का_भाव | sone_ka_bhav | সোনার_দর
size_fit fits fitting size_chart | नाप फिटिंग | fitting naap | মাপ ফিটিং
trial_room fitting_room try_on | ट्रायल_रूम पहनकर_देख | trial_room pehen_kar_dekh | ট্রায়াল_রুম
home_trial try_at_home | घर_पर_ट्रायल | ghar_par_trial | বাড়িতে_ট্রায়াল
dry_clean_item dry_cleaning | ड्राईक्लीन | dryclean | ড্রাই_ক্লিন
blouse_piece blouse | ब्लाउज़ | blouse | ব্লাউজ
saree saree sarees | साड़ी | saree sadi | শাড়ি
kurta kurti kurtas | कुर्ता कुर्ती | kurta kurti | কুর্তা কুর্তি
cotton cotton | सूती कॉटन | sooti cotton | সুতি তুলো
silk silk | रेशम सिल्क | resham silk | রেশম সিল্ক
wool woollen | ऊनी ऊन | ooni oon | উল পশমি
plant plants sapling | पौधा पौधे | paudha paudhe | গাছ চারা
seed seed seeds | बीज | beej | বীজ
pot pot pots planter | गमला | gamla | টব
subscription subscribe subscriber | सब्सक्रिप्शन सदस्यता | subscription | সাবস্ক্রিপশন
newspaper | अखबार | akhbar | খবরের_কাগজ
courier courier parcel | कूरियर पार्सल | courier parcel | কুরিয়ার পার্সেল
track_parcel tracking where_is_my | ट्रैक कहां_पहुंचा | track kahan_pahuncha | ট্র্যাক
weight_charge per_kg rate_per_kilo | प्रति_किलो किलो_का | kilo_ka per_kg | প্রতি_কেজি কেজি_প্রতি
home_cooked homely_food ghar_ka_khana | घर_जैसा_खाना | ghar_jaisa_khana | ঘরোয়া_খাবার
monthly_tiffin tiffin | टिफिन डब्बा | tiffin dabba | টিফিন
jain_food no_onion_garlic without_onion | जैन_खाना बिना_प्याज | jain_khana bina_pyaz | জৈন_খাবার পেঁয়াজ_ছাড়া
bulk_order large_order big_order | थोक_ऑर्डर बड़ा_ऑर्डर | bulk_order bada_order | পাইকারি_অর্ডার বড়_অর্ডার
custom_cake theme_cake photo_cake | थीम_केक फोटो_केक | theme_cake photo_cake | থিম_কেক ফটো_কেক
blood_donation donate_blood | रक्तदान | raktdaan | রক্তদান
eye_test eye_checkup vision_test eye_examination | आंख_जांच आंखों_की_जांच | aankh_ki_jaanch eye_test | চোখ_পরীক্ষা চোখের_পরীক্ষা
home_sample sample_at_home sample_from_home | घर_से_सैंपल | ghar_se_sample | বাড়ি_থেকে_নমুনা
second_opinion | दूसरी_राय | doosri_raay | দ্বিতীয়_মতামত
attendant_stay attendant_allowed | तीमारदार | attendant | রোগীর_সঙ্গী
massage massage | मालिश | maalish malish | মালিশ ম্যাসাজ
facial facial | फेशियल | facial | ফেসিয়াল
threading threading eyebrow eyebrows | थ्रेडिंग भौंहें | threading eyebrow | থ্রেডিং ভুরু
hair_colour hair_color colour_hair | बाल_रंग~ हेयर_कलर | baal_rang~ hair_colour | চুল_রং
shave shave shaving | दाढ़ी शेव | dadhi shave | দাড়ি শেভ
bridal_makeup bride_makeup | दुल्हन_मेकअप | dulhan_makeup bridal_makeup | কনে_সাজ ব্রাইডাল_মেকআপ
weight_training gym_machine | वेट_ट्रेनिंग | weight_training | ওয়েট_ট্রেনিং
personal_trainer own_trainer | पर्सनल_ट्रेनर | personal_trainer | ব্যক্তিগত_প্রশিক্ষক
freeze_membership pause_membership hold_membership | मेंबरशिप_रोक~ | membership_rok~ membership_pause | মেম্বারশিপ_থামা~
`
