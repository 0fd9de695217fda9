import type { Category } from '@myna/contracts/knowledge'
import { describe, expect, it } from 'vitest'
import { sortInto } from './category.ts'

const sorted = (title: string, text: string, urlPath = '/') => sortInto({ title, subject: '', text, label: null, kind: 'passage', urlPath, types: [] })

describe('sorting', () => {
  it.each<[string, string, Category]>([
    ['Contact us', 'Visit our showroom at 5 Main Road. Open Monday to Saturday.', 'business_information'],
    ['Our services', 'We install and repair air conditioners.', 'products_services'],
    ['Frequently asked questions', 'How do I reset my password?', 'support_faq'],
    ['Our story', 'Founded in 1988 by two brothers, now in its third generation.', 'company_history'],
    ['Returns', 'Items may be returned within 14 days for a refund.', 'policies'],
    ['How it works', 'Step 1: fill in the form. Then we confirm your booking.', 'processes_procedures'],
    ['Latest news', 'Workshop on Saturday, 5 May. Events are announced here.', 'events_news'],
    ['Specifications', 'Resolution 1920 x 1080, weight 4 kg, 12 V', 'technical_specs'],
    ['Price list', 'Haircut ₹600 per person, GST extra', 'pricing_billing'],
    ['Our fleet', 'SUV, sedan and 18-seater vehicles', 'inventory_stock'],
    ['Privacy policy', 'Personal data is not passed to third parties; terms and conditions apply.', 'legal_compliance'],
    ['Become a partner', 'Franchise and dealership enquiries are welcome.', 'partnerships'],
    ['Special offer', 'Use coupon code FEST for a 20 percent discount, limited time only.', 'marketing_promotions'],
    ['Courses', 'Students learn in small batches; admission is open.', 'training_education'],
    ['Quality', 'ISO 9001 certified, every part is tested and inspected.', 'quality_standards'],
    ['What our clients say', '"I was very happy, highly recommend them."', 'feedback_reviews'],
    ['Emergency', 'Call our 24 hour emergency helpline or an ambulance.', 'emergency_contact'],
    ['Minimum order', 'Orders must be at least 50 pieces, with two days advance notice.', 'custom_business_logic'],
    ['मूल्य सूची', 'सामान्य जाँच का शुल्क 200 रुपये', 'pricing_billing'],
    ['যোগাযোগ', 'ঠিকানা ও ফোন', 'business_information'],
    ['Kiraya', 'AC cab ka kiraya 12 rupaye per km', 'pricing_billing'],
  ])('puts "%s" where it belongs', (title, text, category) => expect(sorted(title, text).category).toBe(category))

  it('is unsure where no words speak', () => expect(sorted('', 'Zq xv wmp').certainty).toBeLessThan(0.3))

  it('counts what the address of the page says', () => expect(sorted('Details', 'Within 10 days.', '/return-policy').category).toBe('policies'))
})
