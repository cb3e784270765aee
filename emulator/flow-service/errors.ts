import type { JsonObject } from '../content/types'
import { ApiError } from '../http'
import type { World } from '../world'

/**
 * Titles by code, in our words. The number after the dash is the HTTP status. Adobe keeps two catalogues, one for
 * Flow Service and one for sources, which use some numbers twice; where a number means two things the caller's
 * message says which.
 */
const titles: Record<string, string> = {
  '1004-415': 'Unsupported media type',
  '1101-404': 'Resource not found',
  '1300-400': 'Update not supported',
  '1302-400': 'Authentication type not supported',
  '1304-400': 'Mandatory field missing',
  '1307-400': 'Invalid target connection specification',
  '1313-400': 'Invalid patch',
  '1321-400': 'Exactly one connection expected',
  '1325-400': 'Dataset not found',
  '1327-400': 'Data format not supported',
  '1330-400': 'No columns found',
  '1333-400': 'Run trigger not supported',
  '1334-400': 'Explore failed',
  '1336-400': 'Explore not supported',
  '1337-400': 'Empty query parameter',
  '1353-400': 'Filter not supported',
  '1358-400': 'Invalid object type',
  '1360-400': 'Start time in the past',
  '1361-400': 'Interval not allowed',
  '1362-400': 'Interval below minimum',
  '1364-400': 'Backfill not allowed',
  '1365-400': 'Invalid patch path',
  '1366-400': 'Start time cannot change',
  '1367-400': 'Delta column required',
  '1368-400': 'Draft mode not supported',
  '1369-400': 'Delta column not allowed',
  '1370-400': 'Mapping transformation missing',
  '1372-400': 'Specification cannot be explored',
  '1381-400': 'Window ends before it starts',
  '1382-400': 'Delta column differs',
  '1383-400': 'Delta column missing',
  '1384-400': 'Run parameters missing',
  '1385-400': 'On-demand runs not supported',
  '1386-400': 'Flow is not scheduled once',
  '1387-400': 'Run cannot be triggered again',
  '1388-400': 'Flow is not enabled',
  '1389-400': 'Invalid encoding',
  '1397-400': 'Invalid frequency',
  '1401-400': 'Invalid query',
  '1402-400': 'Operation not allowed',
  '1403-400': 'Precondition missing',
  '1404-400': 'Backfill cannot change',
  '1404-412': 'Version mismatch',
  '1405-400': 'Empty body',
  '1410-400': 'State not allowed',
  '1412-400': 'Invalid mapping version',
  '1413-400': 'Invalid specification',
  '1414-400': 'Specification cannot change',
  '1415-400': 'Authentication specification not found',
  '1418-400': 'Connection in use',
  '1419-400': 'Mapping validation failed',
  '1422-400': 'Invalid state for action',
  '1425-400': 'Schema mismatch',
  '1426-400': 'Specification cannot be written',
  '1427-400': 'Run creation not allowed',
  '1430-400': 'Flow not found',
  '1432-400': 'Invalid order',
  '1434-400': 'Patch operation not supported',
  '1439-400': 'Resource not found',
  '1443-400': 'Several values not allowed',
  '1446-400': 'Flow id empty',
  '1447-400': 'Resource in use',
  '1449-400': 'Invalid field',
  '1450-400': 'Invalid operator',
  '1451-400': 'Unknown query parameter',
  '1452-400': 'Invalid value',
  '1453-400': 'Empty value',
  '1455-400': 'Unknown field',
  '2100-404': 'Sandbox not found',
  '2105-400': 'Sandbox missing',
  '2110-400': 'Sandbox id not allowed',
  '2111-403': 'Sandbox not allowed',
  '2120-403': 'Permission missing',
  '2121-403': 'Permission missing',
}

/** An error of Flow Service. Its JSON envelope is not documented, hence the switch. */
export function flowError(world: World, code: string, message: string): ApiError {
  const status = Number(code.split('-')[1])
  const title = titles[code] ?? 'Bad request'
  const bodies: Record<World['switches']['errorEnvelope'], JsonObject> = {
    full: {
      type: `http://ns.adobe.com/aep/errors/FLOW-${code}`,
      title,
      status,
      detail: message,
      errorCode: code,
      errorMessage: message,
    },
    errorMessage: { errorCode: code, errorMessage: message },
    error_code: { error_code: code, message },
  }
  return new ApiError(status, bodies[world.switches.errorEnvelope])
}
