// Operations under the names that CloudConvert knows them by.

/** Names of the original reference page, and CloudConvert's own: https://cloudconvert.com/docs/import-export/export-files */
const SPELLINGS: Record<string, string> = { 'export/aws-s3': 'export/s3' }

/**
 * The vendor's name of an operation.
 *
 * @example spellOperation('export/aws-s3') // 'export/s3'
 */
export function spellOperation(operation: string): string {
  return Object.hasOwn(SPELLINGS, operation) ? SPELLINGS[operation]! : operation
}
