export { createDocxReader, createXlsxReader } from '#office-readers.ts'
