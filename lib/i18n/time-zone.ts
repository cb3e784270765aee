/** The zone a person chose in the settings. */
export const chosenZoneCookie = 'tributary-time-zone'
/** The zone of the device, kept by the browser so that the server writes times the same way. */
export const deviceZoneCookie = 'tributary-device-zone'

/** The choice wins, then the device's zone, then UTC; what is not an IANA zone falls away. Pure. */
export function chooseTimeZone(chosen: string | undefined, device: string | undefined): string {
  return [chosen, device].find((zone) => zone !== undefined && isTimeZone(zone)) ?? 'UTC'
}

/** Whether times can be written in this zone. */
export function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0 && zone.length > 0
  } catch {
    return false
  }
}
