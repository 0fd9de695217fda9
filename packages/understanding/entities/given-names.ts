/** Given names common in India, Bangladesh and the English-speaking world, in Latin letters; compared by sound, so one spelling stands for its variants. */
export const givenNames = `
aarav aarti abdul abhay abhijeet abhijit abhinav abhishek aditi aditya advait afroza ahmed aisha ajay ajit akash akhil akshay akshata alok amar amit amitabh amina amrita amol anand ananya anil anindya anirban
anita anjali anjana ankit ankita ankur anshul anuj anupam anuradha anurag anushka aparna archana arijit arindam arjun arnab arpita arun aruna arvind ashish ashok ashwin ashwini asif asim atul avinash ayaan
ayesha ayush babita babul bharat bharati bhaskar bhavna bhupesh bijoy bikash bimal bipasha brijesh chandan chandra chirag debashish debjani deepa deepak deepika deepti devendra dharmendra dhruv dilip
dinesh dipankar dipika divya durga ekta faisal farah farhan farhana farida farzana fatema fatima firoz ganesh gaurav gauri gautam geeta girish gopal govind gulshan habib hari harish harsh harsha
harshit hasan hasina hemant hina hitesh imran indrajit indrani irfan ishaan isha ishita jagdish jahangir jamal jatin jaya jayant jayanta jasmin javed jignesh jitendra joya juhi jyoti jyotsna kabir kailash
kajal kalpana kamal kamala kamlesh kanchan karan karim karthik kartik kashish kaushik kaustav kavita kavya khaled khushi kishore komal koushik kranti krishna kriti kunal kusum lakshmi lalit lata lokesh
madhavi madhu madhuri mahesh mahmud mamta manav manisha manish manoj mansi maryam masud meena meera megha mehul milan minakshi mithun mita mohammad mohammed mohan mohit monika moumita mousumi mukesh mukul
murali nabila nadeem nafisa naina namrata nandini nargis naresh narendra naveen nazma nazrul neelam neeraj neha nidhi nikhil nikita nilesh nilima nisha nishant nitin nitya omkar padma pallavi pankaj parag
paras partha parul pavan payal pinky piyush pooja poonam prabhat prabir pradeep prakash pramod pranab pranav prasad prasenjit prashant prateek pratik pratima praveen preeti prem priti priya priyanka puja
puneet purnima purab rabindra rachna radha radhika rafiq raghav rahim rahman rahul raihan raj raja rajat rajeev rajendra rajesh raju rajiv rakesh rakib ram raman rameez ramesh ranjan ranjit rashid rashmi rasel
ravi ravindra razia reema rekha renu reshma rina ritesh ritika rituparna ritwik riya robin rohan rohini rohit roksana romesh rubel rubina ruchi rukhsana rumana rupa rupali sabina sabrina sachin sadia sagar
sahil saif sajid sakshi salma salman samir sameer samrat sandeep sandhya sandip sangeeta sanjana sanjay sanjeev sanjib santosh sarita sarika sarwar satish satyam saurabh seema shabana shabnam shahid shahin
shahrukh shakil shalini shamim shankar shanti sharad sharmila sharmin shashank shashi sheela shefali shikha shilpa shirin shivani shoaib shobha shraddha shreya shruti shubham shubhankar shweta shyam
siddharth siddhartha simran sita smita smriti sneha sohail sohel soma sonali sonam sonia soumya sourav subhash subir subrata sudeep sudha sudhir sufia sujata sujit sukanya suman sumita sumit sumitra sunil sunita
supriya suraj surendra suresh surya sushil sushma sushmita swapan swapna swati sweta tahmina tamim tania tanmay tanvir tanvi tanya tapan tapas tareq tarun tasnim tisha tushar uday ujjwal uma umesh urmila usha
uttam vaibhav vandana vani varsha varun vasant veena venkat vibha vidya vijay vikas vikram vikrant vimal vinay vineet vinod vipin vipul viraj virat vishal vishnu vivek yash yasmin yogesh yusuf zahid zakir
zara zeenat zoya tithi mim nusrat jannat mehedi arif ashraf rana shuvo shanto mahbub monir mizan kamrul nasrin rokeya shaila shahana sultana rehana anwar babar bobby
ritu shyamal shyamali natasha pamela zubin ritwika rimi rimjhim titas tista mitali gargi paulami sudipta sudipto arnob abir anik antara aritra asmita bandana bappa bappi bhaswati bimala champa dolon gopa hiran jayati kakoli keya krishna mahua manas moloy nirupam nupur panchali piyali pratyush rajib rajarshi ranajit rupak sampa sanghamitra shibani sucheta sukumar sulata supratim suparna swagata tapati trina tripti ujjal ziaur saiful shafiqul rafiqul mizanur ataur anisur lutfur habibur mofiz jashim sohan mitu ruma ruhul leena lina reena tina deepanjali anamika ankush anshuman aparajita arpan atanu avik avni ayan ayushi baishali barnali bidisha biplab bishwajit biswajit chaitali chetan chetna darshan debabrata debasish
debjit devika dipali diya esha falguni garima gayatri gunjan gurpreet harpreet jaspreet manpreet hardik hemlata himanshu ila imtiaz indira ipsita ishan iqbal jagannath janhvi jhuma joydeep kaberi kamran kartika ketan khalid kiara kishan
koel krishnendu kuldeep lavanya leela madhuri madhumita maitreyi malay malini manjit manju maruf mayank mayuri meghna mihir minal mohini monalisa monir mrinal mugdha nabin nafis nagma nalini naren navya neel niharika niloy nimisha nirmal
nirmala nishi nupur paromita partho pooja poulami prachi pradip pragya prasun pratibha preetam prerna priyanshu puspa raima rajashree rajani rajkumar raka ramya ranbir ratan ravindra rehan riddhi rishabh rishi roshan roshni rudra rupam
rushikesh sahana sanchita sandeepa sangita sanjit sara sathish satyajit sayan sayani shafiq shaheen shamim sharvari shatabdi shefali shivam shiv shoma shouvik shrikant shruti siddhi sinjini sohini somnath souvik sridhar srijan
srinivas subodh subhankar sudarshan sudip sugandha sujoy sukhdev sulekha sultan sumana sumon sunanda supriyo surabhi swarnali tabassum tamal tanima tapasi taslima tejas trisha tuhin udit upasana vasudha veer vikrant vineeta vishwas yamini
zubair hafiz jamil karishma lubna mahira nazia nilufar parveen qasim rizwan sajida sharif tahir wasim yasir zainab rajat raghu ravina wei chen mei hiroshi yuki ahmad hassan ali olga ivan anton elena maria jose
aaron abigail adam adrian alan albert alex alexander alexandra alfred alice alison allison amanda amelia amy andrea andrew angela anna anne annie anthony arthur ashley audrey austin barbara benjamin ben
beth betty beverly brandon brenda brian bruce bryan caleb cameron carl carla carlos carol caroline catherine charles charlie charlotte chloe chris christian christina christine christopher cindy claire
clara cody colin connor craig cynthia daniel danielle danny dave david deborah denise dennis derek diana diane donald donna doris dorothy douglas dylan edward eleanor elena elizabeth ella ellen emily emma
eric erica erin ethan eva evan evelyn fiona frances frank fred gabriel gary gavin george gerald gina gloria gordon grace greg gregory hannah harold harry heather helen henry howard hugo ian isaac isabel
isabella ivan jack jackie jacob jake james jamie jane janet janice jason jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joe joel john jon johnny jonathan jordan jose joseph
josh joshua joyce juan judith judy julia julian julie justin karen kate katherine kathleen kathy katie keith kelly ken kenneth kevin kim kimberly kyle larry laura lauren lawrence leah leo leon leonard
leslie lewis liam lily linda lisa logan louis lucas lucy luke lynn madison maria marie marilyn martha martin mary mason matthew matt megan melissa michael michelle miguel mike mohamed molly monica nancy natalie
nathan neil nicholas nicole noah nora oliver olivia omar oscar pamela patricia patrick paul paula pedro peter phil philip phillip rachel ralph raymond rebecca richard rick rita robert roger ronald
rosa rosie roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergio sharon shawn sheila shirley simon sophia sophie stacy stephanie stephen steve steven stuart sue susan suzanne
sylvia tara taylor ted teresa terry theresa thomas tim timothy tina todd tom tommy tony tracy tyler valerie vanessa veronica vicky victor victoria vincent virginia vivian walter wayne wendy william zoe
`

