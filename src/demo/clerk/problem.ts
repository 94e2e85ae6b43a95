// Refusals of the fake, in the words of Clerk's index of Backend API errors.
// Vendor documentation: https://clerk.com/docs/guides/development/errors/backend-api
import { type Fields } from './state.ts'

/** One entry of `errors` in the body. */
export interface Problem {
  message: string
  long_message: string
  code: string
  meta?: Fields
}

/** Ends a request with a status and a body of errors; whatever it changed is given up. */
export class ClerkRefusal extends Error {
  override name = 'ClerkRefusal'
  readonly status: number
  readonly problems: Problem[]

  constructor(status: number, ...problems: Problem[]) {
    super(problems.map(({ code }) => code).join(', '))
    this.status = status
    this.problems = problems
  }
}

export function describeProblem(code: string, message: string, long = message, meta?: Fields): Problem {
  return { message, long_message: long, code, ...(meta && { meta }) }
}

/** A refusal with one error. */
export function refuse(status: number, code: string, message: string, long = message, meta?: Fields): ClerkRefusal {
  return new ClerkRefusal(status, describeProblem(code, message, long, meta))
}

export function refuseNotFound(long: string, message = 'not found'): ClerkRefusal {
  return refuse(404, 'resource_not_found', message, long)
}

/** What is wrong with one parameter. Code and texts are those of the vendor. */
export const parameterProblems = {
  missing: (name: string) => about(name, 'form_param_missing', 'is missing', `${name} must be included.`),
  unknown: (name: string) =>
    about(name, 'form_param_unknown', 'is unknown', `${name} is not a valid parameter for this request.`),
  wrongType: (name: string, type: string) =>
    about(name, 'form_param_type_invalid', 'is invalid', `\`${name}\` must be a \`${type}\`.`),
  wrongValue: (name: string, value: string) =>
    about(
      name,
      'form_param_value_invalid',
      'is invalid',
      `${value} does not match one of the allowed values for parameter ${name}`,
    ),
  invalid: (name: string) => about(name, 'form_param_value_invalid', 'is invalid', `${name} is invalid`),
  wrongFormat: (name: string, long: string) => about(name, 'form_param_format_invalid', 'is invalid', long),
  wrongTime: (name: string) =>
    about(
      name,
      'form_param_invalid_time',
      'invalid format',
      `${name} must contain a datetime specified in RFC3339 format (e.g. \`2022-10-20T10:00:27.645Z\`).`,
    ),
  tooLong: (name: string, limit: number) =>
    about(
      name,
      'form_param_max_length_exceeded',
      'exceeds maximum length',
      `${name} should not exceed ${limit} characters.`,
    ),
  tooMany: (name: string, limit: number) =>
    about(name, 'form_param_array_size_exceeded', 'exceeds maximum size', `${name} should not exceed ${limit} items.`),
  duplicate: (name: string) =>
    about(name, 'form_param_duplicate', 'is duplicate', `${name} included multiple times. There should only be one.`),
  taken: (name: string) =>
    about(name, 'form_identifier_exists', `That ${name.replaceAll('_', ' ')} is taken. Please try another.`),
  missingResource: (name: string) =>
    about(
      name,
      'form_resource_not_found',
      'is missing',
      `The resource associated with the supplied ${name} was not found.`,
    ),
}

function about(name: string, code: string, message: string, long = message): Problem {
  return describeProblem(code, message, long, { param_name: name })
}
