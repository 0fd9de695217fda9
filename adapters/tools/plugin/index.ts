export { createPluginFolder, type OpenPluginFolder } from '#plugin-folder.ts'
