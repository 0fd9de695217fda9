/** What callers say in Hindi in Latin letters, and what it names: `words | type=value; type=value`. */
export const hinglishCases = `
mera naam sanjay mehta hai | person=Sanjay Mehta
main priya bol rahi hoon zenith logistics se | person=Priya; company=Zenith Logistics
arun ke saath meeting fix kar do | person=Arun
rohit ko call karo | person=Rohit
vikram ji se baat karni hai | person=Vikram
neha sharma ke liye lead banao | person=Neha Sharma
kal sunita se milna hai | person=Sunita
bluewave ke amit ka number kya hai | company=Bluewave; person=Amit
main techcorp company se bol raha hoon | company=Techcorp
meri company ka naam quantex hai | company=Quantex
main orion mein kaam karta hoon | company=Orion
lotus hospital se rahul ka call aaya tha | company=Lotus Hospital; person=Rahul
kisi insaan se baat karao |
mujhe manager se baat karni hai |
ek nayi lead banao |
somvar ko meeting rakho |
main delhi se bol raha hoon |
sharma ji ko batao | person=Sharma
naam likho farhan ali | person=Farhan Ali
lead ka naam kavita rao hai | person=Kavita Rao
suresh ko remind karo | person=Suresh
Pooja aur Rakesh ko email bhejo | person=Pooja; person=Rakesh
mera number 9830012345 hai | phone=+919830012345
number hai nau aath teen shunya shunya ek do teen char paanch | phone=+919830012345
mujhe nine eight three zero zero one two three four five pe call karna | phone=+919830012345
phone karo +91 98300 12345 pe | phone=+919830012345
double nine aath saat chhe paanch char teen do ek mera number hai | phone=+919987654321
mera whatsapp 98300 12345 hai | phone=+919830012345
nau aath saat chhe paanch char teen do ek zero | phone=+919876543210
mera email rahul at gmail dot com hai | email=rahul@gmail.com
rahul at the rate gmail dot com pe bhej do | email=rahul@gmail.com
email id hai neha dot rao at zenith dot in | email=neha.rao@zenith.in
priya.s@bluewave.in par mail karo | email=priya.s@bluewave.in
mail karna info at orion dot co dot in pe | email=info@orion.co.in
arun underscore 99 at yahoo dot com likho | email=arun_99@yahoo.com
budget pachaas hazaar hai | money=50000 -
paanch lakh rupaye ka budget hai | money=500000 INR
dedh lakh rupaye denge | money=150000 INR
kimat do hazaar rupaye hai | money=2000 INR
deal dhai crore ki hai | money=25000000 -
das se bees lakh ke beech | money=1000000-2000000 -
saadhe teen hazaar rupaye | money=3500 INR
budget 50k hai | money=50000 -
sawa lakh ka kharcha | money=125000 -
500 dollar lagenge | money=500 USD
rs 2000 bhej do | money=2000 INR
paanch sau rupaye mein | money=500 INR
unnees hazaar paanch sau rupaye | money=19500 INR
5 log aa rahe hain | quantity=5 person
do kamre chahiye | quantity=2 room
teen kursiyan bhej do | quantity=3 chair
das kilo chawal | quantity=10 kg
25 licence chahiye | quantity=25 licence
humein bees laptop chahiye | quantity=20 laptop
ek darjan kele | quantity=1 dozen
do dabbe bhejna | quantity=2 box
pachaas log honge | quantity=50 person
char ticket book kar do | quantity=4 ticket
das percent discount do | quantity=10 percent
mujhe bata do |
ek kaam karo |
teen dabao | number=3
option do | number=2
number paanch | number=5
yeh urgent hai | priority=urgent
turant karo | priority=urgent
jaldi karna hai | priority=urgent
bahut zaroori hai | priority=high
koi jaldi nahi hai | priority=low
priority high kar do | priority=high
priority kam rakho | priority=low
priority normal rehne do | priority=normal
qualified kar do | status=qualified
isko won mark karo | status=won
deal jeet gaye | status=won
deal haath se nikal gayi | status=lost
kaam ho gaya | status=done
task complete kar do | status=done
usko hold pe rakho | status=on_hold
abhi kaam chal raha hai | status=in_progress
status open kar do | status=open
lead lost mark kar do | status=lost
unse sampark ho gaya | status=contacted
kya ho gaya |
meeting cancel kar do |
john smith ke liye lead banao techcorp se phone 9876501234 | person=John Smith; company=Techcorp; phone=+919876501234
amit verma ki lead qualified kar do | person=Amit Verma; status=qualified
kal do baje rohan ke saath meeting | person=Rohan
namaste main deepa krishnan bol rahi hu | person=Deepa Krishnan
oakridge partners se gary bol raha hun | company=Oakridge Partners; person=Gary
leena ki meeting friday ko shift karo | person=Leena
tanmay bhai ko phone laga do | person=Tanmay
bhattacharya ji hain kya | person=Bhattacharya
mera company sunrise traders hai | company=Sunrise Traders
ek contact add karo naam hai imran qureshi | person=Imran Qureshi
falcon engineering ke manoj ne call kiya tha | company=Falcon Engineering; person=Manoj
sir aap kahan se bol rahe ho |
aapka naam kya hai |
wei chen se kal demo rakhna hai | person=Wei Chen
number note karo nau saat ek aath double do teen char paanch chhe | phone=+919718223456
mera mobile number 97182 23456 hai | phone=+919718223456
is number pe call mat karna 9718223456 | phone=+919718223456
mail id deepa dot k at rediffmail dot com hai | email=deepa.k@rediffmail.com
accounts at falcon dot in pe bill bhejo | email=accounts@falcon.in
humara budget pachhattar hazaar tak hai | money=75000 -
barah lakh pachaas hazaar rupaye | money=1250000 INR
tees se paintalis hazaar ke beech mein | money=30000-45000 -
dhai lakh ka deal hai | money=250000 -
sirf paune do sau rupaye | money=175 INR
chalis kursi aur das table | quantity=40 chair; quantity=10 table
teen sau kilo cement chahiye | quantity=300 kg
gyarah user aur add karo | quantity=11 user
pandrah log aayenge | quantity=15 person
code saat hai | number=7
abhi ke abhi karo bahut urgent hai | priority=urgent
itna zaroori nahi hai aaram se karo | priority=low
medium priority rakho | priority=normal
deal close ho gayi | status=won
ye lead lost ho gayi | status=lost
follow up complete ho gaya | status=done
leena ko contacted mark karo | person=Leena; status=contacted
thoda hold karo |
mujhe do minute do |
haan bilkul kar do |
hello main natasha petal organics se | person=Natasha; company=Petal Organics
thomas mathew ka lead daal do cobalt systems se | person=Thomas Mathew; company=Cobalt Systems
ritu saxena ka koi update hai kya | person=Ritu Saxena
gaurav ko bol do maal nikal gaya | person=Gaurav
doctor lahiri ka appointment chahiye | person=Lahiri
pamela wali call cancel kar do | person=Pamela
ji main zubin hoon cobalt company se | person=Zubin; company=Cobalt
lead ka owner shruti ko bana do | person=Shruti
humari firm ka naam petal organics hai | company=Petal Organics
aapki website bahut slow hai |
aapki services ke baare mein batao |
parso shyam aur mohan ke saath baithna hai | person=Shyam; person=Mohan
mera phone nau shunya shunya saat ek do teen char paanch chhah hai | phone=+919007123456
90071 23456 pe whatsapp kar dena | phone=+919007123456
number hai nine double zero seven one two three four five six | phone=+919007123456
natasha underscore k at petalorganics dot com pe invoice bhejo | email=natasha_k@petalorganics.com
ritu dot saxena at hotmail dot com mera email hai | email=ritu.saxena@hotmail.com
t h o m a s at cobalt dot ai likho | email=thomas@cobalt.ai
humne bees lakh rakhe hain | money=2000000 -
pandrah hazaar rupaye se zyada nahi | money=15000 INR
paanch se saat crore rupaye | money=50000000-70000000 INR
daam sattar hazaar bataya tha | money=70000 -
invoice dhai hazaar dollar ka tha | money=2500 USD
derh sau rupaye ki chai | money=150 INR
solah log team mein hain | quantity=16 person
chhe dabbe aur chalis litre paint bhejo | quantity=6 box; quantity=40 litre
nau seat book karo | quantity=9 seat
sirf do licence bache hain | quantity=2 licence
pachasi percent log maante hain | quantity=85 percent
mera ticket number 4521 hai | number=4521
fauran kar dijiye | priority=urgent
iski priority badha ke high kar do | priority=high
jab time mile tab karna koi jaldi nahi | priority=low
client haath se nikal gaya | status=lost
deal final ho gayi | status=won
isko abhi hold par daal do | status=on_hold
ritu ki lead qualified hai | person=Ritu; status=qualified
sab theek hai dhanyavaad |
kya aap refund sambhalte hain |
harpreet gill naam ki lead banao polar refrigeration se | person=Harpreet Gill; company=Polar Refrigeration
haan ji wendy bol rahi hoon ironwood se | person=Wendy; company=Ironwood
joshi ji ke saath time de do | person=Joshi
nitin ka number 9812345678 kar do | person=Nitin; phone=+919812345678
siddharth menon cedar labs mein kaam karta hai | person=Siddharth Menon; company=Cedar Labs
rebecca ko summary bhej do | person=Rebecca
hum ashoka constructions se hain | company=Ashoka Constructions
aaj ka sab cancel kar do |
sunday ko khula rehta hai kya |
aapke paas parking hai |
varun aur pallavi dono aayenge | person=Varun; person=Pallavi
number likhiye nau aath ek do teen char paanch chhe saat aath | phone=+919812345678
mera number hai aath triple zero ek do teen char paanch chhe | phone=+918000123456
98123 45678 par baat kar lo | phone=+919812345678
wendy at ironwood dot co dot in pe mail daalo | email=wendy@ironwood.co.in
mera gmail harpreet dot gill at gmail dot com hai | email=harpreet.gill@gmail.com
email nitinjain at the rate yahoo dot in | email=nitinjain@yahoo.in
lagbhag saath hazaar ka budget hai | money=60000 -
sava teen lakh rupaye final hai | money=325000 INR
bees se pachees hazaar rupaye mahina | money=20000-25000 INR
saadhe saat sau dollar denge | money=750 USD
kul kharcha nabbe hazaar aayega | money=90000 -
pachpan rupaye kilo | money=55 INR
atharah pen aur teen kitab | quantity=18 pen; quantity=3 book
do sau mehmaan honge | quantity=200 guest
tees licence aur jod do | quantity=30 licence
aath logon ke liye table | quantity=8 person
sattar kilo cheeni chahiye | quantity=70 kg
chaubees kursiyan | quantity=24 chair
das mein se nau number | number=10; number=9
emergency hai turant aao | priority=urgent
isko low priority pe rakho | priority=low
priority normal kar do | priority=normal
task khatam ho gaya | status=done
opportunity lost mark karo | status=lost
stage qualified kar do | status=qualified
polar wali deal jeet li | status=won
mera naam farzana haq hai aur main dhaka se hoon | person=Farzana Haq
main emon bol raha hun bright digital se | person=Emon; company=Bright Digital
rubina se kal milna tha | person=Rubina
subrata das ko phone karna | person=Subrata Das
meghna textiles wale tarek ka phone aaya | company=Meghna Textiles; person=Tarek
main ek dukaan chalata hoon |
aap log kab khulte ho |
customer ka naam shakeel ahmed hai | person=Shakeel Ahmed
mr majumdar se baat karwao | person=Majumdar
meri company greenleaf foods hai | company=Greenleaf Foods
james aur emily aayenge | person=James; person=Emily
saat shunya shunya teen ek do teen char paanch chhe mera number | phone=+917003123456
7003123456 pe ring karo | phone=+917003123456
r a n a at gmail dot com | email=rana@gmail.com
farzana underscore h at the rate outlook dot com | email=farzana_h@outlook.com
budget do lakh pachees hazaar | money=225000 -
teen sau pachaas rupaye daam hai | money=350 INR
pachaas se saath dollar | money=50-60 USD
3.5 lakh rupaye ka contract | money=350000 INR
chhe camera lagenge | quantity=6 camera
chaar litre doodh | quantity=4 litre
sattais karmchari hain | quantity=27 employee
paanch number dabaiye | number=5
asap chahiye boss | priority=urgent
zaroori kaam hai | priority=high
hold pe daal do | status=on_hold
kaam complete kar diya | status=done
deal haar gaye | status=lost
`
