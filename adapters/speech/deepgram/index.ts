export { createDeepgramSpeech } from '#deepgram-speech.ts'
