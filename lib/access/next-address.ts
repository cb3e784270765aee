/** Header by which the proxy tells pages their own address. */
export const addressHeader = 'x-tributary-address'

/**
 * Where to go after signing in: a path of this app, or the start page. Everything that could lead elsewhere
 * (`//host`, `/\host`, a scheme, control characters) falls away. Pure.
 */
export function safeNextAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted)) return '/'
  try {
    const base = 'http://app.invalid'
    const address = new URL(wanted, base)
    return address.origin === base ? address.pathname + address.search + address.hash : '/'
  } catch {
    return '/'
  }
}
