import { ExpressionFailure } from '../expression-error'
import { writeKey } from '../values'
import { describe, needText, textOrNull } from './arguments'
import { defineFunction, needed, optional, type FunctionContext } from './function-definition'

type Url = {
  protocol: string
  host: string
  port: number | null
  path: string
  query: string | null
  anchor: string | null
}

const usualPorts: Readonly<Record<string, number>> = {
  http: 80, https: 443, ftp: 21, ftps: 990, sftp: 22, ssh: 22, telnet: 23, ws: 80, wss: 443, ldap: 389, ldaps: 636,
  smtp: 25, imap: 143, pop3: 110, gopher: 70, nntp: 119, rtsp: 554, mysql: 3306, postgresql: 5432, redis: 6379,
}

const pattern = new RegExp([
  /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@\s]*@)?/, // scheme and user
  /(\[[0-9a-f:.]+\]|[^/?#:@\s]*)(?::(\d{0,5}))?/, // host and port
  /(\/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?$/, // path, query and anchor
].map((part) => part.source).join(''), 'is')

/** Reads a URL by its parts and changes nothing: a browser's reader would fold slashes and drop usual ports. */
function readUrl(text: string): Url | null {
  if (text.length > 100_000) return null
  const match = pattern.exec(text)
  if (match === null) return null
  const [, protocol = '', host = '', port, path = '', query, anchor] = match
  if (host === '' && protocol.toLowerCase() !== 'file') return null
  if (port !== undefined && Number(port) > 65_535) return null
  return {
    protocol, host, path, port: port === undefined || port === '' ? null : Number(port), query: query ?? null,
    anchor: anchor ?? null,
  }
}

const urlParameter = needed('URL', 'text', 'A whole URL.')

function fromUrl(read: (url: Url, args: unknown[]) => unknown) {
  return (args: unknown[]): unknown => {
    const text = textOrNull(args[0])
    const url = text === null ? null : readUrl(text)
    return url === null ? null : read(url, args)
  }
}

function readQuery(url: Url, args: unknown[]): Record<string, string> {
  const anchorRule = needText(args[1], 'ANCHOR').toLowerCase()
  if (!['retain', 'remove', 'append'].includes(anchorRule)) {
    throw new ExpressionFailure('bad-argument', `ANCHOR is retain, remove or append, not ${describe(args[1])}.`)
  }
  const retained = anchorRule === 'retain' && url.anchor !== null ? `#${url.anchor}` : ''
  const result: Record<string, string> = {}
  for (const pair of `${url.query ?? ''}${url.query === null ? '' : retained}`.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    writeKey(result, equals < 0 ? pair : pair.slice(0, equals), equals < 0 ? '' : pair.slice(equals + 1))
  }
  if (anchorRule === 'append' && url.anchor !== null) writeKey(result, '_anchor_', url.anchor)
  return result
}

/** Everything but letters, digits and `- _ .` is written as the bytes of its UTF-8 form. */
function encodeUrl(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const char = String.fromCharCode(byte)
    return /[A-Za-z0-9._-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
}

function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ExpressionFailure('bad-url-encoding', 'The text holds a % that begins no encoded character.')
  }
}

const onUrlText = (change: (text: string) => string) => (args: unknown[], context: FunctionContext) => {
  const text = textOrNull(args[0])
  if (text === null) return null
  context.produce(text.length * 3)
  return change(text)
}

export const urlFunctions = [
  defineFunction({
    name: 'get_url_protocol', group: 'url', returns: 'text', parameters: [urlParameter],
    description: 'The scheme of a URL, such as https; null for what is no URL.', run: fromUrl((url) => url.protocol),
  }),
  defineFunction({
    name: 'get_url_host', group: 'url', returns: 'text', parameters: [urlParameter],
    description: 'The host of a URL; null for what is no URL.', run: fromUrl((url) => url.host),
  }),
  defineFunction({
    name: 'get_url_port', group: 'url', returns: 'integer', parameters: [urlParameter],
    description: 'The port of a URL, or the usual one of its scheme; null for what is no URL.',
    run: fromUrl((url) => url.port ?? usualPorts[url.protocol.toLowerCase()] ?? null),
  }),
  defineFunction({
    name: 'get_url_path', group: 'url', returns: 'text',
    description: 'The path of a URL with all its slashes, or only its last part.',
    parameters: [urlParameter, optional('FULL_PATH', 'boolean', 'false for the last part only.')],
    run: fromUrl((url, args) => {
      const onlyLast = args[1] === false || args[1] === 'false'
      return onlyLast ? url.path.slice(url.path.lastIndexOf('/') + 1) : url.path
    }),
  }),
  defineFunction({
    name: 'get_url_query_str', group: 'url', returns: 'object',
    description: 'The query of a URL as names and values.',
    parameters: [
      urlParameter,
      needed('ANCHOR', 'text', 'What becomes of #anchor: "retain" at the value, "remove", or "append" as _anchor_.'),
    ],
    run: fromUrl(readQuery),
  }),
  defineFunction({
    name: 'get_url_encoded', group: 'url', returns: 'text', parameters: [urlParameter],
    description: 'Writes reserved characters as %XX; letters, digits, - _ and . stay.', run: onUrlText(encodeUrl),
  }),
  defineFunction({
    name: 'get_url_decoded', group: 'url', returns: 'text', parameters: [urlParameter],
    description: 'Turns %XX back into characters; a + stays a +.', run: onUrlText(decodeUrl),
  }),
]