/** Given names that are also ordinary words: taken for names only where something says a name is meant. */
export const ambiguousNames = `
asha hope mark bill will may april june august grace rose joy dev jay art ray sky amber ruby pearl daisy violet dawn faith frank jack drew chase hunter grant rich rob bob pat sue gene dean kiran maya kamal
chandan moon sun star krishna ganga basant shanti durga lakshmi raja rani raju bharat ram shyam khushi anand prem prakash vikas sagar suman milan kajal pavan puja pooja usha sandhya varsha
jyoti kavita lata mala seema shakti vijay uday akash arun robin ivan jean lily summer autumn austin madison jordan taylor mason logan cody sam dawa maan joya asim nitya tara mim hari karan parag tapas rosa purnima upendra soma kanchan
harsh bimal komal kusum rana bobby habib raman shashi surya smriti shikha pratima kriti vani vidya chandra nisha sudha lalit ekta kalpana anamika bharati nandini gauri
`

/** Family names common in the same places. */
export const familyNames = `
acharya adhikari agarwal aggarwal agrawal ahluwalia ahmad akhtar akter alam ali ansari arora awasthi bajaj bajpai banerjee bandyopadhyay bansal barua ray basak basu batra begum bhagat bhardwaj bhargava bhatia bhatt bhattacharya
bhattacharjee bhowmick bisht biswas bora bose chakraborty chakrabarti chanda chatterjee chattopadhyay chaturvedi chaudhary chauhan chawla chopra choudhury chowdhury dalal das dasgupta datta deb debnath desai deshmukh
deshpande dey dhar dhawan dixit dubey dutta dwivedi gandhi ganguly garg ghosh ghoshal gill goel goswami gowda goyal guha gupta haldar haque hazra hegde hossain hussain islam iyengar iyer jadhav jain jaiswal jha johar
joshi kadam kapoor kapur kar karmakar kashyap kaur khan khanna khatun khatri khurana kohli kulkarni kumar kumari kundu lal mahajan mahato maity majumdar majumder malhotra malik mallick mandal mondal manna mathur mehra mehrotra mehta menon
miah mishra misra mistry mitra modi mukherjee mukhopadhyay munshi murthy naidu naik nair nanda nandi nath nayak negi oberoi pal pandey pandit panda parikh parmar patel patil patnaik pawar pillai poddar prasad pradhan
purohit rahman rai rajput ramachandran rana rao rastogi rathore rawat reddy roy sahoo saha sahni saini saxena samanta sardar sarkar sarma sen sengupta sethi shah shaikh sharma shastri sheikh shekhawat shetty
shinde shukla siddiqui sikdar sikder singh sinha solanki soni srivastava subramanian sultana sur swami talukdar tandon tiwari tomar tripathi trivedi tyagi uddin upadhyay verma varma vyas wadhwa yadav zaman miya mollah molla
krishnan natarajan raman iyengar srinivasan venkatesh venkataraman balakrishnan ramakrishnan swaminathan narayanan pillai kurian thomas mathew varghese qureshi kureshi siddique ansari hashmi rizvi kazi mirza baig syed khandelwal maheshwari singhal mittal jindal
bhandari negi rawal vohra suri sood grover kalra sabharwal anand ahuja lamba bedi dhillon sandhu sidhu brar grewal gokhale kelkar joglekar apte bhave chavan shirke gaikwad pathak pandya trivedi dave vora shukla chakravarty
majhi hembram murmu soren tudu baidya halder naskar paul saha roychowdhury ghatak lahiri sanyal moitra bagchi nag dastidar karim rahim uddin hasan huq bhuiyan bhuiya talukder munshi mahmud kabir
adams allen anderson bailey baker barnes bell bennett brooks brown bryant butler campbell carter clark collins cook cooper cox cruz davis diaz edwards evans fernandez fernandes fisher flores foster garcia gomez gonzales
gonzalez gray green griffin hall hamilton harris hayes henderson hernandez hill howard hughes jackson jenkins johnson jones kelly king lee lewis long lopez marshall martin martinez miller mitchell moore morgan morris murphy
myers nelson ortiz parker patterson perez perry peterson phillips powell price ramirez ramos reed reyes reynolds richardson rivera roberts robinson rodriguez rogers ross russell sanchez sanders scott simmons smith
stewart sullivan thomas thompson torres turner walker ward washington watson west white williams wilson wood wright young doe dsouza pinto lobo pereira
`

