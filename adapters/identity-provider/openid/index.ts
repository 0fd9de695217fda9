export { createOpenidProvider } from '#openid-provider.ts'
export { createGithub, createGoogle, createMicrosoft } from '#vendors.ts'
