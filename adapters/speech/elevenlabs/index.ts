export { createElevenLabsSpeech } from '#elevenlabs-speech.ts'
