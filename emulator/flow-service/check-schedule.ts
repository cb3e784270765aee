import type { Json, JsonObject } from '../content/types'
import { isObject } from '../json'
import type { World } from '../world'
import { missing } from './body'
import { flowError } from './errors'
import { frequencies } from './timetable'

const known = ['startTime', 'frequency', 'interval', 'backfill']

/** `scheduleParams` of a new flow, rule by rule as Adobe's list of source errors has them. */
export function checkSchedule(world: World, params: Json | undefined): void {
  if (params === undefined || params === null) throw missing(world, 'scheduleParams')
  if (!isObject(params)) throw flowError(world, '1452-400', 'scheduleParams must be an object.')
  checkForm(world, params)
  checkStart(world, params)
}

/** What a changed schedule may no longer change once the start time has passed, even if the flow is switched off. */
export function checkScheduleChange(world: World, before: JsonObject, after: Json | undefined): void {
  if (!isObject(after)) throw missing(world, 'scheduleParams')
  checkForm(world, after)
  const hasStarted = Number(before['startTime']) * 1000 <= world.clock.now()
  if (!hasStarted) return checkStart(world, after)
  if (String(after['startTime']) !== String(before['startTime']))
    throw flowError(world, '1366-400', 'The start time has passed and cannot change.')
  if (after['frequency'] === 'once' && before['frequency'] !== 'once')
    throw flowError(world, '1403-400', 'The start time has passed: the frequency cannot change to once.')
  if (String(after['backfill'] ?? '') !== String(before['backfill'] ?? ''))
    throw flowError(world, '1404-400', 'The start time has passed: backfill cannot change.')
}

function checkForm(world: World, params: JsonObject): void {
  for (const key of Object.keys(params)) {
    if (!known.includes(key)) throw flowError(world, '1455-400', `The field scheduleParams.${key} is not known here.`)
  }
  const { frequency, interval, backfill } = params
  if (frequency === undefined || frequency === null) throw missing(world, 'scheduleParams.frequency')
  if (!frequencies.some((word) => word === frequency))
    throw flowError(world, '1397-400', `The frequency must be one of ${frequencies.join(', ')}.`)
  if (params['startTime'] === undefined || params['startTime'] === null) throw missing(world, 'scheduleParams.startTime')
  requireWhole(world, params, 'startTime')
  if (frequency === 'once') {
    if (interval !== undefined) throw flowError(world, '1361-400', 'interval is not allowed with the frequency once.')
    if (backfill !== undefined) throw flowError(world, '1364-400', 'backfill is not allowed with the frequency once.')
    return
  }
  if (interval === undefined || interval === null) throw missing(world, 'scheduleParams.interval')
  const least = frequency === 'minute' ? 15 : 1
  if (requireWhole(world, params, 'interval') < least)
    throw flowError(world, '1362-400', `The interval of the frequency ${String(frequency)} is at least ${least}.`)
  if (backfill !== undefined) requireTruth(world, backfill)
}

function checkStart(world: World, params: JsonObject): void {
  const earliest = world.clock.now() / 1000 - world.switches.startTimeToleranceSeconds
  if (Number(params['startTime']) < earliest) throw flowError(world, '1360-400', 'The start time is in the past.')
}

function requireWhole(world: World, params: JsonObject, name: string): number {
  const value = params[name]
  const isText = typeof value === 'string' && world.switches.scheduleStrings === 'accept' && /^-?\d+$/.test(value)
  const number = isText ? Number(value) : value
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number
  throw flowError(world, '1452-400', `scheduleParams.${name} must be a whole number.`)
}

function requireTruth(world: World, value: Json): void {
  const isText = world.switches.scheduleStrings === 'accept' && (value === 'true' || value === 'false')
  if (typeof value !== 'boolean' && !isText) throw flowError(world, '1452-400', 'scheduleParams.backfill must be true or false.')
}
