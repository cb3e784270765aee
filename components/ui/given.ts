type Given<Props> = { [Key in keyof Props as undefined extends Props[Key] ? never : Key]: Props[Key] } & {
  [Key in keyof Props as undefined extends Props[Key] ? Key : never]?: Exclude<Props[Key], undefined>
}

/**
 * The properties that have a value. Under `exactOptionalPropertyTypes` a library's `title?: string` refuses
 * `title={undefined}`; spreading `given({ title })` leaves it out instead.
 */
export function given<Props extends object>(props: Props): Given<Props> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<Props>
}
