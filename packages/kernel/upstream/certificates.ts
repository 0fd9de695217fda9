import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import type { Log } from '#log.ts'
import { AddressRefusal } from '#upstream/address-book.ts'

/** A certificate, its key, and the authority that others must be known by, in PEM. */
export type CertificateTexts = { cert: string; key: string; ca?: string }

/** What a process shows others and believes of them, as its files say now. */
export type Certificates = {
  current(): CertificateTexts
  /** Whether other processes must show a certificate of the authority before their word for a caller is believed. */
  isMutual: boolean
  /** Tells of every change. */
  onChange(listener: (texts: CertificateTexts) => void): void
  close(): void
}

export type CertificateFiles = {
  certFile: string
  keyFile: string
  caFile?: string | undefined
  log: Log /** How often the files are looked at. */
  everyMs?: number
}

/**
 * Reads a certificate, its key and an authority, and again when the files change, until closed. Files that cannot be used later are left aside with a word in
 * the log. Throws `AddressRefusal` when they cannot be used now.
 */
export async function openCertificates({ certFile, keyFile, caFile, log, everyMs = 2_000 }: CertificateFiles): Promise<Certificates> {
  const read = async (): Promise<CertificateTexts> => {
    const [cert, key, ca] = await Promise.all([certFile, keyFile, ...(caFile === undefined ? [] : [caFile])].map((it) => readFile(it, 'utf8')))
    const texts = { cert: cert!, key: key!, ...(ca === undefined ? {} : { ca }) }
    createSecureContext(texts)
    return texts
  }
  let texts = await read().catch((error: unknown) => {
    const files = `MYNA_TLS_CERT ${certFile}, MYNA_TLS_KEY ${keyFile}${caFile ? `, MYNA_TLS_CA ${caFile}` : ''}`
    throw new AddressRefusal(`The certificate cannot be used (${files}): ${(error as Error).message}`)
  })
  const listeners: ((texts: CertificateTexts) => void)[] = []
  let refused = ''
  let toldExpired = ''

  const tellExpiry = () => {
    const { validTo } = new X509Certificate(texts.cert)
    if (Date.parse(validTo) > Date.now() || toldExpired === texts.cert) return
    toldExpired = texts.cert
    log.error({ file: certFile, validTo }, 'the certificate of this process has expired: others will not believe it; put a new one in its place')
  }
  const look = async () => {
    try {
      const now = await read()
      refused = ''
      if (now.cert !== texts.cert || now.key !== texts.key || now.ca !== texts.ca) {
        texts = now
        for (const listener of listeners) listener(texts)
        log.info({ file: certFile, validTo: new X509Certificate(texts.cert).validTo }, 'a new certificate is in use')
      }
    } catch (error) {
      const { message } = error as Error
      if (message !== refused) log.error({ err: error, file: certFile }, 'the new certificate cannot be used; the one before is kept')
      refused = message
    }
    tellExpiry()
  }
  tellExpiry()
  const timer = setInterval(() => void look(), everyMs).unref()
  return {
    current: () => texts,
    isMutual: caFile !== undefined,
    onChange: (listener) => void listeners.push(listener),
    close: () => clearInterval(timer),
  }
}
