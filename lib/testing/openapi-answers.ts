import { asObject, findOperation, inWords, join, loadSpecs, resolve, type Operation, type Spec } from './openapi-specs'

export type SeenAnswer = { method: string; path: string; status: number; body: unknown }

/**
 * Holds answers against Adobe's OpenAPI files in `directory`; answers what each finds wrong, in words that begin with
 * the place. A status that the file does not list is a finding, a body that it does not describe is not.
 */
export function createAnswerChecker(directory: string): (answer: SeenAnswer) => string[] {
  const { ajv, specs } = loadSpecs(directory)
  return ({ method, path, status, body }) => {
    const spec = specs.find(({ base }) => path.startsWith(`${base}/`))
    if (!spec) return [`path: no OpenAPI file describes ${path}`]
    const operation = findOperation(spec, method, path)
    if (!operation) return [`path: ${spec.file} has no ${method} ${path}`]
    const responses = asObject(operation.value['responses'])
    if (responses[String(status)] === undefined) return [`status: ${status} is not described`]
    const pointer = schemaPointer(spec, operation, String(status))
    if (pointer === undefined) return []
    const validate = ajv.compile({ $ref: `https://specs.test/${spec.file}#${pointer}` })
    return validate(body) ? [] : (validate.errors ?? []).map(inWords)
  }
}

/** JSON Pointer to the schema of an answer's body, in OpenAPI 3 or Swagger 2; undefined where it has none. */
function schemaPointer(spec: Spec, { pointer, value }: Operation, status: string): string | undefined {
  const given = asObject(value['responses'])[status]
  const reference = asObject(given)['$ref']
  const home = typeof reference === 'string' ? reference.slice(1) : join([...pointer, 'responses', status])
  const response = asObject(resolve(spec, given))
  if (response['schema'] !== undefined) return `${home}/schema`
  const content = asObject(response['content'])
  const type = Object.keys(content).find((name) => name.includes('json'))
  if (type === undefined || asObject(content[type])['schema'] === undefined) return undefined
  return home + join(['content', type, 'schema'])
}
