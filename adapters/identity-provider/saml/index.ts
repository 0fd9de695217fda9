export { createSamlProtocol } from '#saml-protocol.ts'
