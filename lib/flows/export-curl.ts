import { keptBy, startsAfterSeconds, type AnswerForm, type ExportCall, type ExportPlan, type ExportVariable } from './export-calls'
import { quoteForShell, toCurl } from './to-curl'

/** Where jq finds the id in an answer. */
const filters: Record<AnswerForm, string> = {
  registry: '."$id"',
  descriptor: '."@id"',
  dataset: '.[0] | split("/") | last',
  item: '(.items[0]? // .).id',
}

/**
 * The calls that make a flow as one script for a POSIX shell with curl and jq: fetches a token, makes the calls in their
 * order, hands each id to the calls that need it, prints them. Stops at the first refusal with Adobe's own words. Asks for
 * nothing but variables of its environment; the secret appears on no command line. Pure.
 */
export function toShellScript(plan: ExportPlan): string {
  const blocks = [
    head(plan),
    'set -eu',
    plan.variables.map(defaultOf).join('\n'),
    [
      `[ -n "\${MARKER:-}" ] || MARKER="made by script $(date -u +%Y-%m-%dT%H:%M:%SZ) $$"`,
      ...(plan.startsWhenMade ? [`START_TIME=$(($(date +%s) + ${startsAfterSeconds}))`] : []),
    ].join('\n'),
    helpers,
    checks(plan.variables),
    signIn,
    ...plan.calls.map((call, index) => block(plan, call, index)),
    `echo ${quoteForShell('Complete.')}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

const variable = (name: string) => name.toUpperCase()

function head({ name, description, variables }: ExportPlan): string {
  const width = Math.max(...variables.map((one) => one.name.length)) + 2
  return [
    '#!/bin/sh',
    `# ${oneLine(name)}`,
    ...(description ? [`# ${oneLine(description)}`] : []),
    '#',
    '# Makes this flow in Adobe Experience Platform: every part in the order in which the parts need each other. Prints their',
    '# ids as they come. Creations at Adobe cannot be repeated safely: run it once; a second run makes a second flow, or is',
    '# refused because a title is taken. When it stops half way, what it made is in the list it printed.',
    '#',
    '# Needs curl 7.55 or newer, and jq 1.5 or newer, which reads the ids from Adobe’s answers.',
    '#',
    '# To be set in the environment:',
    `#   ${'CLIENT_SECRET'.padEnd(width)}secret of the credential; or ACCESS_TOKEN, a token that is still valid`,
    '# May be set, to go to another place than the one this was exported from:',
    ...variables.map((one) => `#   ${variable(one.name).padEnd(width)}${one.note}`),
    `#   ${'MARKER'.padEnd(width)}text that every part carries, by which it is found again`,
  ].join('\n')
}

const defaultOf = ({ name, value = '' }: ExportVariable) => `[ -n "\${${variable(name)}:-}" ] || ${variable(name)}=${quoteForShell(value)}`

const helpers = `fail() {
  printf '%s\\n' "$1" >&2
  exit 1
}

# Ids go into JSON as they are, so nothing may be in them that JSON or an address would take for its own.
check_id() {
  case $2 in
    '' | *[!A-Za-z0-9:/._@~%+=-]*) fail "$1 is not an id: $2" ;;
  esac
}

# Sends one call and keeps its id in $id. The token goes to curl through a pipe: command lines are seen by everyone.
send() {
  title=$1
  filter=$2
  shift 2
  answer=$(printf 'header = "Authorization: Bearer %s"\\n' "$ACCESS_TOKEN" |
    curl --config - --silent --show-error --max-time 120 --write-out '\\n%{http_code}' "$@") ||
    fail "$title: no answer came. Look in Adobe whether it was made before running this again."
  status=\${answer##*
}
  answer=\${answer%
*}
  case $status in
    2??) ;;
    *) fail "$title: refused with $status.
$answer" ;;
  esac
  id=$(printf '%s' "$answer" | jq --raw-output "($filter) // empty") || fail "$title: the answer is not JSON.
$answer"
  check_id "$title" "$id"
  printf '%s  %s\\n' "$id" "$title"
}`

function checks(variables: readonly ExportVariable[]): string {
  const ids = variables.filter(({ name }) => name.endsWith('_id') && name !== 'client_id' && name !== 'org_id')
  return [
    'for tool in curl jq; do',
    '  command -v "$tool" >/dev/null 2>&1 || fail "$tool is needed and not installed."',
    'done',
    // The marker is part of texts in JSON.
    `case $MARKER in *[\\"\\\\]*) fail 'MARKER may hold neither quotes nor backslashes.' ;; esac`,
    ...ids.map(({ name }) => `check_id ${variable(name)} "$${variable(name)}"`),
  ].join('\n')
}

const signIn = `if [ -z "\${ACCESS_TOKEN:-}" ]; then
  [ -n "\${CLIENT_SECRET:-}" ] || fail 'Set CLIENT_SECRET (or ACCESS_TOKEN) in the environment.'
  answer=$(printf '%s' "$CLIENT_SECRET" |
    curl --silent --show-error --max-time 60 --data grant_type=client_credentials --data-urlencode "client_id=$CLIENT_ID" \\
      --data-urlencode client_secret@- --data-urlencode "scope=$SCOPES" "$IMS_ORIGIN/ims/token/v3") ||
    fail 'The sign-in service did not answer.'
  ACCESS_TOKEN=$(printf '%s' "$answer" | jq --raw-output '.access_token // empty') || ACCESS_TOKEN=
  [ -n "$ACCESS_TOKEN" ] || fail "No token was given: $answer"
fi`

/** The registry's own rule for the short form of an id. */
const toAltId = `$(printf '%s' "$id" | sed 's|^https://ns.adobe.com/|_|; s|/|.|g')`

function block(plan: ExportPlan, { title, preview, answer, keeps, keepsAlt }: ExportCall, index: number): string {
  const send = `send ${quoteForShell(oneLine(title))} ${quoteForShell(filters[answer])}`
  const command = fillIn(plan, toCurl(preview)).replace(/^curl (--request \w+ )(?:'')?/, (_, request: string) => `${send} \\\n  ${request}`)
  return [`# ${index + 1}. ${oneLine(title)}`, command, ...(keeps ? [`${variable(keeps)}=$id`] : []), ...(keepsAlt ? [`${variable(keepsAlt)}=${toAltId}`] : [])].join('\n')
}

/** Tokens stand between single quotes of the shell; each closes them, names its variable, and opens them again. */
function fillIn({ variables, calls, tokenOf }: ExportPlan, command: string): string {
  const names = [...variables.map(({ name }) => name), ...calls.flatMap(keptBy), 'marker']
  const start = command.replaceAll(`"${tokenOf('start_time')}"`, () => `'"$START_TIME"'`)
  const filled = names.reduce((text, name) => text.replaceAll(tokenOf(name), () => `'"$${variable(name)}"'`), start)
  // Where a variable ends its word nothing is left to quote.
  return filled.replaceAll(/"''(?= \\$|$)/gm, '"')
}
