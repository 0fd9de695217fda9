export { createS3Blobs, type S3Blobs, type S3Place } from '#s3-blobs.ts'
