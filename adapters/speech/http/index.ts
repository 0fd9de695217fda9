export { createHttpSpeech, type HttpSpeechSettings, type HttpVoice, type SoundAnswer } from '#http-speech.ts'
export { readHttpSpeechOptions } from '#read-options.ts'
