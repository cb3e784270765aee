'use client'

import { useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import { fetchRead } from './fetch-read'
import type { ReadError } from './read-error'

export type ReadOptions<Data> = Omit<UseQueryOptions<Data, ReadError, Data>, 'queryKey' | 'queryFn'> & {
  /** Milliseconds between two reads; false stops. Paused while the tab is hidden. */
  pollMs?: number | false | ((data: Data | undefined) => number | false)
}

/**
 * Reads one of our own addresses, shares the answer between components, and polls when told to.
 * A null `url` waits. `error.explained` goes into an ErrorPanel; the request is cancelled when nobody wants it any more.
 */
export function useRead<Data>(
  key: readonly unknown[],
  url: string | null,
  options: ReadOptions<Data> = {},
): UseQueryResult<Data, ReadError> {
  const { pollMs, ...rest } = options
  return useQuery<Data, ReadError, Data>({
    ...rest,
    queryKey: key,
    queryFn: ({ signal }) => fetchRead<Data>(url ?? '', signal),
    enabled: url !== null && (rest.enabled ?? true),
    ...(pollMs === undefined
      ? {}
      : { refetchInterval: typeof pollMs === 'function' ? (query) => pollMs(query.state.data) : pollMs }),
  })
}
