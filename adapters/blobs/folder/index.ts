export { createFolderBlobs } from './folder-blobs.ts'
