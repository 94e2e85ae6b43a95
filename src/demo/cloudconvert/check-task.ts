// What the fake refuses of a task, in the vendor's words.
import { isObject, type Value } from '../../contract/value.ts'
import { findOperation } from './operations.ts'
import { type Fields } from './state.ts'

/** Field and message of everything wrong with one task. */
export function checkTask(operation: string, payload: Fields): [field: string, message: string][] {
  const { required } = findOperation(operation)!
  const missing = required.filter((field) => isBlank(payload[field]))
  const problems = missing.map((field): [string, string] => [field, `The ${words(field)} field is required.`])
  for (const field of ['url', 'redirect', 'endpoint']) {
    const value = payload[field]
    if (value !== undefined && !isAddress(value)) problems.push([field, `The ${words(field)} format is invalid.`])
  }
  for (const field of ['timeout', 'width', 'height', 'count']) {
    const value = payload[field]
    if (value !== undefined && !Number.isInteger(Number(value))) {
      problems.push([field, `The ${words(field)} must be an integer.`])
    }
  }
  return problems
}

/** Whether a value is an http address without spaces, as RFC 3987 has it. */
export function isAddress(value: Value): boolean {
  return typeof value === 'string' && /^https?:\/\/[^\s/]\S*$/.test(value)
}

function isBlank(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) ? !value.length : isObject(value) && !Object.keys(value).length
}

function words(field: string): string {
  return field.replaceAll('_', ' ')
}
