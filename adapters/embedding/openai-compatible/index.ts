export { createOpenAiEmbedder } from '#openai-embedder.ts'
