import type { Words } from '../en.ts'

export const lists: Words['lists'] = {
  clear: 'चुनाव हटाएँ',
  done_one: '{{shown}} पंक्ति पर हो गया',
  done_other: '{{shown}} पंक्तियों पर हो गया',
  export: 'निर्यात करें',
  exported_one: '{{shown}} पंक्ति निर्यात की गई',
  exported_other: '{{shown}} पंक्तियाँ निर्यात की गईं',
  full_page: 'पूरा पृष्ठ खोलें',
  not_saved: 'सहेजा नहीं गया: {{what}}',
  select: '{{name}} चुनें',
  select_all: 'लोड की गई सभी पंक्तियाँ चुनें',
  selected_one: '{{shown}} चुनी गई',
  selected_other: '{{shown}} चुनी गईं',
  selection: 'चुनी गई पंक्तियों के साथ',
  some_failed: '{{of}} में से {{failed}} नहीं हो सके',
}

export const views: Words['views'] = {
  all: 'सब कुछ',
  delete: 'व्यू हटाएँ',
  deleted: '{{name}} हटा दिया गया',
  is_default: 'पहले खुलता है',
  label: 'व्यू',
  make_default: 'यह व्यू पहले खोलें',
  name: 'व्यू का नाम',
  name_missing: 'नाम लिखें।',
  no_default: 'पहले सब कुछ खोलें',
  save: 'व्यू सहेजें',
  save_changes: '{{name}} में बदलाव सहेजें',
  save_help: 'अभी दिख रहे फ़िल्टर और क्रम। आपके व्यू केवल आपको दिखते हैं।',
  save_new: 'नए व्यू के रूप में सहेजें',
  saved: '{{name}} सहेजा गया',
}
