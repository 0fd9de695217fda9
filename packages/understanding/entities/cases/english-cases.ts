/** What callers say in English, and what it names: `words | type=value; type=value`. */
export const englishCases = `
hi my name is sanjay mehta and i want to talk about pricing | person=Sanjay Mehta
this is Priya Nair from Zenith Logistics | person=Priya Nair; company=Zenith Logistics
add a new lead for arun kumar from bluewave technologies | person=Arun Kumar; company=Bluewave Technologies
can you connect me to meera | person=Meera
please schedule a meeting with Dr. Sen | person=Sen
tell vikram that i will be late | person=Vikram
create a lead named Olivia Brown at Acme | person=Olivia Brown; company=Acme
remind rohit to send the contract | person=Rohit
I spoke with Mrs. Kapoor yesterday | person=Kapoor
call fatima khan back | person=Fatima Khan
i'd like to speak to a human |
can someone call me back |
my manager is out today |
the meeting is on monday |
we are based in mumbai |
find the lead john doe | person=John Doe
what is the status of Neha's deal | person=Neha
i am calling from orion systems | company=Orion Systems
i work at nimbus | company=Nimbus
my company is redfort textiles pvt ltd | company=Redfort Textiles Pvt Ltd
we are Silverline Industries Ltd | company=Silverline Industries Ltd
the customer is from Maple Bank | company=Maple Bank
company name is quantex | company=Quantex
update the contact david of Northwind | person=David; company=Northwind
a lead from Delhi |
my number is 9830012345 | phone=+919830012345
call me at +1 415 555 2671 | phone=+14155552671
reach me on nine eight three zero zero one two three four five | phone=+919830012345
its double nine eight seven six five four three two one | phone=+919987654321
phone number is nine triple eight seven six five four three two | phone=+919888765432
you can dial 022 2345 6789 | phone=+912223456789
contact 98300-12345 tomorrow | phone=+919830012345
my mobile is plus nine one nine eight three zero zero one two three four five | phone=+919830012345
whatsapp me on 0091 98300 12345 | phone=+919830012345
nine eight oh three oh oh one two three four is my number | phone=+919803001234
order number 9876543210 has not arrived | number=9876543210
email is neha.rao@zenith.in | email=neha.rao@zenith.in
send it to neha dot rao at zenith dot in | email=neha.rao@zenith.in
my email address is k u m a r at yahoo dot com | email=kumar@yahoo.com
arun underscore 22 at the rate outlook dot com | email=arun_22@outlook.com
write to info at bluewave dot co dot in | email=info@bluewave.co.in
it's sales hyphen team at orion dot org | email=sales-team@orion.org
my mail id is rohit sharma at gmail dot com | email=rohitsharma@gmail.com
you can find us at bluewave dot com |
email priya plus test at gmail dot com | email=priya+test@gmail.com
reach me at sunil ninety nine at gmail dot com | email=sunil99@gmail.com
the budget is 50k | money=50000 -
our budget is around two lakh rupees | money=200000 INR
it costs $1,299.50 | money=1299.5 USD
the deal is worth 1.5 crore | money=15000000 -
between 10 and 20 lakh | money=1000000-2000000 -
price should be 500 to 700 dollars | money=500-700 USD
set the deal value to ₹1,50,000 | money=150000 INR
she paid fifty thousand rupees | money=50000 INR
it is about 3 million euros | money=3000000 EUR
Rs. 4500 only | money=4500 INR
2500 AED per month | money=2500 AED
they quoted twenty five thousand | money=25000 -
i need three licences | quantity=3 licence
we want 25 seats | quantity=25 seat
send 10 kg of rice | quantity=10 kg
two dozen bottles please | quantity=2 dozen
book 4 rooms for us | quantity=4 room
there will be twelve people | quantity=12 person
we have fifty employees | quantity=50 employee
give us a 15 percent discount | quantity=15 percent
i want to order 200 t-shirts | quantity=200 t-shirt
five laptops and two printers | quantity=5 laptop; quantity=2 printer
a hundred units | quantity=100 unit
the answer is forty two | number=42
press 5 | number=5
option three | number=3
i have one question |
this one is better |
it is urgent | priority=urgent
please do it asap | priority=urgent
set priority to low | priority=low
make it high priority | priority=high
there is no rush | priority=low
it's not urgent at all | priority=low
change the priority of the task to medium | priority=normal
this is very important | priority=high
mark it as won | status=won
we lost the deal | status=lost
the lead is qualified now | status=qualified
put it on hold | status=on_hold
the task is completed | status=done
change the status to in progress | status=in_progress
mark the task as done | status=done
i have already contacted him | status=contacted
move it to closed lost | status=lost
set status to open | status=open
deal closed | status=won
i lost my phone |
create a new task |
create lead for michael scott from dunder with phone 9876501234 and budget 5 lakh | person=Michael Scott; company=Dunder; phone=+919876501234; money=500000 -
ask ananya to call rakesh | person=Ananya; person=Rakesh
meeting between amit and john smith about the renewal | person=Amit; person=John Smith
book a demo with kavya from lotus hospital | person=Kavya; company=Lotus Hospital
good morning am i speaking with the sales team |
please add deepa krishnan as a contact | person=Deepa Krishnan
i'm gary from oakridge partners | person=Gary; company=Oakridge Partners
put me through to mr bhattacharya | person=Bhattacharya
can we push the call with leena to friday | person=Leena
our client is Falcon Engineering GmbH | company=Falcon Engineering GmbH
i represent sunrise traders from jaipur | company=Sunrise Traders
set up a demo for wei chen at brightpath | person=Wei Chen; company=Brightpath
assign this to tanmay | person=Tanmay
who is handling the vertex account |
it's suresh here i had called last week | person=Suresh
my cell is nine seven one eight double two three four five six | phone=+919718223456
number 97182 23456 please note | phone=+919718223456
text me at (415) 555-2671 | phone=+914155552671
the us office is +1 (212) 736-5000 | phone=+12127365000
drop a mail to accounts at falcon hyphen eng dot com | email=accounts@falcon-eng.com
deepa.k99@falcon.co | email=deepa.k99@falcon.co
you can write to leena dot d at the rate rediffmail dot com | email=leena.d@rediffmail.com
we can spend up to seventy five thousand | money=75000 -
total comes to 12 lakh 50 thousand rupees | money=1250000 INR
our range is 30k to 45k | money=30000-45000 -
it would be around eighteen hundred dollars | money=1800 USD
that's 99.99 euros each | money=99.99 EUR
we'd like forty chairs and a dozen tables | quantity=40 chair; quantity=1 dozen
three hundred kilos of cement | quantity=300 kg
add eleven more users to the plan | quantity=11 user
the code is seven | number=7
this needs immediate attention it is critical | priority=urgent
keep it on the low priority list | priority=low
medium priority is fine | priority=normal
that opportunity was lost to a competitor | status=lost
mark leena as contacted | person=Leena; status=contacted
the follow up task is finished | status=done
the vertex deal is won | status=won
we're still negotiating so keep it in progress | status=in_progress
may i know your name |
hello this is natasha from petal organics | person=Natasha; company=Petal Organics
please log a lead thomas mathew cobalt systems | person=Thomas Mathew; company=Cobalt Systems
is there any update for ritu saxena | person=Ritu Saxena
let gaurav know the shipment left | person=Gaurav
i would like an appointment with doctor lahiri | person=Lahiri
cancel my call with pamela | person=Pamela
yeah so basically i am zubin from cobalt | person=Zubin; company=Cobalt
we got a referral from Kiran Desai of Petal Organics | person=Kiran Desai; company=Petal Organics
change the owner of the lead to shruti | person=Shruti
the person to contact is Oliver Twisden | person=Oliver Twisden
our website is very slow today |
i want to know about your services |
so my phone is uh nine zero zero seven one two three four five six | phone=+919007123456
90071-23456 is the best number to reach me | phone=+919007123456
you can whatsapp plus four four two zero seven nine four six zero nine five eight | phone=+442079460958
his number is 9007 123 456 | phone=+919007123456
mail the invoice to natasha underscore k at petalorganics dot com | email=natasha_k@petalorganics.com
the address is t h o m a s at cobalt dot ai | email=thomas@cobalt.ai
HELLO@COBALT.AI is my email | email=hello@cobalt.ai
ritu dot saxena eighty eight at hotmail dot com | email=ritu.saxena88@hotmail.com
we have set aside about twenty lakhs | money=2000000 -
not more than 15000 rupees per seat | money=15000 INR
between five and seven crore rupees | money=50000000-70000000 INR
the invoice was for £2,400 | money=2400 GBP
quote them 1.2 million dollars | money=1200000 USD
our team has sixteen members | quantity=16 member
ship six boxes and 40 litres of paint | quantity=6 box; quantity=40 litre
could you book nine seats | quantity=9 seat
only two licenses left | quantity=2 licence
eighty five percent of users agree | quantity=85 percent
my ticket number is 4521 | number=4521
do it right away please | priority=urgent
bump this to high priority | priority=high
whenever you get time no hurry | priority=low
the lead went cold we lost it | status=lost
they signed so it's closed won | status=won
pause this one put it on hold for now | status=on_hold
ritu's lead is now qualified | person=Ritu; status=qualified
i am looking for someone who handles refunds |
can you register a lead for harpreet gill from polar refrigeration | person=Harpreet Gill; company=Polar Refrigeration
hey its wendy from ironwood calling about the quote | person=Wendy; company=Ironwood
book me with ms joshi | person=Joshi
update nitin's phone number to 9812345678 | person=Nitin; phone=+919812345678
new contact siddharth menon works at Cedar Labs | person=Siddharth Menon; company=Cedar Labs
email summary to rebecca please | person=Rebecca
i'm with ashoka constructions | company=Ashoka Constructions
he works for Pinnacle Insurance | company=Pinnacle Insurance
cancel everything for today |
do you open on sundays |
is there parking at your store |
um nine eight one two three four five six seven eight | phone=+919812345678
call back on +971 50 123 4567 | phone=+971501234567
phone is 9812-345-678 ok | phone=+919812345678
eight triple zero one two three four five six is my number | phone=+918000123456
contact me by email wendy at ironwood dot co dot uk | email=wendy@ironwood.co.uk
my gmail is harpreet dot gill at gmail dot com | email=harpreet.gill@gmail.com
no dots just nitinjain at gmail dot com | email=nitinjain@gmail.com
approx budget sixty thousand | money=60000 -
we're willing to pay up to $750 | money=750 USD
INR 3,25,000 is the final quote | money=325000 INR
20 to 25 thousand rupees a month | money=20000-25000 INR
worth half a million dollars | money=500000 USD
order 18 pens and 3 notebooks | quantity=18 pen; quantity=3 notebook
around two hundred guests | quantity=200 guest
add thirty more licences | quantity=30 licence
a party of eight people | quantity=8 person
seventy kg of sugar | quantity=70 kg
rate it nine out of ten | number=9; number=10
this is an emergency | priority=urgent
set it as low priority | priority=low
make the priority normal | priority=normal
the task has been completed | status=done
mark the opportunity as lost | status=lost
deal with polar has been won | status=won
change stage to qualified | status=qualified
could you remind me to call the bank |
i need a quote for next week |
let's talk about the new features |
create a follow up task for the warehouse team |
please make a note that the shipment was late |
what time do you close on saturday |
send me a summary of my unread emails |
my order has not been delivered yet |
thanks a lot for your help goodbye |
stop calling me please |
schedule a call with imran shaikh from gulf traders at his office | person=Imran Shaikh; company=Gulf Traders
add lead anita desai phone 9748012345 email anita at desai dot in | person=Anita Desai; phone=+919748012345; email=anita@desai.in
reschedule my meeting with carlos to thursday | person=Carlos
kevin from accounts will call you | person=Kevin
this is regarding sapphire motors | company=Sapphire Motors
find contacts at Helix Pharma | company=Helix Pharma
my boss rajat wants a discount | person=Rajat
the deal with mr lobo is lost | person=Lobo; status=lost
I'd like to buy 12 office chairs for 60,000 rupees | quantity=12 chair; money=60000 INR
spend no more than 3k a month | money=3000 -
we have four branches in two cities | quantity=4 branch; quantity=2 city
seven four eight oh one two three four five six is my whatsapp | phone=+917480123456
mark task 15 as complete | number=15; status=done
is the price still 499 | money=499 -
hi there my name is lakshmi narayanan | person=Lakshmi Narayanan
i am ringing from copper kettle foods | company=Copper Kettle Foods
please assign the ticket to joanna | person=Joanna
has mr pillai replied | person=Pillai
set up lunch with ben and hannah | person=Ben; person=Hannah
who am i speaking to |
we spoke to amrita at harbour diagnostics | person=Amrita; company=Harbour Diagnostics
the vendor is Tristar Polymers Limited | company=Tristar Polymers Limited
could you transfer me to billing |
my contact is eight two four zero five five six six seven seven | phone=+918240556677
+91-82405-56677 call after lunch | phone=+918240556677
number is eight two four oh double five double six double seven | phone=+918240556677
joanna at halcyon dot net | email=joanna@halcyon.net
please use zara.s+work@halcyon.co.uk | email=zara.s+work@halcyon.co.uk
my email id is lakshmi 1990 at gmail dot com | email=lakshmi1990@gmail.com
we can go up to one point five lakh | money=150000 -
total value is forty five thousand five hundred rupees | money=45500 INR
they offered 80 dollars | money=80 USD
range of 5 to 8 lakh rupees | money=500000-800000 INR
need fourteen routers and six switches | quantity=14 router; quantity=6 switch
order 2.5 litres of varnish | quantity=2.5 litre
we are a team of nine people | quantity=9 person
gate number twelve | number=12
please treat this as top priority | priority=urgent
it can wait it's low priority | priority=low
the lead from Halcyon is lost | company=Halcyon; status=lost
good news we won the contract | status=won
mark ben's task completed | person=Ben; status=done
keep the deal on hold till monday | status=on_hold
`
