export { createCsvReader } from '#csv-reader.ts'
export { createTextReaders } from '#text-readers.ts'
