export { createLanguageModels } from '#language-models.ts'
