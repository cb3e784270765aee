/** Version that every global definition carries: one library, one version, as Adobe's registry answers it. */
export const globalLibraryVersion = '1.60.2'

/** The full `$id` of a global definition, from its path under the XDM namespace (`context/profile`). */
export function xdmId(path: string): string {
  return `https://ns.adobe.com/xdm/${path}`
}

/**
 * The alternative id of a definition: the `$id` without scheme and Adobe's host, dots for slashes,
 * an underscore in front (`_xdm.context.profile`). Foreign namespaces keep their host.
 */
export function altIdOf(id: string): string {
  return `_${id.replace(/^https?:\/\/(ns\.adobe\.com\/)?/, '').replaceAll('/', '.')}`
}
