'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { ReadError } from './read-error'

/** One cache of reads a tab. A refused read is not asked again by itself unless it may succeed unchanged. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: 15_000,
            refetchIntervalInBackground: false,
            retry: (failures, error) => failures < 2 && error instanceof ReadError && error.explained.retryable,
          },
        },
      }),
  )
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
