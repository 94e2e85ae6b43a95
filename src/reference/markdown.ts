// The reference of an integration as Markdown: the same facts as the page, for agents, `docs.read` and Copy.
import { catalogCounts } from '../catalog/counts.ts'
import { type FunctionDefinition, type IntegrationDefinition } from '../contract/definition.ts'
import { ERROR_KINDS, type ErrorCode } from '../contract/errors.ts'
import { type Example, examplesOf, listStarters } from './examples.ts'
import { type Field, listFields } from './fields.ts'
import { nestHeadings } from './guide.ts'
import { SECTIONS } from './headings.ts'
import { describePages, formatRequest, labelEffect, labelNeeds, labelOperation, listFacts } from './labels.ts'
import { listResults, nameType, type Result } from './results.ts'
import { sectionExample } from './section-example.ts'
import { fullName, luaPath, namespaceOf } from './snippets.ts'

/** What is written of one integration. */
export interface Reference {
  definition: IntegrationDefinition
  /** Markdown of the agent-facing guide; may be empty. */
  guide: string
  examples: Example[]
}

/** The title of an integration's page. */
export function titleOf({ name }: { name: string }): string {
  return `${name} Lua API for KosmoKrator Agents`
}

/** The whole page as Markdown, functions as second-level headings. Ends with a newline. */
export function writeMarkdown({ definition, guide, examples }: Reference): string {
  const { functions } = definition
  const facts = listFacts(catalogCounts(functions), definition.auth)
  return (
    [
      `# ${titleOf(definition)}`,
      definition.summary,
      facts.map((fact) => fact.join(' ')).join(' · '),
      `Namespace: \`${namespaceOf(definition)}\``,
      functions
        .map(({ name, summary, effect }) => `- \`${name}\` (${labelEffect(effect).toLowerCase()}): ${summary}`)
        .join('\n'),
      ...listResults(functions).map(({ fn, result }) => writeFunction(definition, fn, result, examples)),
      `## ${SECTIONS.accounts}`,
      'A script may name an account after the namespace; without a name the default account is used.',
      writeCode(sectionExample('accounts', definition, examples)),
      ...listStarters(examples).map((starter) => `### Script to begin with: ${starter.title}\n\n${writeCode(starter)}`),
      ...(guide ? [`## ${SECTIONS.guide}`, nestHeadings(guide)] : []),
      `## ${SECTIONS.metadata}`,
      writeCode(sectionExample('metadata', definition, examples)),
    ].join('\n\n') + '\n'
  )
}

function writeFunction(
  integration: IntegrationDefinition,
  fn: FunctionDefinition,
  result: Result,
  examples: Example[],
): string {
  const needs = labelNeeds(integration, fn)
  const pages = describePages(fn)
  const errors = Object.entries(fn.errors) as [ErrorCode, string][]
  return [
    `## ${fn.name}`,
    fn.description,
    [
      `- Operation: ${labelOperation(fn.effect)}${fn.effect === 'destructive' ? ' (destructive)' : ''}`,
      `- Lua path: \`${luaPath(integration, fn)}\``,
      `- Full name: \`${fullName(integration, fn)}\``,
      ...(needs ? [`- Needs the credentials: ${needs}`] : []),
      ...(fn.aliases.length ? [`- Also as: ${fn.aliases.map((alias) => `\`${alias}\``).join(', ')}`] : []),
      ...(fn.inverse ? [`- Undone by: \`${fn.inverse}\``] : []),
      ...(fn.openWorld ? [`- Reaches further: ${fn.openWorld}`] : []),
      ...(fn.billed ? [`- Costs: ${fn.billed}`] : []),
      ...(pages ? [`- Pages: ${pages}`] : []),
      ...(fn.limits ? [`- Limits: ${fn.limits}`] : []),
      ...(fn.source ? [`- Vendor documentation: ${fn.source}`] : []),
    ].join('\n'),
    '### Parameters',
    writeParameters(listFields(fn.input)),
    '### Result',
    writeResult(result),
    ...(errors.length
      ? ['### Errors', errors.map(([code, when]) => `- \`${code}\`: ${when} ${ERROR_KINDS[code].hint}`).join('\n')]
      : []),
    ...examplesOf(fn.name, examples).map((example) => writeExample(fn, example)),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function writeParameters(fields: Field[]): string {
  if (!fields.length) return 'No parameters.'
  return ['| Parameter | Type | Required | Description |', '|---|---|---|---|', ...listRows(fields)].join('\n')
}

/** One row per parameter, those inside an object or a list below it: `tasks[].operation`. */
function listRows(fields: Field[], path = ''): string[] {
  return fields.flatMap((field) => {
    const name = path + field.name
    const about = [field.description, field.default !== undefined && `Default \`${field.default}\`.`]
    const cells = [`\`${name}\``, field.type, field.required ? 'yes' : 'no', about.filter(Boolean).join(' ')]
    const row = `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
    return [row, ...listRows(field.fields, `${name}${field.type.startsWith('list') ? '[].' : '.'}`)]
  })
}

function writeResult({ type, fields, alike, otherwise }: Result): string {
  const what = nameType(type)
  const or = otherwise.length ? ['Or an object:', writeFields(otherwise)] : []
  if (alike) return [`${what}${type ? ', each' : ''} with the fields that \`${alike}\` describes.`, ...or].join('\n\n')
  return [type && `${what}.`, writeFields(fields), ...or].filter(Boolean).join('\n\n')
}

function writeFields(fields: Field[], indent = ''): string {
  return fields
    .map(({ name, type, description, alike, fields: within }) => {
      const about = [description, alike && `With the fields that \`${alike}\` describes.`].filter(Boolean).join(' ')
      const line = `${indent}- \`${name}\` (${type})${about ? `: ${about}` : ''}`
      return [line, ...(within.length ? [writeFields(within, `${indent}  `)] : [])].join('\n')
    })
    .join('\n')
}

/** An example with what its call of this function sends, not one that it calls on the way. */
function writeExample(fn: FunctionDefinition, example: Example): string {
  const requests = example.recording?.calls.find((call) => call.function === fn.name)?.requests ?? []
  return [
    `### Example: ${example.title}`,
    writeCode(example),
    ...(requests.length
      ? [requests.length === 1 ? 'Request to the vendor:' : 'Requests to the vendor, in order:']
      : []),
    ...requests.map((request) => fence('http', formatRequest(request))),
  ].join('\n\n')
}

/** An example as its source and, where it was recorded, its output. */
export function writeCode({ source, recording }: Pick<Example, 'source' | 'recording'>): string {
  const output = recording?.output
  return [fence('lua', source), ...(output ? ['Output:', fence('', output)] : [])].join('\n\n')
}

/** A fenced block; the fence is longer than any run of backticks inside. */
function fence(language: string, text: string): string {
  const runs = [...text.matchAll(/`{3,}/g)].map(([run]) => run.length)
  const ticks = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)))
  return `${ticks}${language}\n${text.trimEnd()}\n${ticks}`
}
