/** A WebSocket to a vendor, as the browser's standard describes it. */
export type VendorSocket = WebSocket

/**
 * Opens WebSockets to the outside. Like `Web`, it refuses private and special addresses after DNS unless the operator allows the host. `headers` carry keys. A
 * refusal or a failed handshake shows as `error` and `close` events; the `error` of the former has as its `cause` a `WebFault`, or a `PortFault` with the status
 * that was answered instead.
 */
export type OpenSocket = (url: string, it?: { headers?: Record<string, string>; protocols?: string[] }) => VendorSocket
