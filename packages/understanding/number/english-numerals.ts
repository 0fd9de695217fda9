/**
 * English numerals in Latin letters, and as Hindi and Bengali speakers write them: `value | English | Hindi | Bengali`. Twenty to
 * ninety are followed by one to nine; the others stand alone.
 */
export const englishNumerals = `
0 | zero nought | ज़ीरो | জিরো
1 | one | वन | ওয়ান
2 | two | टू | টু
3 | three | थ्री | থ্রি থ্রী
4 | four | फ़ोर | ফোর
5 | five | फ़ाइव फ़ाईव | ফাইভ
6 | six | सिक्स | সিক্স
7 | seven | सेवन सेवेन | সেভেন
8 | eight | एट | এইট
9 | nine | नाइन नाईन | নাইন
10 | ten | टेन | টেন
11 | eleven | इलेवन | ইলেভেন
12 | twelve | ट्वेल्व | টুয়েলভ টুয়েল্ভ
13 | thirteen | थर्टीन | থার্টিন
14 | fourteen forteen | फ़ोर्टीन | ফোর্টিন
15 | fifteen | फ़िफ़्टीन | ফিফটিন
16 | sixteen | सिक्सटीन | সিক্সটিন
17 | seventeen | सेवेंटीन सेवनटीन | সেভেনটিন
18 | eighteen | एटीन | এইটিন
19 | nineteen | नाइनटीन | নাইনটিন
20 | twenty | ट्वेंटी ट्वेन्टी | টোয়েন্টি টুয়েন্টি
30 | thirty | थर्टी | থার্টি
40 | forty fourty | फ़ोर्टी | ফর্টি
50 | fifty | फ़िफ़्टी | ফিফটি ফিফ্টি
60 | sixty | सिक्सटी सिक्स्टी | সিক্সটি
70 | seventy | सेवेंटी सेवंटी | সেভেন্টি
80 | eighty | एटी | এইটি
90 | ninety ninty | नाइंटी नाइन्टी | নাইন্টি
`

/** What multiplies the number before it: `value | Latin letters | Hindi | Bengali | Bengali in Latin letters`. */
export const scales = `
100 | hundred sau | सौ हंड्रेड | শ শো শত হান্ড্রেড | sho shoto
1000 | thousand hazar hazaar hajar hajaar | हज़ार थाउज़ेंड थाउजंड | হাজার থাউজেন্ড | hajar
100000 | lakh lakhs lac lacs laakh laakhs | लाख | লাখ লক্ষ | lokkho
1000000 | million mn | मिलियन | মিলিয়ন | milliyon
10000000 | crore crores karod karor caror cr crs | करोड़ | কোটি | koti
1000000000 | billion bn | बिलियन अरब | বিলিয়ন | billiyon
`

/** What shifts the number after it, and by how much, or stands for a number: `kind | Latin letters | Hindi | Bengali`. */
export const fractions = `
half-more | saadhe sadhe sade saade sarhe saarhe | साढ़े साड़े | সাড়ে
quarter-more | sawa savaa sowa shoya | सवा | সোয়া সওয়া
quarter-less | paune pone pauna poune | पौने पौना | পৌনে
1.5 | dedh derh dhed deorh | डेढ़ | দেড়
2.5 | dhai dhaai adhai arai aarai | ढाई अढ़ाई | আড়াই
`
