'use client'

import { BrokenPage, type BrokenPageProps } from '@/components/shell/broken-page'

export default function RootError(props: BrokenPageProps) {
  return (
    <main id="main">
      <BrokenPage {...props} />
    </main>
  )
}
