/** What must not be kept of what callers say. */
export type SecretKind =
  | 'card'
  | 'cvv'
  | 'expiry'
  | 'aadhaar'
  | 'pan'
  | 'ssn'
  | 'passport'
  | 'iban'
  | 'bank_account'
  | 'upi_pin'
  | 'otp'
  | 'password'
  | 'national_id'
/** A secret and where it stands: UTF-16 offsets into the text as given, `end` not included. */
export type Secret = { kind: SecretKind; start: number; end: number }
