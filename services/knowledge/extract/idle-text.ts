import { isRoutineLabel } from './menu.ts'

const phrases = new Set(
  `
      read more|read more...|read more »|read full article|continue reading|learn more|know more|find out more|view details|view detail|view more|
      view all|see more|see all|show more|load more|more|more info|more details|details|click here|here|explore|discover more|add to cart|
      add to basket|add to wishlist|buy now|select options|quick view|out of stock|add to compare|view cart|checkout|your cart is empty|
      your cart is empty.|cart|shopping cart|0 items|search|search...|go|submit|send|send message|reset|cancel|ok|close|x|×|menu|toggle navigation|
      toggle menu|open menu|close menu|skip to content|skip to main content|back to top|top|go to top|scroll back to top|previous|next|prev|prev next|
      « previous|next »|loading|loading...|please wait|login|log in|sign in|register|sign up|logout|login or register|login / register|my account|
      welcome guest|welcome guest login or register|share|share this|share this page|tweet|pin it|like|follow us|follow us on|follow us:|find us on|
      connect with us|stay connected|subscribe|subscribe now|subscribe to our newsletter|newsletter|enter your email|your email|email address|
      password|username|forgot password|forgot password?|forgot your password?|remember me|keep me signed in|create account|create an account|
      your cart|print|email|home|required|(required)|optional|powered by|advertisement|sponsored|twitter feed|blog feed|leave a comment|leave a reply|
      comments|no comments|reply|post comment|accept|accept all|accept cookies|decline|reject all|manage cookies|got it|i agree|cookie settings|
      download|watch video|play|play video|pause|mute|image|photo|gallery|project gallery|zoom|enlarge|get directions|directions|view map|
      view larger map|google map|map|call now|call us|contact us|book now|enquire now|enquiry|get a quote|get started|get in touch|apply now|
      order now|shop now|visit website|us|en|english|hindi|bengali|हिन्दी|বাংলা|send a copy to my own email address|
      please type in the following letters:|security text|captcha|live chat|chat with us|whatsapp us|chat on whatsapp|quick links|useful links|
      important links|links|all rights reserved|all rights reserved.|और पढ़ें|और जानें|अधिक पढ़ें|अधिक जानें|यहाँ क्लिक करें|यहां क्लिक करें|जमा करें|
      भेजें|खोजें|लॉगिन|होम|मेनू|আরও পড়ুন|আরো পড়ুন|আরও জানুন|বিস্তারিত|বিস্তারিত দেখুন|এখানে ক্লিক করুন|জমা দিন|পাঠান|খুঁজুন|অনুসন্ধান|লগইন|হোম|মেনু`
    .split('|')
    .map((phrase) => phrase.trim()),
)
const patterns = [
  /^(?:©|\(c\)|&copy;|copyright\b|कॉपीराइट|কপিরাইট|स्वत्वाधिकार)/i,
  /^[^.]{0,80}(?:all rights reserved|सर्वाधिकार सुरक्षित|সর্বস্বত্ব সংরক্ষিত)[.।]?$/i,
  /^(?:powered|designed|developed|maintained|created|hosted|website|site|web design|theme)(?: (?:and|&) \w+)? by\b.{0,60}$/i,
  /^you are here\b/i,
  /^(?:home\s*[»›>/|]\s*).{0,120}$/i,
  /^(?:page|showing|results?) \d+(?:\s*[-–]\s*\d+)? (?:of|to) \d+/i,
  /^(?:posted|published) (?:on|by|in)\b.{0,80}$/i,
  /^(?:this site|this website|we) uses? cookies\b/i,
  /^(?:please )?(?:enable|turn on) javascript\b/i,
  /^(?:share|tweet|pin|like|follow|visit|find) (?:this|us|on)\b.{0,30}(?:facebook|twitter|instagram|linkedin|youtube|pinterest|whatsapp|page|post)\.?$/i,
  /^[^\p{L}\p{N}]{1,6}$/u,
  /^[a-z]{1,3}$/,
  /^\d(?:\s\d){0,12}$|^\d{1,2}$/,
  /^(?:rs\.?|₹|\$|£|€|৳)?\s*0(?:\.00?)?(?:\s*(?:sq\.?\s*ft\.?|each|\/-|per \w+))?$/i,
  /^(?:\$|₹|£|€|৳)\s?0\.00\b.{0,12}$/,
  /^\[(?:email|phone)[^\]]{0,20}protected\]$/i,
]

/** Whether a block says nothing about the business: "Read more", a copyright line, page numbers, a price of zero. */
export function isIdle(text: string): boolean {
  if (text.length > 200) return false
  return text.split('\n').every(isIdleLine)
}

function isIdleLine(text: string): boolean {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return true
  if (line.includes('|') && line.split('|').every((part) => isRoutineLabel(part.trim()))) return true
  if (phrases.has(line.toLowerCase().replace(/[\s»›→>]+$/, ''))) return true
  return !/@|\d{5}/.test(line) && patterns.some((pattern) => pattern.test(line))
}
