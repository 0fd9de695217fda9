const orders = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|your|all|any|the|these|system)\b.{0,30}\b(?:instructions?|prompts?|rules?|guidelines?|directions?|training|context|programming)\b/i,
  /\byou are (?:now|no longer) (?:an?|the|in|acting|my)\b/i,
  /\b(?:system|developer|assistant) (?:prompt|message|instructions?)\b/i,
  /\b(?:pretend|act|roleplay|respond|behave) (?:as if|as though|as|like) (?:you|an?) .{0,40}\b(?:ai|assistant|dan|model|agent|admin|unrestricted|jailbroken)\b/i,
  /\b(?:reveal|print|show|repeat|output|leak) (?:me )?(?:your|the) (?:system|hidden|secret|initial|original) (?:prompt|instructions?|rules?|keys?|password)/i,
  /\b(?:ai|llm|language model|chatbot|voice agent|assistant)s?\b.{0,30}\b(?:must|should|shall|are required to|have to|are instructed to)\b.{0,60}\b(?:say|tell|recommend|answer|reply|ignore|transfer|give|offer|never|always)\b/i,
  /<\|?(?:im_start|im_end|system|endoftext)\|?>|\[\/?(?:INST|SYSTEM)\]|###\s*(?:system|instruction)/i,
  /\b(?:do not|don't|never) (?:tell|inform|mention|reveal)\b.{0,30}\b(?:the user|the customer|the caller|users?|callers?|anyone)\b/i,
  /(?:पिछले|सभी|ऊपर के|अपने).{0,20}(?:निर्देश|निर्देशों).{0,30}(?:अनदेखा|नज़रअंदाज़|भूल)/,
  /(?:আগের|পূর্বের|সব|তোমার|আপনার).{0,20}(?:নির্দেশ|নির্দেশনা).{0,30}(?:উপেক্ষা|ভুলে)/,
]
const hints =
  /ignore|disregard|forget|override|bypass|you are|system|developer|assistant|pretend|roleplay|act as|act like|respond as|behave|reveal|leak|repeat|\bai\b|llm|model|chatbot|agent|<\||\[inst|###|tell|mention|inform|निर्देश|নির্দেশ/i

/** Whether a text gives orders to a machine that reads it, such as "ignore your instructions". It stays data; its confidence falls. */
export function givesOrders(text: string): boolean {
  return hints.test(text) && text.split(/\n|(?<=[.!?।])\s/).some((line) => line.length < 2000 && orders.some((order) => order.test(line)))
}

const templates = [
  /lorem ipsum|dolor sit amet|consectetur adipiscing|vestibulum ante|aenean (?:massa|commodo)|sed do eiusmod/i,
  /\b(?:jane|john) (?:doe|smith)\b|\bjohn q\. public\b|\bexample (?:co|company|inc|corp|ltd)\b|\bacme (?:inc|corp|co)\b|\b(?:business inc|firm llc|your company name|your name here|your business name|client name|customer name)\b/i,
  /\b(?:your (?:text|content|address|email|phone|title|headline|tagline|subtitle|description|paragraph) (?:here|goes here)|insert (?:text|your)|add (?:your )?(?:text|content) here|sample (?:text|page)|dummy text|placeholder text|click (?:here )?to edit|this is a (?:sample|demo|placeholder))\b/i,
  /\b(?:123|1234) (?:main|street|anywhere|fake|example) st|\banytown\b|\b(?:info|mail|hello|contact|name|you|your|user|email|someone)@(?:domain|yourdomain|yoursite|website|mysite|email|yourcompany|sitename)\.(?:com|org|net|in)\b/i,
  /\b(?:123|000)[-. )]{1,2}456[-. ]?7890\b|\b(?:1234567890|0123456789|0000000000)\b/,
  /^(?:just another wordpress site|hello world!?|my (?:site|blog|wordpress)|welcome to wordpress.*|new site|untitled(?: document| page)?)$/i,
]

/** Whether a text looks like what a template came with: "Lorem ipsum", "Jane Doe", "Your text here". */
export function isPlaceholder(text: string): boolean {
  return templates.some((template) => template.test(text))
}

/** Whether an address is a stand-in nobody has filled in, such as `https://forms.example/your-form-link`. */
export function isPlaceholderUrl(url: string): boolean {
  return /\b(?:your|my)[-_]?(?:google|form|link|phone|number|whatsapp|site|domain|name|page|url|company|driver|username|profile)|yourwhatsapp/i.test(url)
}
