/** Words of search, notifications, what needs attention, and the first run. */
export const search = {
  items: 'जानकारी',
  members: 'सदस्य',
  place_call: 'कॉल करें',
  recent: 'हाल में इस्तेमाल',
  searching: 'खोज रहे हैं…',
}

export const told = {
  empty: 'अभी बताने को कुछ नहीं',
  empty_body: 'बने हुए एजेंट, कॉल करने वालों की माँगें, बिगड़ते एप्लिकेशन और असामान्य साइन-इन यहाँ बताए जाते हैं।',
  kind: {
    'agent-built': 'बन गया: {{name}}',
    'agent-failed': 'नहीं बन सका: {{name}}',
    'errand-noted': 'एक कॉल करने वाला आपसे कुछ चाहता है',
    'app-unwell': 'काम नहीं कर रहा: {{name}}',
    'app-recovered': 'फिर काम कर रहा है: {{name}}',
    'signal-raised': 'ऑडिट लॉग में यह देखें: {{name}}',
    'sign-in-suspicious': 'किसी ने आपके नाम से असामान्य तरीके से साइन इन किया',
    'account-attacked': 'किसी ने आपकी पहचान का अनुमान लगाने की कोशिश की',
  },
  new: 'नया',
  something: 'कुछ जिसका नाम नहीं है',
  title: 'सूचनाएँ',
  title_unread: 'सूचनाएँ {{shown}} नई',
}

export const attention = {
  agent_unpublished: '{{name}} कभी प्रकाशित नहीं हुआ: कॉल करने वाले उस तक नहीं पहुँच सकते।',
  as_of: '{{time}} की स्थिति',
  fine: 'अभी आपकी ज़रूरत किसी को नहीं है।',
  live: 'अभी चल रही कॉल',
  live_none: 'कोई कॉल नहीं चल रही।',
  number_without_agent: '{{number}} का कोई एजेंट नहीं है: कॉल करने वाले सुनते हैं कि यह सेवा में नहीं है।',
  provider_fails: '{{name}} जवाब नहीं दे रहा: {{error}}',
  provider_fails_plain: '{{name}} जवाब नहीं दे रहा।',
  questions_one: '{{shown}} सवाल जिसका आपके एजेंट जवाब नहीं दे सके।',
  questions_other: '{{shown}} सवाल जिनका आपके एजेंट जवाब नहीं दे सके।',
  title: 'ध्यान चाहिए',
}

export const figures = {
  alone: 'बिना किसी व्यक्ति के',
  answered: 'एजेंट से बात हुई',
  answered_note: 'आज की कॉल में से',
  calls: 'आज की कॉल',
  latency: 'एजेंट के जवाब तक',
  latency_note_one: 'पिछली कॉल का',
  latency_note_other: 'पिछली {{shown}} कॉल का मध्य',
  minutes: 'आज के मिनट',
  of_last_one: 'पिछली कॉल में',
  of_last_other: 'पिछली {{shown}} कॉल में से',
  title: 'आज',
  unanswered: 'खुले सवाल',
}

export const begin = {
  dismiss: 'ये कदम छिपाएँ',
  done: '{{of}} में से {{done}} पूरे',
  sample: 'वेबसाइट नहीं है? नमूना व्यवसाय लें',
  sample_act: 'नमूना एजेंट बनाएँ',
  sample_busy: 'नमूना एजेंट बन रहा है…',
  sample_help: 'समय, दाम और जवाबों वाला एक दाँतों का क्लिनिक। आप उससे तुरंत बात कर सकते हैं और सब कुछ बदल सकते हैं।',
  sample_step: { agent: 'एजेंट बन रहा है', items: 'व्यवसाय की जानकारी सिखाई जा रही है', publish: 'प्रकाशित हो रहा है' },
}
