/** What callers and sales people say in English, mostly as recognisers write it, and what it names; names are compared without case: `words | type=value; type=value`. */
export const englishSpokenCases = `
hi this is asha from greenfield | person=asha; company=greenfield
my name is jyoti prakash das and i work at silverline | person=jyoti prakash das; company=silverline
this is will parker calling from northgate | person=will parker; company=northgate
please connect me to mr sen | person=sen
i want to talk to sharma ji about the invoice | person=sharma
can i speak with mrs fernandes | person=fernandes
its mohammed imran khan here | person=mohammed imran khan
i'm gurpreet singh dhillon from sharma traders | person=gurpreet singh dhillon; company=sharma traders
may i know the price |
will you call me back tomorrow |
please mark it as done | status=done
mark from bluestone called about the quote | person=mark; company=bluestone
rose asked for a callback | person=rose
create a lead for lalrinpuia from zoram exports | person=lalrinpuia; company=zoram exports
call venkatesh iyer on nine eight four zero double one two three four five | person=venkatesh iyer; phone=+919840112345
my number is plus nine one nine eight three one double zero four five six seven | phone=+919831004567
you can reach me at 98310 45678 | phone=+919831045678
our landline is 033 2456 7890 | phone=+913324567890
office number is zero one one two six five four three two one zero extension 12 | phone=+911126543210; number=12
call me on +44 20 7946 0958 | phone=+442079460958
the us number is plus one four one five five five five two six seven one | phone=+14155552671
my email is asha underscore roy at gmail dot com | email=asha_roy@gmail.com
send it to john dash smith at outlook dot com | email=john-smith@outlook.com
it's k u m a r at yahoo dot co dot in | email=kumar@yahoo.co.in
email is priya ninety nine at hotmail dot com | email=priya99@hotmail.com
write to sales@northgate.co.uk and cc me | email=sales@northgate.co.uk
our budget is under 50k | money=50000 -
we can spend around half a million dollars | money=500000 USD
it should cost between 2 and 3 lakhs | money=200000-300000 -
i paid 500/- for the trial | money=500 -
the bill was Rs.500 only | money=500 INR
invoice of ₹ 1,20,000 is pending | money=120000 INR
we have a budget of one and a half crore rupees | money=15000000 INR
five hundred rupees per piece | money=500 INR
give me 20 percent off | quantity=20 percent
the deal is worth 2.5m dollars | money=2500000 USD
about eighty thousand taka a month | money=80000 BDT
we need a couple of laptops | quantity=2 laptop
send a pair of headphones | quantity=1 pair
i want half a dozen chairs | quantity=0.5 dozen
need 25 seats and 3 meeting rooms | quantity=25 seat; quantity=3 room
there are forty of us |number=40
we are a team of sixty people | quantity=60 person
ship 120 kgs of rice to the warehouse | quantity=120 kg
press seven | number=7
the answer is one hundred and five | number=105
my order number is 45678 | number=45678
pin code is 700091 | number=700091
i am in room number 304 | number=304
this is very urgent please | priority=urgent
it's not urgent take your time | priority=low
set the priority to medium | priority=normal
this one is high priority | priority=high
we won the deal with brightwave | status=won; company=brightwave
put the ticket on hold for now | status=on_hold
move this lead to qualified | status=qualified
the lead is lost they went with someone else | status=lost
mark anil kapoor's deal as won | person=anil kapoor; status=won
update the status to contacted for meera nair | status=contacted; person=meera nair
close the task it's completed | status=done
i am calling from the bank |
what are your opening hours |
i want to book an appointment |
can someone help me with my account |
no thanks i am not interested |
i hope you are doing well |
diya and sagar will join the call | person=diya; person=sagar
remind kamal to send the proposal | person=kamal
zara sheikh from al noor trading wants ten licences | person=zara sheikh; company=al noor trading; quantity=10 licence
schedule a demo with prem chopra of chopra textiles | person=prem chopra; company=chopra textiles
i'm harpreet kaur my number is 9815012345 and email harpreet at gmail dot com | person=harpreet kaur; phone=+919815012345; email=harpreet@gmail.com
this is dr banerjee from apollo clinic | person=banerjee; company=apollo clinic
add a new contact named thomas mathew at kerala spices | person=thomas mathew; company=kerala spices
my company is called paper boat studios | company=paper boat studios
we are a startup called lumio | company=lumio
he works at tata steel | company=tata steel
i need the money back |
my may bill is wrong |
i lost my password |
i have a question about pricing |
the product is high quality |
create a high priority task for sunita to call mehta brothers | priority=high; person=sunita; company=mehta brothers
tell abdul rahman that the payment of 35 thousand rupees is done | person=abdul rahman; money=35000 INR; status=done
ramesh here | person=ramesh
speak to suresh please | person=suresh
assign it to neha gupta | person=neha gupta
i want 2 boxes at 450 rupees each | quantity=2 box; money=450 INR
can you do it for less than ten thousand | money=10000 -
it costs twelve hundred bucks | money=1200 USD
from 20k to 25k rupees | money=20000-25000 INR
we are looking at 3 to 4 crores | money=30000000-40000000 -
the name is spelled r a k e s h | person=rakesh
let us meet at cafe |
good morning this is swapna from evergreen farms | person=swapna; company=evergreen farms
hey its vikram rathore here | person=vikram rathore
could you put me through to ms dcosta | person=dcosta
i need to speak to the manager of the store |
please add lakshmi narayanan to my contacts | person=lakshmi narayanan
new lead syed mustafa ali from karachi sweets | person=syed mustafa ali; company=karachi sweets
log a call with john o'brien from bright path solutions | person=john o'brien; company=bright path solutions
tell kiran that the meeting is cancelled | person=kiran
hope called about her invoice | person=hope
is grace available | person=grace
may i speak to may | person=may
april wants a refund of 40 dollars | person=april; money=40 usd
my boss is mr chakraborty | person=chakraborty
patel and sons want a quote | company=patel and sons
we at sunrise bakery need 40 chairs | company=sunrise bakery; quantity=40 chair
our firm is deshmukh and associates | company=deshmukh and associates
send the contract to rajiv at quickserve | person=rajiv; company=quickserve
i am with horizon realty | company=horizon realty
the caller was ahmed from zenith | person=ahmed; company=zenith
double eight seven six five four three two one zero is my number | phone=+918876543210
nine eight three zero zero one two three four five | phone=+919830012345
ring me on 0 9 8 3 0 1 2 3 4 5 6 | phone=+919830123456
dial 080 4123 4567 for bangalore office | phone=+918041234567
phone number is 98-300-12345 | phone=+919830012345
call +880 1711 123456 | phone=+8801711123456
it's r dot sharma at rediffmail dot com | email=r.sharma@rediffmail.com
my mail is info at the rate skyline dot in | email=info@skyline.in
contact us at support dot team at acme hyphen corp dot com | email=support.team@acme-corp.com
we can pay up to seventy five thousand | money=75000 -
price is 1.2 crore | money=12000000 -
that would be three hundred and fifty pounds | money=350 gbp
quote me for 200 units at 15 dollars per unit | quantity=200 unit; money=15 usd
twelve and a half percent interest | quantity=12.5 percent
two hundred k budget | money=200000 -
salary is between 40000 and 50000 rupees | money=40000-50000 inr
he owes me a thousand rupees | money=1000 inr
i'll take three of them | number=3
five tonnes of steel and two hundred bags of cement | quantity=5 ton; quantity=200 bag
four pairs of shoes | quantity=4 pair
there will be around thirty guests | quantity=30 guest
choose option two | number=2
my flat number is 12 | number=12
mark this ticket as urgent | priority=urgent
lower the priority of this task to low | priority=low
that is not important | priority=low
we lost that account to a rival | status=lost
she is already contacted | status=contacted
reopen the case | status=open
it is still in progress | status=in_progress
what is your name |
do you have a branch in mumbai |
please send me the brochure |
i will call you later |
thank you so much have a nice day |
where is my parcel |
hello i'm ritwika and i'd like a demo for my company bluepeak | person=ritwika; company=bluepeak
get me naseeruddin on the line | person=naseeruddin
schedule a call with debarati and pritam | person=debarati; person=pritam
the client's name is k j yesudas | person=k j yesudas
note down the name thangam | person=thangam
jasleen from core labs left a message | person=jasleen; company=core labs
i was referred by mister d'souza | person=d'souza
can you find the record of angela fernandes | person=angela fernandes
our vendor is nandi steel works | company=nandi steel works
they work for reliance | company=reliance
connect with faizan at hexa group | person=faizan; company=hexa group
please inform mrs mukherjee that her order of 6 cups is ready | person=mukherjee; quantity=6 cup
i'm calling on behalf of trident pharma | company=trident pharma
rahul and priya will attend | person=rahul; person=priya
my whatsapp is nine zero zero seven triple zero one two three | phone=+919007000123
give me a ring at oh nine eight seven six five four three two one oh | phone=+919876543210
reach me at +1 415 555 2671 or by email at sam.lee@proton.me | phone=+14155552671; email=sam.lee@proton.me
0124 4567890 is the gurgaon office | phone=+911244567890
email p r i y a dot das at icloud dot com | email=priya.das@icloud.com
write to hello at bluepeak dot io | email=hello@bluepeak.io
ajay underscore 2020 at yahoo dot com | email=ajay_2020@yahoo.com
we are willing to go up to 3 lakhs | money=300000 -
a quarter million dollars | money=250000 usd
fifteen hundred rupees for two tickets | money=1500 inr; quantity=2 ticket
cost is five lakh twenty thousand | money=520000 -
he quoted 1,75,000 rupees | money=175000 inr
the advance is 10k | money=10000 -
rs 99 per month | money=99 inr
it was 45 euros | money=45 eur
i want a 5 percent commission | quantity=5 percent
we employ 250 people | quantity=250 person
order ten more chairs and one table | quantity=10 chair; quantity=1 table
get me a dozen eggs | quantity=1 dozen
six sacks of potatoes | quantity=6 sack
give me 8 | number=8
lead number 42 | number=42
please do this asap | priority=urgent
whenever you get time no hurry | priority=low
this is critical | priority=urgent
change it to normal priority | priority=normal
we closed the deal with mr roy | status=won; person=roy
the task is done | status=done
move the lead to contacted | status=contacted
put it on hold till further notice | status=on_hold
mark this as lost | status=lost
is anybody there |
can you speak hindi |
tell me about your services |
i didn't get any reply |
hi this is nilufar from cedar interiors | person=nilufar; company=cedar interiors
my name is tenzin dorjee | person=tenzin dorjee
could i talk to mr pillai please | person=pillai
rose and mark are waiting | person=rose; person=mark
log a note for sukhwinder | person=sukhwinder
this is paul d'souza i run a shop called golden loaf | person=paul d'souza; company=golden loaf
lead from orbit motors contact person is ila | company=orbit motors; person=ila
seven oh oh three double two one four five six is my mobile | phone=+917003221456
mail me on t r i dot roy at outlook dot com | email=tri.roy@outlook.com
our limit is two and a half lakh | money=250000 -
they charge 60 dollars an hour | money=60 usd
thirty percent advance | quantity=30 percent
send 15 helmets | quantity=15 helmet
we are five people | quantity=5 person
my ticket id is 99812 | number=99812
it isn't urgent | priority=low
the customer signed so mark it won | status=won
keep it open | status=open
how much does it cost |
i am still waiting for your call |
invoice 2231 is unpaid | number=2231
ask faruk ahmed of delta mills about 200 metres of cloth | person=faruk ahmed; company=delta mills; quantity=200 metre
`
