export { createGoogleSpeech } from '#google-speech.ts'
