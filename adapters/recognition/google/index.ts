export { createGoogleRecognition, type GoogleRecognitionOptions } from '#google-recognition.ts'
