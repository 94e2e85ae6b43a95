// The examples of the sections about accounts and full names: written for the integration, or made from its definition.
import { type IntegrationDefinition } from '../contract/definition.ts'
import { type Example, exampleOfSection } from './examples.ts'
import { accountCalls, metadataExample } from './snippets.ts'

/** The example of a section; one that is made from the definition has no recording. */
export function sectionExample(
  section: 'accounts' | 'metadata',
  definition: IntegrationDefinition,
  examples: readonly Example[],
): Pick<Example, 'title' | 'source' | 'recording'> {
  const written = exampleOfSection(section, examples)
  if (written) return written
  return section === 'accounts'
    ? { title: 'Choose the account', source: accountCalls(definition), recording: null }
    : { title: 'Call by the full name', source: metadataExample(definition), recording: null }
}
