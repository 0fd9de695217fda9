import type { Goal, Localised, Slot, StandardGoal } from '@myna/contracts/dialogue'

/** A built-in goal: besides what every goal has, the slot that what the caller said first belongs to. */
export type BuiltInGoal = Goal & {
  opening?: string
  /** Asking for it is the yes: nothing is taken from the caller by doing it. */
  askedIsYes?: boolean
  /** Slots that are asked for, and done without when the caller would rather not say. */
  soft?: readonly string[]
}

const slot = (name: string, type: Slot['type'], prompt: Localised, more: Partial<Slot> = {}): Slot => ({
  name,
  type,
  prompt,
  required: true,
  choices: [],
  future: false,
  ...more,
})

const yourName = slot('name', 'person', {
  en: 'May I have your name?',
  hi: 'आपका नाम क्या है?',
  hinglish: 'Aapka naam kya hai?',
  bn: 'আপনার নামটি বলবেন?',
})
const yourPhone = slot('phone', 'phone', {
  en: 'Which phone number can we reach you on?',
  hi: 'आपसे किस फ़ोन नंबर पर संपर्क करें?',
  hinglish: 'Aapse kis phone number par contact karein?',
  bn: 'কোন ফোন নম্বরে আপনার সঙ্গে যোগাযোগ করব?',
})
const optional = (it: Slot): Slot => ({ ...it, required: false })
const email = optional(slot('email', 'email', { en: 'What is the e-mail address?', hi: 'ईमेल क्या है?', hinglish: 'Email kya hai?', bn: 'ইমেইল ঠিকানা কী?' }))
const topic = optional(slot('topic', 'text', { en: 'What is it about?', hi: 'किस बारे में?', hinglish: 'Kis baare mein?', bn: 'কী বিষয়ে?' }))

