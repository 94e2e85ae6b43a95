// A handler: what the verbs of a definition cannot say, written as code in src/vendor/<slug>.ts.
import { type FunctionDefinition, type IntegrationDefinition } from '../contract/definition.ts'
import { type VendorReply, type VendorRequest } from '../contract/http.ts'
import { type Value } from '../contract/value.ts'

/** A call as a conversation: yields requests, is resumed with replies, returns the value. Throws `CallFailure`. */
export type CallPlan = Generator<VendorRequest, Value, VendorReply>

/** Checked arguments, by name. */
export type Arguments = Record<string, Value>

/** What a handler works with. */
export interface HandlerContext {
  integration: IntegrationDefinition
  fn: FunctionDefinition
  args: Arguments
  /** Base URL of a server, checked. */
  serverUrl: (server: string) => string
}

export type Handler = (context: HandlerContext) => CallPlan
