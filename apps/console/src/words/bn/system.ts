/** Words of search, notifications, what needs attention, and the first run. */
export const search = {
  items: 'জ্ঞান',
  members: 'সদস্য',
  place_call: 'কল করুন',
  recent: 'সম্প্রতি ব্যবহৃত',
  searching: 'খোঁজা হচ্ছে…',
}

export const told = {
  empty: 'এখনও জানানোর কিছু নেই',
  empty_body: 'তৈরি হওয়া এজেন্ট, কলকারীদের চাওয়া, বিকল অ্যাপ্লিকেশন আর অস্বাভাবিক সাইন-ইন এখানে জানানো হয়।',
  kind: {
    'agent-built': 'তৈরি হয়েছে: {{name}}',
    'agent-failed': 'তৈরি করা যায়নি: {{name}}',
    'errand-noted': 'একজন কলকারী আপনার কাছে কিছু চান',
    'app-unwell': 'কাজ করছে না: {{name}}',
    'app-recovered': 'আবার কাজ করছে: {{name}}',
    'signal-raised': 'অডিট লগে এটি দেখুন: {{name}}',
    'sign-in-suspicious': 'কেউ অস্বাভাবিকভাবে আপনার নামে সাইন ইন করেছে',
    'account-attacked': 'কেউ আপনার পরিচয় অনুমান করার চেষ্টা করেছে',
  },
  new: 'নতুন',
  something: 'নামহীন কিছু',
  title: 'বিজ্ঞপ্তি',
  title_unread: 'বিজ্ঞপ্তি {{shown}}টি নতুন',
}

export const attention = {
  agent_unpublished: '{{name}} কখনও প্রকাশিত হয়নি: কলকারীরা তার কাছে পৌঁছাতে পারে না।',
  as_of: '{{time}}-এর অবস্থা',
  fine: 'এখন আপনার কিছু করার নেই।',
  live: 'এখন চলছে',
  live_none: 'কোনো কল চলছে না।',
  number_without_agent: '{{number}}-এর কোনো এজেন্ট নেই: কলকারীরা শোনেন যে এটি চালু নেই।',
  provider_fails: '{{name}} সাড়া দিচ্ছে না: {{error}}',
  provider_fails_plain: '{{name}} সাড়া দিচ্ছে না।',
  questions_one: '{{shown}}টি প্রশ্নের উত্তর আপনার এজেন্টরা দিতে পারেনি।',
  questions_other: '{{shown}}টি প্রশ্নের উত্তর আপনার এজেন্টরা দিতে পারেনি।',
  title: 'মনোযোগ দরকার',
}

export const figures = {
  alone: 'কোনো ব্যক্তি ছাড়াই',
  answered: 'এজেন্টের সঙ্গে কথা হয়েছে',
  answered_note: 'আজকের কলের মধ্যে',
  calls: 'আজকের কল',
  latency: 'এজেন্টের উত্তর পর্যন্ত',
  latency_note_one: 'শেষ কলের',
  latency_note_other: 'শেষ {{shown}}টি কলের মধ্যক',
  minutes: 'আজকের মিনিট',
  of_last_one: 'শেষ কলে',
  of_last_other: 'শেষ {{shown}}টি কলের মধ্যে',
  title: 'আজ',
  unanswered: 'খোলা প্রশ্ন',
}

export const begin = {
  dismiss: 'ধাপগুলি লুকান',
  done: '{{of}}টির মধ্যে {{done}}টি হয়েছে',
  sample: 'ওয়েবসাইট নেই? নমুনা ব্যবসা নিন',
  sample_act: 'নমুনা এজেন্ট তৈরি করুন',
  sample_busy: 'নমুনা এজেন্ট তৈরি হচ্ছে…',
  sample_help: 'সময়, দাম আর উত্তরসহ একটি দাঁতের ক্লিনিক। এর সঙ্গে এখনই কথা বলতে পারেন, সব কিছু বদলাতেও পারেন।',
  sample_step: { agent: 'এজেন্ট তৈরি হচ্ছে', items: 'ব্যবসার কথা শেখানো হচ্ছে', publish: 'প্রকাশ করা হচ্ছে' },
}