/** The goals every agent can have, in the words of four languages. */
export const standardGoalTable: Readonly<Record<StandardGoal, BuiltInGoal>> = {
  take_message: {
    name: 'take_message',
    title: 'Take a message',
    intents: [],
    phrases: [
      'take a message',
      'leave a message',
      'can you pass on a message',
      'संदेश छोड़ना है',
      'मैसेज ले लीजिए',
      'message chhodna hai',
      'message le lijiye',
      'একটা বার্তা রাখুন',
      'মেসেজ দিতে চাই',
    ],
    slots: [
      slot('message', 'text', {
        en: 'What should I tell the team?',
        hi: 'टीम को क्या बताऊँ?',
        hinglish: 'Team ko kya bataoon?',
        bn: 'দলকে কী জানাব?',
      }),
      yourName,
      yourPhone,
    ],
    tool: 'take_message',
    confirm: true,
    soft: ['name', 'phone'],
    done: {
      en: 'I have passed your message on. The team will get back to you.',
      hi: 'आपका संदेश पहुँचा दिया है। टीम आपसे संपर्क करेगी।',
      hinglish: 'Aapka message pahuncha diya hai. Team aapse contact karegi.',
      bn: 'আপনার বার্তা পৌঁছে দিয়েছি। দল আপনার সঙ্গে যোগাযোগ করবে।',
    },
  },
  create_lead: {
    name: 'create_lead',
    title: 'Note a lead',
    intents: ['create_lead'],
    phrases: [],
    slots: [
      slot('name', 'person', { en: 'What is the name?', hi: 'नाम क्या है?', hinglish: 'Naam kya hai?', bn: 'নাম কী?' }),
      optional(slot('company', 'company', { en: 'Which company?', hi: 'कौन सी कंपनी?', hinglish: 'Kaunsi company?', bn: 'কোন কোম্পানি?' })),
      slot('phone', 'phone', { en: 'What is the phone number?', hi: 'फ़ोन नंबर क्या है?', hinglish: 'Phone number kya hai?', bn: 'ফোন নম্বর কী?' }),
      email,
      optional(
        slot('interest', 'text', { en: 'What are you interested in?', hi: 'किसमें रुचि है?', hinglish: 'Kis cheez mein interest hai?', bn: 'কী বিষয়ে আগ্রহ?' }),
      ),
    ],
    tool: 'create_lead',
    confirm: true,
    soft: ['phone'],
    opening: 'interest',
    done: {
      en: 'Done, I have noted {name}. The team will be in touch.',
      hi: 'हो गया, {name} का नाम लिख लिया है। टीम संपर्क करेगी।',
      hinglish: 'Ho gaya, {name} ko note kar liya hai. Team contact karegi.',
      bn: 'হয়ে গেছে, {name}-এর তথ্য লিখে রেখেছি। দল যোগাযোগ করবে।',
    },
  },
  schedule_meeting: {
    name: 'schedule_meeting',
    title: 'Ask for a meeting',
    intents: ['schedule_meeting'],
    phrases: [],
    slots: [
      slot(
        'time',
        'time',
        {
          en: 'Which day and time would suit you?',
          hi: 'कौन सा दिन और समय ठीक रहेगा?',
          hinglish: 'Kaunsa din aur time theek rahega?',
          bn: 'কোন দিন ও সময় আপনার সুবিধা হবে?',
        },
        { future: true },
      ),
      yourName,
      yourPhone,
      optional(slot('with', 'person', { en: 'With whom?', hi: 'किसके साथ?', hinglish: 'Kiske saath?', bn: 'কার সঙ্গে?' })),
      email,
      topic,
    ],
    tool: 'schedule_meeting',
    confirm: true,
    soft: ['phone'],
    done: {
      en: 'I have asked for {time}. The team will confirm it with you.',
      hi: '{time} के लिए अनुरोध भेज दिया है। टीम आपको पुष्टि करेगी।',
      hinglish: '{time} ke liye request bhej di hai. Team aapko confirm karegi.',
      bn: '{time}-এর জন্য অনুরোধ পাঠিয়েছি। দল আপনাকে নিশ্চিত করবে।',
    },
  },
  reschedule_meeting: {
    name: 'reschedule_meeting',
    title: 'Ask to move a meeting',
    intents: ['reschedule'],
    phrases: [],
    slots: [
      slot(
        'new_time',
        'time',
        {
          en: 'To which day and time should it move?',
          hi: 'किस दिन और समय पर बदलना है?',
          hinglish: 'Kis din aur time par badalna hai?',
          bn: 'কোন দিন ও সময়ে সরাতে চান?',
        },
        { future: true },
      ),
      yourName,
      yourPhone,
    ],
    tool: 'reschedule_meeting',
    confirm: true,
    soft: ['name', 'phone'],
    done: {
      en: 'I have asked to move it to {new_time}. The team will confirm.',
      hi: 'इसे {new_time} पर बदलने का अनुरोध भेज दिया है। टीम पुष्टि करेगी।',
      hinglish: 'Ise {new_time} par badalne ki request bhej di hai. Team confirm karegi.',
      bn: 'এটি {new_time}-এ সরানোর অনুরোধ পাঠিয়েছি। দল নিশ্চিত করবে।',
    },
  },
  cancel_meeting: {
    name: 'cancel_meeting',
    title: 'Ask to cancel a meeting',
    intents: ['cancel'],
    phrases: [],
    slots: [yourName, yourPhone, optional(slot('time', 'time', { en: 'When was it?', hi: 'वह कब थी?', hinglish: 'Woh kab thi?', bn: 'সেটি কখন ছিল?' }))],
    tool: 'cancel_meeting',
    confirm: true,
    soft: ['name', 'phone'],
    done: {
      en: 'I have asked the team to cancel it.',
      hi: 'टीम को इसे रद्द करने के लिए कह दिया है।',
      hinglish: 'Team ko ise cancel karne ke liye keh diya hai.',
      bn: 'এটি বাতিল করতে দলকে বলে দিয়েছি।',
    },
  },
  create_task: {
    name: 'create_task',
    title: 'Note a task',
    intents: ['create_task'],
    phrases: [],
    slots: [
      slot('task', 'text', { en: 'What needs to be done?', hi: 'क्या काम करना है?', hinglish: 'Kya kaam karna hai?', bn: 'কী কাজ করতে হবে?' }),
      optional(slot('time', 'time', { en: 'By when?', hi: 'कब तक?', hinglish: 'Kab tak?', bn: 'কবের মধ্যে?' })),
      optional(slot('priority', 'priority', { en: 'How urgent is it?', hi: 'कितना ज़रूरी है?', hinglish: 'Kitna urgent hai?', bn: 'কতটা জরুরি?' })),
    ],
    tool: 'create_task',
    confirm: true,
    opening: 'task',
    done: { en: 'Noted: {task}', hi: 'लिख लिया: {task}', hinglish: 'Note kar liya: {task}', bn: 'লিখে রাখলাম: {task}' },
  },
  talk_to_human: {
    name: 'talk_to_human',
    title: 'Have a person call back',
    intents: ['talk_to_human'],
    phrases: ['call me back', 'ask someone to call me', 'मुझे वापस कॉल करें', 'mujhe call back karwa dijiye', 'আমাকে ফোন করতে বলুন'],
    slots: [
      yourPhone,
      optional(yourName),
      optional(slot('time', 'time', { en: 'When should they call?', hi: 'कब कॉल करें?', hinglish: 'Kab call karein?', bn: 'কখন ফোন করবেন?' }, { future: true })),
    ],
    tool: 'request_callback',
    confirm: true,
    done: {
      en: 'A person from the team will call you on {phone}.',
      hi: 'टीम से कोई आपको {phone} पर कॉल करेगा।',
      hinglish: 'Team se koi aapko {phone} par call karega.',
      bn: 'দলের একজন আপনাকে {phone} নম্বরে ফোন করবেন।',
    },
  },
  opt_out: {
    name: 'opt_out',
    title: 'Stop contacting',
    intents: ['opt_out'],
    phrases: [],
    slots: [optional(yourPhone)],
    tool: 'opt_out',
    confirm: false,
    askedIsYes: true,
    done: {
      en: 'Understood. I have noted that you do not want to be contacted any more. I am sorry for the trouble.',
      hi: 'समझ गई। लिख लिया है कि अब आपसे संपर्क न किया जाए। परेशानी के लिए माफ़ी।',
      hinglish: 'Samajh gayi. Note kar liya hai ki ab aapse contact na kiya jaye. Pareshani ke liye maafi.',
      bn: 'বুঝেছি। আপনার সঙ্গে আর যোগাযোগ না করার কথা লিখে রেখেছি। অসুবিধার জন্য দুঃখিত।',
    },
  },
}
