import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from '../../lib/project'

export type Baseline = 'reactflow' | 'kaoto'

/** Exact versions, so that two runs compare with the same thing. Kaoto is written for React 18 and PatternFly 6. */
const packages: Readonly<Record<Baseline, Readonly<Record<string, string>>>> = {
  reactflow: { '@xyflow/react': '12.12.1' },
  kaoto: {
    '@kaoto/kaoto': '2.7.1',
    '@patternfly/patternfly': '6.2.0', '@patternfly/react-code-editor': '6.2.0', '@patternfly/react-core': '6.2.0',
    '@patternfly/react-icons': '6.2.0', '@patternfly/react-table': '6.2.0', '@patternfly/react-topology': '6.2.0',
    'monaco-yaml': '5.1.1', 'react': '18.3.1', 'react-dom': '18.3.1', 'react-monaco-editor': '0.56.0', 'sass': '1.89.2',
  },
}

/**
 * Installs what a baseline is made of for the benchmark alone, and gives its node_modules: Kaoto brings more than a
 * gigabyte, which nobody who only runs the app should have to fetch. Kept until the next `npm ci`. Throws with npm's
 * own words when it cannot be had.
 */
export function installBaseline(name: Baseline): string {
  const folder = path.join(root, 'node_modules', '.cache', 'tributary-bench', name)
  const wanted = JSON.stringify({ name: `baseline-${name}`, private: true, dependencies: packages[name] }, null, 2)
  const stamp = path.join(folder, 'installed.json')
  const modules = path.join(folder, 'node_modules')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return modules
  fs.rmSync(folder, { recursive: true, force: true })
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), wanted)
  const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--no-package-lock', '--loglevel=error']
  execFileSync('npm', npm, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 900_000, shell: process.platform === 'win32' })
  fs.writeFileSync(stamp, wanted)
  return modules
}