/** Towns, states and countries, which no person is named after here. */
export const placeNames = `
delhi dilli mumbai bombay kalkata kolkata banglor haidrabad chennai lakhnau calcutta chennai bangalore bengaluru hyderabad pune ahmedabad surat jaipur lucknow kanpur nagpur indore thane bhopal patna vadodara ghaziabad ludhiana agra nashik faridabad meerut rajkot varanasi
srinagar amritsar ranchi guwahati chandigarh noida gurgaon gurugram kochi cochin mysore dhaka chittagong chattogram sylhet khulna rajshahi barisal comilla rangpur london paris dubai singapore york boston chicago texas
california america india bangladesh england germany france japan china karachi lahore islamabad kathmandu colombo nepal pakistan canada australia howrah siliguri durgapur goa kerala punjab gujarat bihar bengal odisha assam
`

/** English names as they sound in Indian scripts, where spelling would mislead: `sound=name`. */
export const soundedNames = `
jon=john jan=john maikal=michael maikel=michael jems=james devid=david debhid=david robart=robert piter=peter meri=mary jorj=george jeni=jenny jenifar=jennifer stiv=steve paal=paul pol=paul emili=emily olibhiya=olivia
oliviyaa=olivia elis=alice sarah=sarah saaraa=sara tomas=thomas taamas=thomas vilyam=william uiliyam=william braaun=brown smith=smith jonsan=johnson bilyams=williams charls=charles denial=daniel dainiyal=daniel kevin=kevin
raayan=ryan mark=mark julia=julia rav=rao roy=roy raay=roy chaudhari=chaudhary chaudhri=chaudhary chakrabarti=chakraborty mukharjee=mukherjee mukhaarji=mukherjee banarjee=banerjee bainarji=banerjee chatarjee=chatterjee chaitarji=chatterjee
anirbaan=anirban sanjay=sanjay sanjoy=sanjay gosh=ghosh ghos=ghosh sen=sen das=das daash=das datt=dutta dattaa=dutta sah=shah shaah=shah khaan=khan husain=hussain hosen=hossain rahmaan=rahman ahmed=ahmed aahmed=ahmed islaam=islam mohammad=mohammad muhammad=mohammad
lahidi=lahiri tarik=tareq menan=menon samant=samanta ganguli=ganguly gaanguli=ganguly shemal=shyamal shemali=shyamali shem=shyam benaarji=banerjee chetaarji=chatterjee dhaniyel=daniel ritu=ritu lakshmee=lakshmi lisaa=lisa enaa=anna enthani=anthony jaisan=jason harry=harry haiki=harry eriks=eric ketan=ketan emaa=emma sofiyaa=sophia
`
