import type { ReactNode } from 'react'
import { LanguageMenu } from '@/components/shell/language-menu'
import { BrandMark } from '@/components/ui/brand-mark'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between px-4 py-3 sm:px-6">
        <span className="flex items-center gap-2 text-16 font-semibold tracking-tight">
          <BrandMark />
          Tributary
        </span>
        <LanguageMenu />
      </header>
      <main id="main" className="flex flex-1 flex-col items-center px-4 pt-[12vh] pb-16">
        <div className="w-full max-w-sm">{children}</div>
      </main>
    </div>
  )
}
