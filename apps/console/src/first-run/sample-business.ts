import type { Category } from '#api/shapes.ts'

type Piece = { category: Category; kind: 'passage' | 'question'; title: string; text: string }

const weekdays = [1, 2, 3, 4, 5]

/** A business that exists only here, for people who want to hear an agent before they have a website to show it. */
export const sampleBusiness = {
  name: 'Sample Dental Clinic',
  config: {
    businessName: 'Sample Dental Clinic',
    greeting: 'Hello, this is Sample Dental Clinic. How can I help you?',
    instructions: 'Be brief and kind. Offer to take a message when the clinic has to decide.',
    timeZone: 'Asia/Kolkata',
    country: 'IN',
    hours: [...weekdays.map((day) => ({ day, from: '09:30', to: '19:00' })), { day: 6, from: '10:00', to: '14:00' }],
  },
  items: [
    {
      category: 'business_information',
      kind: 'passage',
      title: 'Who we are',
      text: 'Sample Dental Clinic is a dental clinic for families. Two dentists and a hygienist work here. We treat adults and children.',
    },
    {
      category: 'business_information',
      kind: 'question',
      title: 'When are you open?',
      text: 'We are open Monday to Friday from 9:30 to 19:00, and Saturday from 10:00 to 14:00. On Sunday we are closed.',
    },
    {
      category: 'pricing_billing',
      kind: 'question',
      title: 'How much is teeth whitening?',
      text: 'Teeth whitening costs ₹4,500 for both jaws and takes about an hour.',
    },
    {
      category: 'pricing_billing',
      kind: 'question',
      title: 'How much is a root canal?',
      text: 'A root canal costs from ₹7,000, depending on the tooth. The first look costs ₹300.',
    },
    {
      category: 'pricing_billing',
      kind: 'question',
      title: 'How much is a check-up and cleaning?',
      text: 'A check-up costs ₹300. Cleaning of all teeth costs ₹1,200.',
    },
    {
      category: 'pricing_billing',
      kind: 'question',
      title: 'How can I pay?',
      text: 'You can pay in cash, by card or by UPI. Treatment above ₹10,000 can be paid in three parts.',
    },
    {
      category: 'policies',
      kind: 'question',
      title: 'Can I cancel an appointment?',
      text: 'Yes. Please cancel or move an appointment at least 4 hours before; it costs nothing.',
    },
    {
      category: 'support_faq',
      kind: 'question',
      title: 'Do I need an appointment?',
      text: 'Please make an appointment. With strong pain you can come at once; we see you on the same day.',
    },
    { category: 'support_faq', kind: 'question', title: 'Do you treat children?', text: 'Yes, children from 3 years on. Please come with them.' },
    { category: 'support_faq', kind: 'question', title: 'Is there parking?', text: 'Yes, there are six places for cars behind the house.' },
    {
      category: 'emergency_contact',
      kind: 'question',
      title: 'What do I do in an emergency at night?',
      text: 'With heavy bleeding or swelling go to the nearest hospital. We call back at 9:30 in the morning.',
    },
  ] satisfies Piece[],
}
