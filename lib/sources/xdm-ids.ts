/** The full `$id` of a global XDM definition from its path under Adobe's namespace, e.g. `context/profile`. */
export const xdm = (path: string) => `https://ns.adobe.com/xdm/${path}`

/** Global classes that payments are brought into, by `$id`. */
export const xdmClasses = {
  profile: xdm('context/profile'),
  experienceEvent: xdm('context/experienceevent'),
  product: xdm('classes/product'),
  plan: xdm('classes/plan'),
} as const

/** Global field groups that several sources recommend, by `$id`. */
export const xdmGroups = {
  commerce: xdm('context/experienceevent-commerce'),
  contact: xdm('context/profile-personal-details'),
  person: xdm('context/profile-person-details'),
} as const
