// What every handler knows of a request, beside the request itself.

export interface HttpEnvironment {
  Variables: {
    /** Names this request in the log, in the reply's X-Request-Id and in internal errors. */
    requestId: string
    /** Our own origin as this request names it; checked against the allowed ones. */
    origin: string
    clientIp: string
    /** Whether it came over TLS, as a trusted proxy says. */
    secure: boolean
  }
}
