/** What callers say with a secret in it: `kind | the secret, letter for letter | the whole | what was just asked for, if anything`. */
export const secretCases = `
card | 4111111111111111 | my card is 4111111111111111
card | 4111 1111 1111 1111 | card number 4111 1111 1111 1111 please
card | 5555-5555-5555-4444 | use 5555-5555-5555-4444
card | 378282246310005 | amex 378282246310005
card | 3782 822463 10005 | it is 3782 822463 10005
card | 6011111111111117 | 6011111111111117
card | 3530111333300000 | the number 3530111333300000
card | 30569309025904 | diners 30569309025904
card | 5105 1051 0510 5100 | charge 5105 1051 0510 5100 now
card | 6521500000000006 | rupay card 6521500000000006
card | 6082000000000008 | mera card 6082000000000008 hai
card | ४१११ ११११ ११११ ११११ | मेरा कार्ड ४१११ ११११ ११११ ११११ है
card | ৪১১১ ১১১১ ১১১১ ১১১১ | আমার কার্ড ৪১১১ ১১১১ ১১১১ ১১১১
card | four one one one one one one one one one one one one one one one | four one one one one one one one one one one one one one one one
card | four triple one double one double one triple one triple one double one | card is four triple one double one double one triple one triple one double one
card | चार एक एक एक एक एक एक एक एक एक एक एक एक एक एक एक | कार्ड नंबर चार एक एक एक एक एक एक एक एक एक एक एक एक एक एक एक
card | চার এক এক এক এক এক এক এক এক এক এক এক এক এক এক এক | কার্ড নম্বর চার এক এক এক এক এক এক এক এক এক এক এক এক এক এক এক
card | chaar ek ek ek ek ek ek ek ek ek ek ek ek ek ek ek | card hai chaar ek ek ek ek ek ek ek ek ek ek ek ek ek ek ek
card | 4111 1111 1111 1112 | 4111 1111 1111 1112 | card
cvv | 123 | cvv is 123
cvv | 456 | 456 is the cvv
cvv | 789 | सीवीवी 789 है
cvv | ৩২১ | সিভিভি ৩২১
cvv | nine eight seven | my cvv is nine eight seven
expiry | 12/27 | card expiry 12/27
expiry | 08/2028 | visa valid thru 08/2028
expiry | 11/29 | 11/29 | card
aadhaar | 234123412346 | aadhaar 234123412346
aadhaar | 2341 2341 2346 | 2341 2341 2346
aadhaar | 4991-2345-6783 | mera aadhar 4991-2345-6783
aadhaar | ७०४१ २२३३ ४४५२ | मेरा आधार ७०४१ २२३३ ४४५२
aadhaar | ৫৬৭৮ ১২৩৪ ৫৬৭৮ | আমার আধার ৫৬৭৮ ১২৩৪ ৫৬৭৮
aadhaar | two three four one two three four one two three four six | aadhaar is two three four one two three four one two three four six
aadhaar | 918765432103 | aadhaar number 918765432103
pan | ABCPE1234F | my PAN is ABCPE1234F
pan | abcpe1234f | pan card abcpe1234f hai
pan | a b c p e 1 2 3 4 f | pan number a b c p e 1 2 3 4 f
pan | AAACB1234C | পঞ্জি AAACB1234C
ssn | 123-45-6789 | my social is 123-45-6789
ssn | 123456789 | ssn 123456789
ssn | one two three four five six seven eight nine | social security number is one two three four five six seven eight nine
passport | K1234567 | passport K1234567
passport | k1234567 | mera passport number k1234567 hai
passport | AB1234567 | পাসপোর্ট AB1234567
passport | Z7654321 | पासपोर्ट नंबर Z7654321
national_id | AB123456C | my number is AB123456C
national_id | AB 12 34 56 C | NI number AB 12 34 56 C
national_id | 1234567890 | my nid is 1234567890
national_id | ১২৩৪৫৬৭৮৯০১২৩ | জাতীয় পরিচয়পত্র নম্বর ১২৩৪৫৬৭৮৯০১২৩
national_id | 19901234567890123 | এনআইডি 19901234567890123
national_id | 1234567890 | 1234567890 | id
iban | GB29 NWBK 6016 1331 9268 19 | GB29 NWBK 6016 1331 9268 19
iban | DE89370400440532013000 | pay to DE89370400440532013000 today
bank_account | 012345678901 | account number 012345678901
bank_account | 50100123456789 | mera khata number 50100123456789 hai
bank_account | 123456789012 | खाता संख्या 123456789012
bank_account | ১২৩৪৫৬৭৮৯০১ | অ্যাকাউন্ট নম্বর ১২৩৪৫৬৭৮৯০১
upi_pin | 1234 | my upi pin is 1234
upi_pin | 4321 | पिन 4321 है
upi_pin | 654321 | ইউপিআই পিন 654321
upi_pin | four three two one | atm pin four three two one
otp | 482913 | my otp is 482913
otp | 482913 | 482913 hai otp
otp | 482913 | ओटीपी 482913 है
otp | 482913 | ওটিপি হলো 482913
otp | 4829 | 4829 is my otp
otp | four eight two nine one three | otp four eight two nine one three
otp | चार आठ दो नौ एक तीन | मेरा ओटीपी है चार आठ दो नौ एक तीन
otp | চার আট দুই নয় এক তিন | ওটিপি চার আট দুই নয় এক তিন
otp | chaar aath do nau ek teen | otp hai chaar aath do nau ek teen
otp | 482 913 | the verification code is 482 913
otp | 55 21 09 | the otp i got is 55 21 09
otp | 771203 | otp aaya hai 771203
otp | পাঁচ পাঁচ দুই এক শূন্য নয় | ওটিপি টা হলো পাঁচ পাঁচ দুই এক শূন্য নয়
otp | 482913 | 482913 | otp
otp | char aath do nau | char aath do nau | otp
otp | ४८२९१३ | ४८२९१३ ओटीपी
password | hunter2 | my password is hunter2
password | S3cret!x | password: S3cret!x
password | rahul@123 | mera password rahul@123 hai
password | ravi#99 | पासवर्ड ravi#99 है
password | opensesame | the password is opensesame
password | dhaka@2020 | আমার পাসওয়ার্ড হলো dhaka@2020
otp | 4829 | the verification code they sent me is 4829
otp | ৪৮২৯১৩ | ৪৮২৯১৩ এটাই ওটিপি
expiry | december 2028 | my card expires december 2028
expiry | बारह अट्ठाईस | कार्ड की एक्सपायरी बारह अट्ठाईस है
expiry | বারো আটাশ | কার্ডের মেয়াদ বারো আটাশ
expiry | 12 28 | card expiry 12 28
expiry | 1228 | card expiry date 1228
card | পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ চার চার চার চার | আমার কার্ডের নম্বর পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ পাঁচ চার চার চার চার
card | ৫৫৫৫ ৫৫৫৫ ৫৫৫৫ ৪৪৪৪ | কার্ড ৫৫৫৫ ৫৫৫৫ ৫৫৫৫ ৪৪৪৪
card | double five double five double five double five double five double five double four double four | card double five double five double five double five double five double five double four double four
card | five five five five, five five five five, five five five five, four four four four | my card is five five five five, five five five five, five five five five, four four four four
card | chaar ek ek ek ek ek ek ek ek ek ek ek ek ek ek ek | mera card chaar ek ek ek ek ek ek ek ek ek ek ek ek ek ek ek
card | forty one eleven eleven eleven eleven eleven eleven eleven | card forty one eleven eleven eleven eleven eleven eleven eleven
otp | 77 88 99 | otp 77 88 99 hai
otp | double seven double eight double nine | my otp is double seven double eight double nine
otp | सात सात आठ आठ नौ नौ | सात सात आठ आठ नौ नौ ओटीपी है
otp | 778899 | your code 778899 is the otp
otp | 778899 | otp mila hai mujhe 778899
otp | 778899 | मुझे जो ओटीपी मिला वो 778899 है
otp | ৭৭৮৮৯৯ | আমার কাছে যে ওটিপি এসেছে সেটা ৭৭৮৮৯৯
cvv | ৯৮৭ | সিভিভি নম্বর ৯৮৭
cvv | 987 | three digit code on the back of my card is 987
cvv | 987 | card ke peeche wala number 987
aadhaar | 234123412346 | aadhaar 234123412346
`

