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
    // Resolving dots can leave two slashes at the front ("/.//host"), which a browser reads as another host.
    const isHere = address.origin === base && !address.pathname.startsWith('//')
    return isHere ? address.pathname + address.search + address.hash : '/'
  } catch {
    return '/'
  }
}
