export { createElevenLabsRecognition, type ElevenLabsRecognitionOptions } from '#elevenlabs-recognition.ts'
