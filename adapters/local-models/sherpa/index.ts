export { createSherpaRecognition } from './recognition.ts'
export { createSherpaSpeech } from './speech.ts'
