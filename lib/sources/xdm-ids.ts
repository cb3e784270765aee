/** The full `$id` of a global XDM definition from its path under Adobe's namespace, e.g. `context/profile`. */
export const xdm = (path: string) => `https://ns.adobe.com/xdm/${path}`

/** Global classes that payments are brought into, by `$id`. */
export const xdmClasses = {
  profile: xdm('context/profile'),
  experienceEvent: xdm('context/experienceevent'),
  product: xdm('classes/product'),
  plan: xdm('classes/plan'),
} as const
