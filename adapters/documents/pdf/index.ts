export { createPdfReader } from '#pdf-reader.ts'
