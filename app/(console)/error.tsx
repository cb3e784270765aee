'use client'

import { BrokenPage, type BrokenPageProps } from '@/components/shell/broken-page'

export default function ConsoleError(props: BrokenPageProps) {
  return <BrokenPage {...props} />
}
