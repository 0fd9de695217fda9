export { createOpenAiSpeech } from '#openai-speech.ts'
