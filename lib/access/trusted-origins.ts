const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/**
 * The origins that requests which change something may come from: the app's own address, and on one's own machine
 * every name of that machine, for people type "localhost" where 127.0.0.1 was printed. Pure.
 */
export function trustedOriginsOf(appUrl: string): string[] {
  const own = new URL(appUrl)
  if (!loopbackNames.includes(own.hostname)) return [own.origin]
  return loopbackNames.map((name) => {
    const other = new URL(own.origin)
    other.hostname = name
    return other.origin
  })
}
