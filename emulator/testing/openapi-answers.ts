import fs from 'node:fs'
import path from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

type Tree = Record<string, unknown>
type Spec = { file: string; document: Tree }

export type ObservedAnswer = { method: string; path: string; status: number; body: unknown }

const files = {
  '/data/foundation/flowservice': 'flow-service.yaml',
  '/data/foundation/schemaregistry': 'schema-registry.yaml',
  '/data/foundation/catalog': 'catalog.yaml',
  '/data/foundation/conversion': 'data-prep.yaml',
}

/**
 * Holds answers against Adobe's OpenAPI files in `directory`: what each finds wrong, in words that begin with the
 * place. An answer of a status that the file does not describe is wrong too.
 */
export function createAnswerChecker(directory: string): (answer: ObservedAnswer) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  // ajv-formats is CommonJS: its default export hides under `default` in some loaders.
  const formats = addFormats as unknown as ((ajv: Ajv) => void) & { default?: (ajv: Ajv) => void }
  ;(formats.default ?? formats)(ajv)
  const specs = Object.entries(files).map(([base, file]): [string, Spec] => {
    const document: Tree = parse(fs.readFileSync(path.join(directory, file), 'utf8'))
    ajv.addSchema({ ...asTree(withoutExamples(document)), $id: `https://answers.test/${file}` })
    return [base, { file, document }]
  })
  return (answer) => {
    const [base, spec] = specs.find(([start]) => answer.path.startsWith(`${start}/`)) ?? []
    if (base === undefined || spec === undefined) return [`path: no OpenAPI file describes ${answer.path}`]
    const template = findTemplate(spec, answer, answer.path.slice(base.length).split('?')[0] ?? '')
    if (template === undefined) return [`path: ${spec.file} has no ${answer.method} ${answer.path}`]
    return checkBody(ajv, spec, ['paths', template, answer.method.toLowerCase(), 'responses', String(answer.status)], answer.body)
  }
}

/** The described path that fits: the one with the most fixed words. */
function findTemplate({ document }: Spec, { method }: ObservedAnswer, address: string): string | undefined {
  const given = address.replace(/\/$/, '').split('/')
  const fixed = (template: string) => template.split('/').filter((part) => !part.startsWith('{')).length
  return Object.entries(asTree(document['paths']))
    .filter(([template, item]) => {
      const parts = template.replace(/\/$/, '').split('/')
      const fits = parts.length === given.length && parts.every((part, index) => part.startsWith('{') || part === given[index])
      return fits && method.toLowerCase() in asTree(item)
    })
    .map(([template]) => template)
    .sort((a, b) => fixed(b) - fixed(a))[0]
}

function checkBody(ajv: Ajv, { file, document }: Spec, pointer: string[], body: unknown): string[] {
  const described = at(document, pointer)
  if (described === undefined) return [`status: ${pointer.at(-1) ?? ''} is not described`]
  const keys = schemaKeys(asTree(described))
  if (keys === undefined) return []
  const validate = ajv.compile({ $ref: `https://answers.test/${file}#${join([...pointer, ...keys])}` })
  return validate(body) ? [] : (validate.errors ?? []).map(inWords)
}

/** Where the schema of a response stands, in OpenAPI 3 or Swagger 2; undefined where there is none. */
function schemaKeys(response: Tree): string[] | undefined {
  if (response['schema'] !== undefined) return ['schema']
  const [type, content] = Object.entries(asTree(response['content']))[0] ?? []
  return type === undefined || asTree(content)['schema'] === undefined ? undefined : ['content', type, 'schema']
}

/** Examples hold resources with `$id`s of their own, which ajv would take for schemas. */
function withoutExamples(value: unknown, parent = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutExamples(item))
  if (typeof value !== 'object' || value === null) return value
  const isKept = ([key, inner]: [string, unknown]) =>
    parent === 'properties' || !(key === 'example' || key === 'examples' || (key === '$id' && typeof inner === 'string'))
  return Object.fromEntries(Object.entries(value).filter(isKept).map(([key, inner]) => [key, withoutExamples(inner, key)]))
}

const at = (tree: unknown, keys: string[]) => keys.reduce<unknown>((value, key) => asTree(value)[key], tree)
const join = (keys: string[]) => keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
const inWords = ({ instancePath, message }: ErrorObject) => `body${instancePath.replaceAll(/\/\d+/g, '/*')}: ${message ?? ''}`
const asTree = (value: unknown): Tree => (typeof value === 'object' && value !== null ? (value as Tree) : {})
