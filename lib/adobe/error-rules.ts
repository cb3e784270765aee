import type { ExplainedError } from '@/lib/explained-error'
import type { AdobeError } from './types'

export type ErrorRule = {
  /** Sentences under `errors.adobe.<key>`. */
  key: string
  /** Adobe's codes, in full (`1360-400`): Flow Service uses some numbers for two things, told apart by the status. */
  codes?: readonly string[]
  /** For answers without a code that is known. */
  matches?: (error: AdobeError) => boolean
  mendAt?: ExplainedError['mendAt']
}

const range = (from: number, to: number, status: number, prefix = '') =>
  Array.from({ length: to - from + 1 }, (_, step) => `${prefix}${from + step}-${status}`)

/** The first rule that fits explains the error; codes come before the rules for whole statuses. */
export const errorRules: readonly ErrorRule[] = [
  // Credential and organisation (IMS, Adobe's API gateway)
  { key: 'invalid-client', codes: ['invalid_client', 'invalid_client_id'], mendAt: 'workspace' },
  { key: 'unauthorized-client', codes: ['unauthorized_client', 'unsupported_grant_type'], mendAt: 'workspace' },
  { key: 'invalid-scope', codes: ['invalid_scope'], mendAt: 'workspace' },
  { key: 'token-missing', codes: ['403010'], mendAt: 'workspace' },
  { key: 'token-invalid', codes: ['401013', '2114-400', '2115-400'], mendAt: 'workspace' },
  { key: 'api-key-invalid', codes: ['403000', '403003'], mendAt: 'workspace' },
  { key: 'organisation-missing', codes: ['400003', '2001-401', '2002-401'], mendAt: 'workspace' },
  { key: 'not-entitled', codes: ['403025'], mendAt: 'workspace' },
  { key: 'region-missing', codes: ['403027'], mendAt: 'workspace' },
  { key: 'wrong-organisation', codes: ['2000-401'], mendAt: 'workspace' },
  {
    key: 'sandbox-unknown',
    codes: ['2100-404', '2101-404', '2103-404', '2105-400', '2110-400', '2111-403'],
    mendAt: 'workspace',
  },
  { key: 'permission-missing', codes: ['2118-403'], mendAt: 'workspace' },
  { key: 'sources-permission', codes: ['2120-403', '2121-403'], mendAt: 'workspace' },
  { key: 'schema-permission', codes: ['XDM-2010-403'], mendAt: 'workspace' },

  // Base connections and explore
  { key: 'auth-spec-unknown', codes: ['1415-400', '1302-400'], mendAt: 'connection' },
  { key: 'field-missing', codes: ['1304-400', '1405-400'] },
  { key: 'connection-in-use', codes: ['1418-400'], mendAt: 'nowhere' },
  { key: 'part-in-use', codes: ['1447-400'], mendAt: 'nowhere' },
  { key: 'no-columns', codes: ['1330-400'], mendAt: 'data' },
  {
    key: 'explore-refused',
    codes: ['1334-400', '1336-400', '1337-400', '1353-400', '1358-400', '1372-400', '1389-400'],
    mendAt: 'data',
  },
  { key: 'spec-unknown', codes: ['1413-400'], mendAt: 'source' },

  // Schemas and datasets
  { key: 'title-taken', codes: ['XDM-1521-400'], mendAt: 'target' },
  { key: 'merge-conflict', codes: ['XDM-1413-400'], mendAt: 'target' },
  { key: 'namespace-refused', codes: range(1020, 1024, 400, 'XDM-'), mendAt: 'target' },
  { key: 'identity-needed', codes: ['XDM-1526-400', 'XDM-1527-400', 'XDM-1528-400'], mendAt: 'target' },
  { key: 'definition-missing', codes: range(1010, 1017, 404, 'XDM-'), mendAt: 'target' },
  { key: 'dataset-missing', codes: ['1325-400'], mendAt: 'target' },
  { key: 'target-spec', codes: ['1307-400'], mendAt: 'nowhere' },
  { key: 'format-refused', codes: ['1327-400'], mendAt: 'data' },

  // Mapping
  { key: 'mapping-refused', codes: ['1419-400'], mendAt: 'mapping' },
  { key: 'schema-differs', codes: ['1425-400'], mendAt: 'target' },
  { key: 'mapping-version', codes: ['1412-400'], mendAt: 'mapping' },
  { key: 'mapping-missing', codes: ['1370-400'], mendAt: 'mapping' },

  // Schedule and delta column
  { key: 'start-passed', codes: ['1360-400'], mendAt: 'schedule' },
  { key: 'interval-refused', codes: ['1361-400', '1362-400', '1363-400', '1397-400'], mendAt: 'schedule' },
  { key: 'backfill-refused', codes: ['1364-400'], mendAt: 'schedule' },
  { key: 'delta-required', codes: ['1367-400'], mendAt: 'data' },
  { key: 'delta-refused', codes: ['1369-400', '1382-400', '1383-400'], mendAt: 'data' },
  { key: 'already-started', codes: ['1366-400'], mendAt: 'schedule' },

  // Flows and runs that exist
  { key: 'changed-meanwhile', codes: ['1404-412'], matches: ({ status }) => status === 412, mendAt: 'nowhere' },
  {
    key: 'in-transition',
    codes: ['1416-400', '1417-400', ...range(1420, 1422, 400), '1457-400', '1458-400'],
    mendAt: 'nowhere',
  },
  { key: 'run-not-once', codes: ['1386-400', '1385-400'], mendAt: 'nowhere' },
  { key: 'run-not-repeatable', codes: ['1387-400', '1333-400'], mendAt: 'nowhere' },
  { key: 'flow-disabled', codes: ['1388-400'], mendAt: 'nowhere' },
  { key: 'run-refused', codes: ['1380-400', '1381-400', '1384-400', '1427-400'], mendAt: 'nowhere' },
  { key: 'flow-missing', codes: ['1430-400', '1439-400', '1446-400'], mendAt: 'nowhere' },
  { key: 'check-unavailable', codes: ['2200-500', '2250-500'], mendAt: 'nowhere' },

  // Whole statuses, for codes nobody has seen yet
  { key: 'token-invalid', matches: ({ status }) => status === 401, mendAt: 'workspace' },
  { key: 'permission-missing', matches: ({ status }) => status === 403, mendAt: 'workspace' },
  { key: 'not-found', matches: ({ status }) => status === 404, mendAt: 'nowhere' },
  { key: 'conflict', matches: ({ status }) => status === 409, mendAt: 'nowhere' },
  { key: 'too-many-calls', matches: ({ status }) => status === 429, mendAt: 'nowhere' },
  { key: 'unavailable', matches: ({ status }) => status === 408 || (status ?? 0) >= 500, mendAt: 'nowhere' },
]

/** Codes as the rules spell them: a bare Flow Service number gets the status it stands for, a service's prefix goes. */
export function normaliseCode({ code, status }: Pick<AdobeError, 'code' | 'status'>): string | undefined {
  if (code === undefined) return undefined
  const bare = code.replace(/^(FLOW|SOURCES?|CONNECTORS?|PLATFORM)[-_]/i, '')
  return /^\d{4}$/.test(bare) && status !== undefined ? `${bare}-${status}` : bare
}
