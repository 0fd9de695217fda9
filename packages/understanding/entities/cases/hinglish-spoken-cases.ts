/** What callers and sales people say in Hindi in Latin letters, mostly as recognisers write it, and what it names; names are compared without case: `words | type=value; type=value`. */
export const hinglishSpokenCases = `
main asha bol rahi hoon greenfield se | person=asha; company=greenfield
mera naam jyoti prakash das hai | person=jyoti prakash das
sharma ji se baat karni hai | person=sharma
khan sahab ko phone lagao | person=khan
mujhe mr sen se baat karwa do | person=sen
mohammed imran khan bol raha hoon | person=mohammed imran khan
gurpreet singh dhillon ka lead banao | person=gurpreet singh dhillon
sharma traders se ramesh bol raha hoon | company=sharma traders; person=ramesh
kamal ko yaad dilana | person=kamal
prem aur sagar ke saath meeting rakho | person=prem; person=sagar
zara ko email bhej do | person=zara
diya ka number note kar lo | person=diya
kamal ho gaya yaar |
mujhe prem se koi matlab nahi |
mera number nau aath teen ek double zero char paanch che saat hai | phone=+919831004567
plus nine one nine eight seven six five four three two one zero pe call karo | phone=+919876543210
number hai nine eight triple one two three four five six | phone=+919811123456
98765 43210 pe whatsapp karo | phone=+919876543210
office ka landline 022 2345 6789 hai | phone=+912223456789
nau nau saat chhe paanch char teen do ek shunya mera number hai | phone=+919976543210
email hai rahul underscore verma at gmail dot com | email=rahul_verma@gmail.com
neha dash rao at the rate yahoo dot com pe bhejo | email=neha-rao@yahoo.com
a m i t at outlook dot com | email=amit@outlook.com
mail id suresh nau nau at gmail dot com | email=suresh99@gmail.com
budget pachas hazaar ke andar hai | money=50000 -
dedh crore ka budget hai | money=15000000 -
saadhe teen lakh rupaye lagenge | money=350000 INR
dhai lakh mein ho jayega | money=250000 -
do se teen lakh rupaye | money=200000-300000 INR
500/- diye the maine | money=500 -
Rs. 2500 bhej do | money=2500 INR
kareeb aadha crore lagega | money=5000000 -
ek piece ka kitna lagega |
250 rupaye per piece | money=250 INR
bees percent discount chahiye | quantity=20 percent
sawa lakh rupaye ki payment ho gayi | money=125000 INR
paune do lakh ka deal hai | money=175000 -
50k se kam mein chahiye | money=50000 -
humein pandrah log ke liye room chahiye | quantity=15 person
do darjan kele chahiye | quantity=2 dozen
ek jodi joote bhejo | quantity=1 pair
pachees seat book karo | quantity=25 seat
das kilo chawal aur paanch litre tel | quantity=10 kg; quantity=5 litre
teen laptop aur do printer chahiye | quantity=3 laptop; quantity=2 printer
bees nag bhej dena | quantity=20 piece
hum aath log hain | quantity=8 person
char dabaiye | number=4
jawab bayalis hai | number=42
order number 45678 abhi tak nahi aaya | number=45678
pin code 700091 hai | number=700091
room number 304 mein hoon | number=304
bahut urgent hai jaldi karo | priority=urgent
koi jaldi nahi hai aaram se | priority=low
priority high kar do | priority=high
yeh zaroori kaam hai | priority=high
deal jeet gaye hum | status=won
lead lost ho gaya | status=lost
isko hold pe rakho | status=on_hold
kaam ho gaya hai | status=done
status qualified kar do | status=qualified
usse contact kar liya hai | status=contacted
kaam chal raha hai abhi | status=in_progress
anil kapoor ki deal won mark karo | person=anil kapoor; status=won
meri company ka naam paper boat hai | company=paper boat
main infosys mein kaam karta hoon | company=infosys
zenith company se bol raha hoon | company=zenith
mehta brothers ke liye quotation banao | company=mehta brothers
venkatesh iyer ko call karo 9840112345 par | person=venkatesh iyer; phone=+919840112345
harpreet kaur from ludhiana hosiery | person=harpreet kaur; company=ludhiana hosiery
priya nair ka email priya dot nair at gmail dot com hai | person=priya nair; email=priya.nair@gmail.com
thomas mathew ke saath kal meeting fix karo | person=thomas mathew
lalrinpuia ko bata do | person=lalrinpuia
fatima begum ka order cancel karo | person=fatima begum
mujhe aapse baat karni hai |
bhai kal phone karna |
mujhe kuch jankari chahiye |
kitne baje khulta hai |
meri madad karo please |
main ghar se bol raha hoon |
mera order kab aayega |
paisa wapas chahiye |
gupta ji ko das hazaar rupaye bhej do | person=gupta; money=10000 INR
sunil se do lakh ka payment lena hai | person=sunil; money=200000 -
rakesh aur mukesh dono aayenge | person=rakesh; person=mukesh
anita madam ko connect karo | person=anita
verma sir se milna hai | person=verma
ravi bhai ko bolo callback kare | person=ravi
neha didi ka phone aaya tha | person=neha
rajesh ke liye 5 licence add karo | person=rajesh; quantity=5 licence
tata motors se deepak ka phone aaya | company=tata motors; person=deepak
main pooja hoon | person=pooja
humara office delhi mein hai |
sonu ke saath baat hui thi | person=sonu
yeh ticket high priority hai | priority=high
swapna bol rahi hu evergreen farms se | person=swapna; company=evergreen farms
vikram rathore ka phone aaya tha | person=vikram rathore
dcosta madam se baat karao | person=dcosta
lakshmi narayanan ko contact mein add karo | person=lakshmi narayanan
naya lead syed mustafa ali karachi sweets se | person=syed mustafa ali; company=karachi sweets
kiran ko bolo meeting cancel hai | person=kiran
asha ka invoice bhej do | person=asha
jyoti ne bola kal aayegi | person=jyoti
patel and sons ko quote bhejo | company=patel and sons
hum sunrise bakery se hain | company=sunrise bakery
meri firm ka naam deshmukh associates hai | company=deshmukh associates
rajiv ko contract bhejo quickserve mein | person=rajiv
chakraborty babu kab milenge | person=chakraborty
main horizon realty mein job karta hu | company=horizon realty
ahmed bhai zenith se aaye the | person=ahmed; company=zenith
double aath saat chhe paanch char teen do ek zero mera number hai | phone=+918876543210
nau aath teen zero zero ek do teen char paanch pe call karna | phone=+919830012345
plus nine one eight eight seven six five four three two one zero | phone=+918876543210
080 4123 4567 pe phone karo | phone=+918041234567
r dot sharma at the rate rediffmail dot com | email=r.sharma@rediffmail.com
mera mail id info at skyline dot in hai | email=info@skyline.in
pachhattar hazaar tak de sakte hain | money=75000 -
price ek point do crore hai | money=12000000 -
teen sau pachas pound lagenge | money=350 gbp
do sau unit chahiye pandrah dollar per unit | quantity=200 unit; money=15 usd
saadhe barah percent byaj | quantity=12.5 percent
chalis se pachas hazaar rupaye salary hai | money=40000-50000 inr
usne mujhse hazaar rupaye liye the | money=1000 inr
paanch ton sariya aur do sau bori cement | quantity=5 ton; quantity=200 bag
char jodi joote | quantity=4 pair
tees mehmaan aayenge | quantity=30 guest
do number option chuno | number=2
ticket ko urgent mark karo | priority=urgent
iski priority low kar do | priority=low
itna important nahi hai | priority=low
woh client haath se nikal gaya | status=lost
usko already contact kar liya | status=contacted
case wapas open karo | status=open
abhi tak kaam jaari hai | status=in_progress
project complete ho gaya | status=done
aapka naam kya hai |
mumbai mein branch hai kya |
brochure bhej dijiye |
main baad mein call karunga |
dhanyavaad aapka din shubh ho |
mera parcel kahan hai |
suresh aur ramesh ko 20 hazaar rupaye dene hain | person=suresh; person=ramesh; money=20000 inr
manoj tiwari ji ka number 9431012345 hai | person=manoj tiwari; phone=+919431012345
shabana ke liye do table book karo | person=shabana; quantity=2 table
aapka budget kitna hai |
sunita devi ne paanch laptop order kiye | person=sunita devi; quantity=5 laptop
gill sahab ki deal final ho gayi | person=gill; status=won
main ritwika hoon bluepeak company se demo chahiye | person=ritwika; company=bluepeak
sanjay mehta bol raha hun riverbank logistics se | person=sanjay mehta; company=riverbank logistics
debarati aur pritam ke saath call rakho | person=debarati; person=pritam
naam likho thangam | person=thangam
jasleen ka message aaya core labs se | person=jasleen; company=core labs
mishra sir ne bheja hai mujhe | person=mishra
angela fernandes ka record dikhao | person=angela fernandes
hamara vendor nandi steel works hai | company=nandi steel works
wo reliance mein kaam karte hain | company=reliance
faizan se baat karni thi hexa group wale | person=faizan; company=hexa group
mukherjee madam ko bolo unke 6 cup ready hain | person=mukherjee; quantity=6 cup
trident pharma ki taraf se bol raha hu | company=trident pharma
pappu yadav ko reminder bhejo | person=pappu yadav
arjun beta kahan hai | person=arjun
rehana khatun ki lead kholo | person=rehana khatun
mera whatsapp nau zero zero saat triple zero ek do teen | phone=+919007000123
8017 55 6677 par call karna | phone=+918017556677
+880 1812 345678 bangladesh ka number | phone=+8801812345678
0124 4567890 gurgaon office ka hai | phone=+911244567890
email hai p r i y a dot das at icloud dot com | email=priya.das@icloud.com
ajay underscore do hazaar bees at yahoo dot com | email=ajay_2020@yahoo.com
hello at bluepeak dot io pe likho | email=hello@bluepeak.io
teen lakh tak jaa sakte hain | money=300000 -
pandrah sau rupaye mein do ticket | money=1500 inr; quantity=2 ticket
kharcha paanch lakh bees hazaar hai | money=520000 -
unhone 1,75,000 rupaye bataya | money=175000 inr
advance das hazaar hai | money=10000 -
ninyanve rupaye mahina | money=99 inr
paintalis euro laga | money=45 eur
paanch percent commission chahiye | quantity=5 percent
dhai sau log kaam karte hain | quantity=250 person
das kursi aur ek table bhejo | quantity=10 chair; quantity=1 table
ek darjan ande | quantity=1 dozen
chhe bori aalu | quantity=6 bag
aadha kilo chini | quantity=0.5 kg
aath de do | number=8
lead number bayalis | number=42
turant karo | priority=urgent
jab time mile tab karna koi jaldi nahi | priority=low
normal priority rakho | priority=normal
roy sahab ke saath deal pakki ho gayi | person=roy; status=won
lead ko contacted mein daalo | status=contacted
task khatam ho gaya | status=done
deal haath se nikal gayi | status=lost
hold pe daal do isko | status=on_hold
koi hai kya |
hindi mein baat karo |
apni services ke baare mein batao |
mujhe koi jawab nahi mila |
gaadi kahan kharab hui |
nilufar bol rahi hoon cedar interiors se | person=nilufar; company=cedar interiors
mera naam tenzin dorjee hai | person=tenzin dorjee
pillai sir se baat ho sakti hai | person=pillai
rekha aur manju aayi hain | person=rekha; person=manju
sukhwinder ke liye note likho | person=sukhwinder
meri dukaan ka naam golden loaf hai | company=golden loaf
saat zero zero teen double do ek char paanch chhe mera mobile hai | phone=+917003221456
tri dot roy at outlook dot com | email=tri.roy@outlook.com
dhai lakh tak ka budget hai | money=250000 -
saath dollar ghante ka lete hain | money=60 usd
tees percent advance denge | quantity=30 percent
pandrah helmet bhejo | quantity=15 helmet
hum paanch log hain | quantity=5 person
ticket id 99812 hai | number=99812
urgent nahi hai bhai | priority=low
customer ne sign kar diya won mark karo | status=won
kitna paisa lagega |
abhi tak aapka call nahi aaya |
faruk ahmed ko delta mills mein call karo | person=faruk ahmed; company=delta mills
sharma ji ke paas teen gaadi hai | person=sharma; quantity=3 car
do lakh pachas hazaar ka loan chahiye | money=250000 -
`