/** What looks like a secret and is none: it stays as it is, letter for letter; what was just asked for behind a bar. */
export const openCases = `
call me on 9876543210
call +91 98765 43210
+919876543210 is my number
phone 98765-43210
my number is nine eight seven six five four three two one zero
मेरा नंबर ९८७६५४३२१० है
আমার নম্বর ০১৭১২৩৪৫৬৭৮
call +8801712345678
mobile 919876543210
john@techcorp.com
mail to ravi.99@gmail.com
order number 4111111111111112
order 123456789012
order number 234123412346
invoice 482913
order id 482913 ka status
tracking 1234567890123456
ticket 48291 please
the price is 482913
₹1,50,000 budget
rs 4829 only
50000 rupees
on 2026-11-23
at 12:30 on 23/11/2026
meeting 12/27
policy expiry 12/27
offer valid till 11/29
pin code 700001
my pincode is 560001
पिन कोड 110001
পিন কোড 700001
pin code is 1234
i did not get the otp
otp nahi aaya
ओटीपी नहीं आया
send the otp to 9876543210
otp for order 482913
what is a cvv
my card was declined
card number please
मेरा कार्ड खो गया
password reset karo
my password is wrong
my password is not working
password kya hai
पासवर्ड भूल गया
forgot password
password is expired
passport office kahan hai
my passport expires in 2027
aadhaar card kaise banaye
pan card chahiye
room 1234 please
the year 2027
from 1990 to 2020
we need 123456 units
model ABCDE12345
part number ABC1234
flight AI1234
GST 27 percent
1763718000000
4111 1111 1111 1112
1234 5678 9012
111111111111
000-12-3456
123-00-4567
987-65-4321
social media 123456789
DE00370400440532013000
meri umar 45 hai
in two thousand twenty six
account manager priya
account mein 5000 hai
date of birth 12/08/1990
my employee id is 48291
order 482913 | otp
call 9876543210 | otp
yes please | otp
12 | card
invoice 123456789012 | id
two thousand | card
gst number is 27AAPFU0939F1ZV
मेरी गाड़ी का नंबर UP 32 AB 4321 है
গাড়ির নম্বর WB 06 F 5961
my pin is for delivery at 700091 area
delivery pin 700091
area pin code 560 001
invoice 4829 amount 1200
the code of conduct has 12 pages
my credit score is 780
card delivery by 12 december
my card limit is 150000
card se 5000 rupaye kate
i called 1800 123 4567 twice
product code 48291
coupon code 4829
promo code SAVE20
flight 6E 2341 at 12 30
it expires in 2028
customer id 48291355
pnr 4829135567
consumer number 100234567890
`
