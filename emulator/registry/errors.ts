import { ApiError, placeholderError } from '../http'
import { makeUuid } from '../ids'
import type { World } from '../world'

const titles: Record<string, string> = {
  'XDM-1006-400': 'Accept header invalid',
  'XDM-1007-400': 'Accept header invalid',
  'XDM-1008-400': 'Accept header invalid',
  'XDM-1009-400': 'Accept header invalid',
  'XDM-1021-400': 'Namespace validation error',
  'XDM-1413-400': 'Merge Schema Error',
  'XDM-1521-400': 'Title not unique',
  'XDM-1528-400': 'Union descriptor validation error',
}

/** An error of the registry in its current form; the number after the last dash is the HTTP status. */
export function registryError(world: World, code: string, detail: string): ApiError {
  const status = Number(code.split('-').at(-1))
  return new ApiError(status, {
    type: `http://ns.adobe.com/aep/errors/${code}`,
    title: titles[code] ?? 'Resource not found',
    status,
    report: { registryRequestId: makeUuid(), timestamp: stampOf(world), 'detailed-message': detail, 'sub-errors': [] },
    detail,
  })
}

/** A refusal whose code Adobe does not document comes in the registry's older form. */
export function badRequest(detail: string): ApiError {
  return placeholderError(400, 'BadRequestError', detail)
}

/** `MM-DD-YYYY hh:mm:ss`, as the registry prints it: for people, not to be parsed. */
function stampOf({ clock }: World): string {
  const [date = '', time = ''] = new Date(clock.now()).toISOString().split('T')
  const [year, month, day] = date.split('-')
  return `${month}-${day}-${year} ${time.slice(0, 8)}`
}
