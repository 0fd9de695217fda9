import { expect, it } from 'vitest'
import { signRequest } from '#sign-request.ts'

// "GET Object" and "GET Bucket (List Objects)" of the documentation of Signature Version 4 for S3.
const signer = { key: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', region: 'us-east-1' }
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const headers = { host: 'examplebucket.s3.amazonaws.com', 'x-amz-content-sha256': sha256, 'x-amz-date': '20130524T000000Z' }
const at = new Date('2013-05-24T00:00:00Z')

it('signs as the documentation of the protocol does', () => {
  const get = { method: 'GET', path: '/test.txt', query: {}, headers: { ...headers, range: 'bytes=0-9' }, sha256, at }
  expect(signRequest(get, signer)).toMatch(/Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41$/)
  const list = { method: 'GET', path: '/', query: { prefix: 'J', 'max-keys': '2' }, headers, sha256, at }
  expect(signRequest(list, signer)).toMatch(/Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/)
})
