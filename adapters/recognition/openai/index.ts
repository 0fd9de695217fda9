export { createOpenAiRecognition, type OpenAiRecognitionOptions } from '#openai-recognition.ts'
