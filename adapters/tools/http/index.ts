export { createHttpToolRunner } from '#http-tool-runner.ts'
