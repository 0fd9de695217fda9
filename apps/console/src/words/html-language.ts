/** Languages people speak, as attributes of HTML name them. */
export const htmlLanguage = { en: 'en', hi: 'hi', hinglish: 'hi-Latn', bn: 'bn' } as const
