import type { RequestPreview } from '@/lib/adobe/request-preview'

/** The shell variable that stands for the token in what is copied; the token itself is never shown. */
export const tokenVariable = 'ACCESS_TOKEN'

/**
 * One word of a POSIX shell that stands for exactly this text: everything between single quotes is literal, and a single
 * quote itself is written outside of them.
 */
export const quoteForShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/**
 * A call as a curl command for a POSIX shell. Secrets stay struck out, but for the token: it comes from the variable
 * `ACCESS_TOKEN`, so that the command can be run as it is. Pure.
 */
export function toCurl({ method, url, headers, body }: RequestPreview): string {
  const parts = [`curl --request ${method} ${quoteForShell(url)}`]
  for (const [name, value] of Object.entries(headers)) {
    parts.push(
      name.toLowerCase() === 'authorization'
        ? `--header "${name}: Bearer $${tokenVariable}"`
        : `--header ${quoteForShell(`${name}: ${value}`)}`,
    )
  }
  // Unlike --data, --data-raw takes a leading @ as it is and reads no file.
  if (body !== undefined) parts.push(`--data-raw ${quoteForShell(JSON.stringify(body, null, 2))}`)
  return parts.join(' \\\n  ')
}

/** Several calls as one script, each under a comment with its title. */
export function toCurlScript(calls: readonly { title: string; call: RequestPreview }[]): string {
  const blocks = calls.map(({ title, call }, index) => `# ${index + 1}. ${title.replaceAll(/\s+/g, ' ')}\n${toCurl(call)}`)
  return `${blocks.join('\n\n')}\n`
}
