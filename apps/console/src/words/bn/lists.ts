import type { Words } from '../en.ts'

export const lists: Words['lists'] = {
  clear: 'বাছাই মুছুন',
  done_one: '{{shown}}টি সারিতে হয়ে গেছে',
  done_other: '{{shown}}টি সারিতে হয়ে গেছে',
  export: 'রপ্তানি করুন',
  exported_one: '{{shown}}টি সারি রপ্তানি হয়েছে',
  exported_other: '{{shown}}টি সারি রপ্তানি হয়েছে',
  full_page: 'পুরো পৃষ্ঠা খুলুন',
  not_saved: 'সংরক্ষণ হয়নি: {{what}}',
  select: '{{name}} বাছুন',
  select_all: 'লোড হওয়া সব সারি বাছুন',
  selected_one: '{{shown}}টি বাছা হয়েছে',
  selected_other: '{{shown}}টি বাছা হয়েছে',
  selection: 'বাছা সারিগুলো নিয়ে',
  some_failed: '{{of}}টির মধ্যে {{failed}}টি করা যায়নি',
}

export const views: Words['views'] = {
  all: 'সবকিছু',
  delete: 'ভিউ মুছুন',
  deleted: '{{name}} মুছে ফেলা হয়েছে',
  is_default: 'প্রথমে খোলে',
  label: 'ভিউ',
  make_default: 'এই ভিউ প্রথমে খুলুন',
  name: 'ভিউয়ের নাম',
  name_missing: 'একটি নাম লিখুন।',
  no_default: 'প্রথমে সবকিছু খুলুন',
  save: 'ভিউ সংরক্ষণ করুন',
  save_changes: '{{name}}-এ বদল সংরক্ষণ করুন',
  save_help: 'এখন যে ফিল্টার ও ক্রম দেখছেন। আপনার ভিউ শুধু আপনি দেখেন।',
  save_new: 'নতুন ভিউ হিসেবে সংরক্ষণ করুন',
  saved: '{{name}} সংরক্ষিত হয়েছে',
}
