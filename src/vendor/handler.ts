// A handler: what the verbs of a definition cannot say, written as code in src/vendor/<slug>.ts.
import { type RequestBinding } from '../contract/binding.ts'
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
  /** Most lists and objects in each other that a value may have. */
  depth: number
  /**
   * Builds a request from a binding, mostly the function's own, with any arguments: those of the call, or made of them.
   * The address of the file stays what is sent, whatever a handler does.
   */
  build: (binding: RequestBinding, args?: Arguments) => VendorRequest
  /** The JSON of a reply; throws what a reply that is no success means. */
  read: (reply: VendorReply) => Value
}

export type Handler = (context: HandlerContext) => CallPlan
