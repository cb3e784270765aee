import { expect } from '@playwright/test'
import { findContractProblems, type LoggedCall } from '../../lib/testing/find-contract-problems'
import type { EmulatorControl } from './emulator-control'

/** Every call that the app has sent so far is valid under Adobe's OpenAPI files, where these are given. */
export async function expectContract(control: EmulatorControl) {
  const directory = process.env.ADOBE_SPECS_DIR
  if (directory === undefined) return console.info('Contract of the journey’s calls not checked: ADOBE_SPECS_DIR is not set.')
  const { calls } = (await control.calls()) as { calls: LoggedCall[] }
  expect(calls.length).toBeGreaterThan(10)
  expect(findContractProblems(directory, calls)).toEqual([])
}
