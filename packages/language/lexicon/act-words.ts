/** Acts and qualities said in many ways, in the form of `businessWords`; the concepts here say little alone of what a question is about. */
export const actWords = `
give_lend lend lends | उधार | udhaar | ধার
lose_thing lose forfeit loses | गंवाना | | হারানো
keep_hold retain retained keep kept hold_on | रखना | | রাখা
erase erased delete deleted wipe | मिटाना हटाना | delete hatana | মুছে_ফেলা
look_after looks_after take_care_of handle_for | देखभाल संभालना | dekhbhal sambhalna | দেখাশোনা
sit_consult sits consults available_days see_patients | बैठते बैठती बैठता | baithte baithti baithta | বসেন বসে বসবেন
watch_view watch views see_show | देखना | dekhna | দেখা
show_present show produce_document present_id | दिखाना दिखाने | dikhana dikhane | দেখানো দেখাতে দেখালে
stop_halt stop stops halt | रुकना रुक रोकना | rukna ruk | থামা থামে
stay_lodge stay stays lodge sleep | ठहरना ठहर रुकना | thaharna thehar rukna | থাকা থাকতে
carry_take carry bring take_along | लाना ले_जाना | laana le_jana | আনা আনতে নিয়ে_আসা নিয়ে_যাওয়া
cut_deduct deduct deducted cut | काटना कटता कटौती | katna katta katega kat | কাটা কাটে কাটা_যায়
earn_get earn | पाना | | পাওয়া
ask_demand ask demand | मांगना माँगना | mangna | চাওয়া
teach_learn learn learning study studying studied | सीखना सीख पढ़ना पढ़ाई पढ़ाना | seekhna seekh padhna padhai padhana | শেখা শিখতে পড়া পড়াশোনা পড়ানো
build_make build built constructed build_up | बनाना निर्माण | banana banate banta nirman | তৈরি বানানো বানান নির্মাণ
run_operate operate operates running | चलाना चलता चलते | chalta chalate chalate | চালান চলে চালানো
sleep_rest rest | आराम | aaram | বিশ্রাম
breathe_air air | हवा | hawa | হাওয়া বাতাস
speak_to talk_to talk speak_with | बात बात_करना | baat baat_karna | কথা কথা_বলা কথা_বলতে
extend_prolong extend extension prolong | बढ़ाना | badhana | বাড়ানো
raise_more more_than above_amount | ज़्यादा ज्यादा अधिक | zyada jyada adhik | বেশি অধিক
less_fewer less fewer | कम | kam | কম
total_sum altogether sum_total in_total | कुल | kul | মোট সর্বমোট
near_about about_roughly approx | लगभग करीबन | lagbhag | প্রায় আনুমানিক
state_condition situation condition | अवस्था हालत स्थिति | haalat halat | অবস্থায় অবস্থা
mean_sense meaning | मतलब अर्थ | matlab | মানে অর্থ
reason_cause reason cause because | कारण वजह | karan wajah | কারণ
eat eats eating | खाना खाने | khana khane | খাওয়া
use_up burn burns consume consumes consumption uses | खपत | khapat | খরচ_হয়
second_one second | दूसरा दूसरी दूसरे | dusra doosra dusri dusre | দ্বিতীয়
first_one first | पहला पहली पहले_वाला | pehla pehli | প্রথম
third_one third | तीसरा तीसरी | teesra tisra | তৃতীয়
`
