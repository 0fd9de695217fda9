export { createOpenidProvider } from '#openid-provider.ts'
export { createGithub } from '#github.ts'
export { createGoogle, createMicrosoft } from '#vendors.ts'
