/** Things callers say, in four languages, to try understanding with. */
export const examples = [
  { lang: 'en', text: 'Please move my appointment from tomorrow to Friday at half past four' },
  { lang: 'en', text: 'I am Priya Sharma from Example Traders, call me on 98300 12345 about 20 chairs for 2.5 lakh rupees' },
  { lang: 'hi', text: 'मुझे कल शाम 4 बजे डॉक्टर से मिलना है' },
  { lang: 'hi-Latn', text: 'Mujhe kisi insaan se baat karni hai, bahut urgent hai' },
  { lang: 'bn', text: 'আগামী সোমবার সকাল 10টায় একটা মিটিং ঠিক করে দিন' },
  { lang: 'en', text: 'My card is 4111 1111 1111 1111 and the code is 4821' },
] as const
