import { exportNames, keptBy, startsAfterSeconds, type AnswerForm, type ExportCall, type ExportPlan } from './export-calls'

type Script = { listen: 'prerequest' | 'test'; script: { type: 'text/javascript'; exec: string[] } }
type Variable = { key: string; value: string; type: 'string'; description?: string }

/** A Postman collection, format v2.1.0, as far as exports use it. */
export type PostmanCollection = {
  info: { name: string; description: string; schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' }
  auth: { type: 'bearer'; bearer: { key: 'token'; value: string; type: 'string' }[] }
  event: Script[]
  variable: Variable[]
  item: {
    name: string
    event: Script[]
    request: {
      method: string
      header: { key: string; value: string }[]
      url: string
      body?: { mode: 'raw'; raw: string; options: { raw: { language: 'json' } } }
    }
    response: []
  }[]
}

/** Where the id is in an answer, as JavaScript. */
const readers: Record<AnswerForm, string> = {
  registry: "answer['$id']",
  descriptor: "answer['@id']",
  dataset: "answer[0].split('/').pop()",
  item: '(answer.items ? answer.items[0] : answer).id',
}

/**
 * The calls that make a flow as a Postman collection: run it as a whole, top to bottom. A script before the calls fetches
 * the token, one after each call keeps its id for those that need it and stops the run at a refusal. `client_secret` is
 * asked of the environment and not part of the collection. Pure.
 */
export function toPostmanCollection(plan: ExportPlan): PostmanCollection {
  const { name, description, variables, calls } = plan
  const made = calls.flatMap(keptBy)
  return {
    info: {
      name,
      description: [description, howToRun].filter(Boolean).join('\n\n'),
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{access_token}}', type: 'string' }] },
    event: [script('prerequest', signIn(plan))],
    variable: [
      ...variables.map((one): Variable => ({ key: one.name, value: one.value ?? '', type: 'string', description: one.note })),
      ...[...made, exportNames.marker, ...(plan.startsWhenMade ? [exportNames.startTime] : []), 'access_token', 'token_until']
        .map((key): Variable => ({ key, value: '', type: 'string' })),
    ],
    item: calls.map((call, index) => toItem(plan, call, index)),
  }
}

const howToRun =
  'Set client_secret in an environment (type: secret), then run the whole collection in its order. Creations at Adobe cannot be repeated ' +
  'safely: run it once. When it stops half way, what it made is in the collection’s variables. Other variables lead to another ' +
  'organisation, sandbox or account.'

const script = (listen: Script['listen'], exec: string[]): Script => ({ listen, script: { type: 'text/javascript', exec } })

function signIn({ startsWhenMade }: ExportPlan): string[] {
  return [
    'const now = Math.floor(Date.now() / 1000);',
    "if (!pm.collectionVariables.get('marker')) pm.collectionVariables.set('marker', 'made by Postman ' + new Date().toISOString());",
    ...(startsWhenMade ? [`pm.collectionVariables.set('start_time', String(now + ${startsAfterSeconds}));`] : []),
    "const isValid = pm.variables.get('access_token') && now < Number(pm.collectionVariables.get('token_until') || 0);",
    "if (!isValid && pm.variables.get('client_secret')) {",
    '  pm.sendRequest({',
    "    url: pm.variables.get('ims_origin') + '/ims/token/v3',",
    "    method: 'POST',",
    "    header: { 'Content-Type': 'application/x-www-form-urlencoded' },",
    "    body: { mode: 'urlencoded', urlencoded: [",
    "      { key: 'grant_type', value: 'client_credentials' },",
    "      { key: 'client_id', value: pm.variables.get('client_id') },",
    "      { key: 'client_secret', value: pm.variables.get('client_secret') },",
    "      { key: 'scope', value: pm.variables.get('scopes') },",
    '    ] },',
    '  }, function (error, response) {',
    "    if (error || response.code !== 200) throw new Error('No token was given: ' + (error || response.text()));",
    '    const token = response.json();',
    "    pm.collectionVariables.set('access_token', token.access_token);",
    "    pm.collectionVariables.set('token_until', String(now + Number(token.expires_in) - 300));",
    '  });',
    '}',
  ]
}

function toItem(plan: ExportPlan, { title, preview, answer, keeps, keepsAlt }: ExportCall, index: number): PostmanCollection['item'][number] {
  const fill = (text: string) => fillIn(plan, text)
  return {
    name: `${index + 1}. ${title}`,
    event: [script('test', afterCall(title, answer, keeps, keepsAlt))],
    request: {
      method: preview.method,
      header: Object.entries(preview.headers).map(([key, value]) => ({ key, value: fill(value) })),
      url: fill(preview.url),
      ...(preview.body !== undefined && {
        body: { mode: 'raw', raw: fill(withoutBraces(JSON.stringify(preview.body, null, 2))), options: { raw: { language: 'json' } } },
      }),
    },
    response: [],
  }
}

function afterCall(title: string, answer: AnswerForm, keeps: string | undefined, keepsAlt: string | undefined): string[] {
  return [
    'const isAccepted = pm.response.code >= 200 && pm.response.code < 300;',
    `pm.test(${JSON.stringify(title)}, function () {`,
    "  if (!isAccepted) throw new Error('Refused with ' + pm.response.code + ': ' + pm.response.text());",
    '});',
    'if (!isAccepted) postman.setNextRequest(null);',
    ...(keeps
      ? [
          'if (isAccepted) {',
          '  const answer = pm.response.json();',
          `  pm.collectionVariables.set('${keeps}', ${readers[answer]});`,
          ...(keepsAlt ? [`  pm.collectionVariables.set('${keepsAlt}', answer['meta:altId']);`] : []),
          '}',
        ]
      : []),
  ]
}

/** Two braces in a row begin a variable in Postman. In JSON they only occur within texts, where one may be written as a number. */
const withoutBraces = (json: string) => json.replaceAll('{{', String.raw`{\u007b`)

function fillIn({ variables, calls, tokenOf }: ExportPlan, text: string): string {
  const names = [...variables.map(({ name }) => name), ...calls.flatMap(keptBy), exportNames.marker]
  const start = text.replaceAll(`"${tokenOf(exportNames.startTime)}"`, () => '{{start_time}}')
  return names.reduce((filled, name) => filled.replaceAll(tokenOf(name), () => `{{${name}}}`), start)
}
