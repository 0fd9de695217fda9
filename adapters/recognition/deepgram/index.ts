export { createDeepgramRecognition, type DeepgramRecognitionOptions } from '#deepgram-recognition.ts'
