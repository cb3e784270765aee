/** What a user agent says; null where these rules cannot be sure of what Adobe would answer. */
export type UserAgent = {
  browser: { name: string; version: string | null } | null
  os: { name: string; version: string | null } | null
  deviceClass: 'Desktop' | 'Phone' | 'Tablet' | null
}

const nothing: UserAgent = { browser: null, os: null, deviceClass: null }

/** Words that make a browser's own words unreliable: robots, apps with a web view, brands built on another browser. */
const disguised = new RegExp([
  'bot\\b', 'bot/', 'crawl', 'spider', 'slurp', 'headless', 'preview', 'http', '; wv\\)', 'FBAN', 'FBAV', 'Instagram',
  'Line/', 'MicroMessenger', 'GSA/', 'UCBrowser', 'YaBrowser', 'Vivaldi', 'Brave', 'DuckDuckGo', 'SamsungBrowser',
  'MiuiBrowser', 'HuaweiBrowser', 'Silk/', 'Electron', 'TV', 'PlayStation', 'Xbox', 'Nintendo', 'Watch', 'CriOS',
  'FxiOS', 'EdgiOS', 'EdgA', 'OPiOS', 'Focus', 'Klar', 'SeaMonkey', 'PaleMoon',
].join('|'), 'i')

/** In this order: each of the later names is also said by the browsers before it. */
const browsers: readonly [name: string, version: RegExp][] = [
  ['Edge', /\bEdge?\/([\d.]+)/],
  ['Opera', /\bOPR\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)$/],
  ['Chrome', /\bChrome\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+)(?: Mobile\/\w+)? Safari\//],
]

/**
 * Reads the usual browsers on iOS, Android and desktops. Versions that browsers have frozen (`10_15_7`, `Android 10;
 * K`, `120.0.0.0`) and desktop systems' names, which Adobe's catalogue spells its own way, are left open.
 */
export function readUserAgent(text: string): UserAgent {
  if (!text.startsWith('Mozilla/5.0 (') || disguised.test(text)) return nothing
  const browser = readBrowser(text)
  const apple = /^Mozilla\/5\.0 \((iPhone|iPad|iPod touch);[^)]*?\bOS (\d+(?:_\d+)*) like Mac OS X/.exec(text)
  if (apple !== null) {
    const version = (apple[2] ?? '').replaceAll('_', '.')
    return { browser, os: { name: 'iOS', version }, deviceClass: apple[1] === 'iPad' ? 'Tablet' : 'Phone' }
  }
  const android = /\(Linux; (?:U; )?Android (\d+(?:\.\d+)*); ([^)]*)\)/.exec(text)
  if (android !== null) {
    const frozen = android[2] === 'K'
    return {
      browser, os: { name: 'Android', version: frozen ? null : (android[1] ?? null) },
      deviceClass: / Mobile\b/.test(text) ? 'Phone' : null,
    }
  }
  const isDesktop = /\((?:Windows NT \d|Macintosh; Intel Mac OS X|X11; (?:Ubuntu; )?Linux x86_64)/.test(text)
  return { browser, os: null, deviceClass: isDesktop ? 'Desktop' : null }
}

function readBrowser(text: string): UserAgent['browser'] {
  for (const [name, pattern] of browsers) {
    const version = pattern.exec(text)?.[1]
    if (version !== undefined) return { name, version: version.endsWith('.0.0.0') ? null : version }
  }
  return null
}
