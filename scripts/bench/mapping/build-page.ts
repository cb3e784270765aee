import path from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { build, type Alias } from 'vite'
import { root } from '../../lib/project'
import { installBaseline, type Baseline } from './baselines'
import { compileScss } from './compile-scss'

export type ContenderName = 'studio' | Baseline

/** The floor is a page with nothing on it: what the machine and the browser reach by themselves. */
export type PageName = ContenderName | 'floor'

/**
 * Bundles one contender's page into a folder, without Next: nothing but the views themselves is measured. Vite is what
 * Vitest runs on; the benchmark adds no package to the project.
 */
export async function buildPage(name: PageName, outDir: string): Promise<void> {
  const modules = isOwn(name) ? undefined : installBaseline(name)
  await build({
    root: path.join(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    css: { postcss: { plugins: isOwn(name) ? [tailwind({ base: root })] : [] } },
    resolve: { alias: [{ find: '@/', replacement: `${root}/` }, ...(modules === undefined ? [] : aliasesOf(name, modules))] },
    plugins: modules === undefined ? [] : [compileScss(modules)],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '({})', 'global': 'globalThis' },
    build: {
      outDir, emptyOutDir: false, assetsDir: name, target: 'es2023', reportCompressedSize: false,
      rolldownOptions: { input: path.join(import.meta.dirname, 'page', `${name}.html`), onwarn: () => undefined },
    },
  })
}

const isOwn = (name: PageName): name is 'studio' | 'floor' => name === 'studio' || name === 'floor'

/** A baseline's packages come from where they were installed, React from there or from ours: never two at once. */
function aliasesOf(name: PageName, modules: string): Alias[] {
  const react = name === 'kaoto' ? modules : path.join(root, 'node_modules')
  return [
    { find: /^(react|react-dom)(\/|$)/, replacement: `${react}/$1$2` },
    { find: /^@xyflow\/react/, replacement: `${modules}/@xyflow/react` },
    { find: /^@kaoto\/esm\//, replacement: `${modules}/@kaoto/kaoto/lib/esm/` },
    { find: /^@patternfly\/(patternfly|react-core)\//, replacement: `${modules}/@patternfly/$1/` },
  ]
}
