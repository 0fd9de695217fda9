import type { Category } from '#api/shapes.ts'

/** The 18 categories in the order people look for them. */
export const categories = [
  'business_information',
  'products_services',
  'pricing_billing',
  'support_faq',
  'policies',
  'processes_procedures',
  'inventory_stock',
  'technical_specs',
  'marketing_promotions',
  'events_news',
  'company_history',
  'partnerships',
  'quality_standards',
  'feedback_reviews',
  'training_education',
  'legal_compliance',
  'emergency_contact',
  'custom_business_logic',
] as const satisfies readonly Category[]
