/** What the gateway is given. */
export type Ports = {
  /** Where people reach Myna, such as `https://myna.example.com`. */
  publicUrl: string
  /** Lets the command line on the same machine act for the operator. */
  operatorToken: string
  /** Folder of the built console; undefined: no console here. */
  consoleFolder: string | undefined
  /** Services in other processes: name → `http://host:port`. */
  remotes: Readonly<Record<string, string>>
  /** Signs callers for those processes. */
  secret: Uint8Array
  version: string
}
