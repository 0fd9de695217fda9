/**
 * What is guessed first: words and keyboard rows that people lengthen until they are accepted. Lower case, without
 * blanks and marks; a password is compared with and without the digits at its end.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p4ssw0rd p4ssword passwort motdepasse contraseña passwordpassword password1password mypassword yourpassword newpassword
  changeme changemenow changeit letmein letmeinnow letmeinplease welcome welcometo welcomehome welcomeback default defaultpassword secret topsecret
  secretpassword mysecret administrator administration admin adminadmin adminpassword rootroot rootpassword superuser supervisor
  qwerty qwertyuiop qwertyqwerty qwertyuiopasdfghjkl qwerty123qwerty qwertyasdf qwertz qwertzuiop azerty azertyuiop asdfghjkl asdfasdf asdfghjklzxcvbnm
  asdfqwer asdf1234asdf zxcvbnm zxcvbnmasdf 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc qazwsx qazwsxedc qazwsxedcrfv q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6
  zaq12wsx zaq1xsw2cde3 abcd1234 abcd1234abcd abcdefghij abc123abc123 abcabcabc 1234567890 0123456789 9876543210 0987654321 123456789a a123456789 12345678910
  1234567891 123123123 123123123123 1231231231 1212121212 121212121212 1122334455 112233445566 11223344556677 1234512345 123456123456 12345671234567 1234554321
  0000000000 1111111111 2222222222 5555555555 7777777777 8888888888 9999999999 147258369 1472583690 789456123 7894561230 741852963 9638527410
  iloveyou iloveyouu iloveyousomuch iloveyoubaby iloveme ilovegod ilovemyself loveyouforever loveforever lovelylove sweetheart princess princessprincess sunshine
  sunshineday football footballfan baseball basketball cricketcricket cricketlover superman supermanbatman batmanbatman spiderman spidermann starwars starwarsfan
  pokemonpokemon pokemon liverpool liverpoolfc manchester manchesterunited arsenalarsenal chelseachelsea realmadrid barcelona barcelonafc
  computer computerscience internet internetexplorer microsoft microsoftwindows samsunggalaxy googlegoogle facebook facebookpassword facebookfacebook instagram
  whatsapp whatsappweb youtubeyoutube netflixnetflix linkedin linkedinlinkedin twittertwitter myspace dropbox
  monkeymonkey dragondragon dragonball dragonballz mustangmustang michaeljordan michaeljackson jenniferlopez jordan charliecharlie trustno trustnoone trustnobody
  whatever whateverwhatever nothing nothingelse something anything everything forever forevermore freedom freedomfreedom goodmorning goodnight goodluck hellohello
  helloworld helloworldhello hellokitty hellothere testtest testtesttest testing testingtesting testpassword testuser temporary temppassword temppass guestguest
  loginlogin loginpassword signin signup username usernamepassword masterkey mastermaster masterpassword access accessdenied accessgranted opensesame
  india indiaindia indian mumbai mumbaiindians delhi bangalore kolkata chennaisuperkings bangladesh bharat bharatmata jaihind jaishreeram jaimatadi
  jaisriram jaishrikrishna omnamahshivay omsairam omshanti ganesh ganpatibappa krishna radhekrishna radheradhe harekrishna sairam mahadev harharmahadev
  allah bismillah alhamdulillah mashallah inshallah allahuakbar muhammad jesuschrist jesusislord jesuslovesme godisgreat godisgood thankyoujesus
  correcthorsebatterystaple companyname company companypassword business businessbusiness office officeoffice callcenter callcentre voiceagent mynamyna mynapassword`.split(
    /\s+/,
  ),
)
