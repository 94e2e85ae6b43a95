// What egress offers: one way to send a request to a vendor.
import { type VendorReply, type VendorRequest } from '../../src/contract/http.ts'

/** A value that shows itself only when asked by name. The vault's Secret is one. */
export interface Concealed {
  reveal(): string
}

/** Values of credential fields, by field key: what the `auth` of a request names. */
export type Credentials = Readonly<Record<string, Concealed>>

export interface SendOptions {
  /** Aborting it ends the request, at the vendor too. */
  signal: AbortSignal
  /** For everything: names, connection, redirects, reply. Milliseconds; at most and by default 30 000. */
  timeoutMs?: number
  /** Whether a GET may follow a redirect to this other origin; without it, none may. */
  mayRedirectTo?: (url: URL) => boolean
}

export interface Egress {
  /**
   * Sends a request with its credentials put in, and reads the whole reply.
   *
   * @throws CallFailure with a code for each way to fail; its message holds no credential and no address
   */
  send(request: VendorRequest, credentials: Credentials, options: SendOptions): Promise<VendorReply>
  /** Whether the operator listed this host and port in PRIVATE_HOSTS. */
  isPrivateHost(url: URL): boolean
  /** Waits for running requests, then closes all connections. */
  close(): Promise<void>
}
