import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

type Importer = { findFileUrl: (url: string) => URL | null }
type Sass = { compile: (file: string, options: { importers: Importer[] }) => { css: string } }

/** Turns a baseline's style sheets into CSS with the compiler that was installed beside it: ours has none. */
export function compileScss(modules: string): Plugin {
  const ending = '.scss'
  // `~package/file` is how style sheets name what stands in node_modules.
  const inModules: Importer = { findFileUrl: (url) => (url.startsWith('~') ? pathToFileURL(path.join(modules, url.slice(1))) : null) }
  return {
    name: 'compile-scss',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith(ending) && importer !== undefined ? `${path.resolve(path.dirname(importer), source)}.css` : undefined,
    load: (id) => {
      if (!id.endsWith(`${ending}.css`)) return undefined
      const sass = createRequire(path.join(modules, 'resolve-from-here.js'))('sass') as Sass
      return sass.compile(id.slice(0, -'.css'.length), { importers: [inModules] }).css
    },
  }
}
