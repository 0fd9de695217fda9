/** How long an access token is good for, in seconds. */
export const accessTokenSeconds = 600

/** How long a refresh token waits to be used, in ms. */
export const refreshTokenMs = 30 * 24 * 3_600_000

/** After this long a new key signs; the old one verifies for as long as its tokens live. */
export const signingKeyMs = 90 * 24 * 3_600_000
