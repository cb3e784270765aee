'use client'

import { useState } from 'react'

/**
 * Tells React Aria the nonce that this document's policy allows style elements with. It stays the first one: a refresh
 * brings another nonce from the server, but the document keeps the policy it was loaded under.
 */
export function NonceMeta({ nonce }: { nonce: string }) {
  const [first] = useState(nonce)
  // Browsers hide the attribute from scripts, so the two sides of hydration cannot agree on it.
  return <meta property="csp-nonce" nonce={first} suppressHydrationWarning />
}
