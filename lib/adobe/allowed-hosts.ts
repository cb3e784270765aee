/**
 * The only hosts this app ever calls (`platform-{region}` as Adobe lists them for its regional callbacks). Pure, so
 * that the workspace form offers the very same list. The emulator's own origin is passed in by the server, from its
 * environment.
 */
export const platformHosts = [
  'platform.adobe.io',
  'platform-va7.adobe.io',
  'platform-nld2.adobe.io',
  'platform-aus5.adobe.io',
  'platform-can2.adobe.io',
  'platform-gbr9.adobe.io',
  'platform-stage.adobe.io',
] as const

export const imsHosts = [
  'ims-na1.adobelogin.com',
  'ims-eu1.adobelogin.com',
  'ims-jp1.adobelogin.com',
  'ims-na1-stg1.adobelogin.com',
] as const

export const platformOrigins: readonly string[] = platformHosts.map((host) => `https://${host}`)
export const imsOrigins: readonly string[] = imsHosts.map((host) => `https://${host}`)

/**
 * Whether the text is, character for character, an origin we may call: scheme and host of the list, or the emulator's.
 * Comparing text with text leaves nothing to the cleverness of a URL (user info, ports, trailing dots, numeric hosts).
 */
export function isAllowedOrigin(origin: string, kind: 'platform' | 'ims', emulatorOrigin?: string): boolean {
  if ((kind === 'platform' ? platformOrigins : imsOrigins).includes(origin)) return true
  return emulatorOrigin !== undefined && origin === emulatorOrigin
}

/** The origin of the emulator's configured address, or undefined where that is not a plain http(s) address. */
export function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const url = new URL(address)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.origin : undefined
}

/**
 * Joins an allowed origin and a path; undefined where the result would leave the origin or climb out of `/data/` or
 * `/ims/`.
 */
export function joinAllowed(origin: string, path: string): URL | undefined {
  if (!/^\/(data|ims)\/[^\\]*$/.test(path) || !URL.canParse(path, origin)) return undefined
  const url = new URL(path, origin)
  const stays = url.origin === origin && url.username === '' && /^\/(data|ims)\//.test(url.pathname) && url.hash === ''
  return stays ? url : undefined
}
