import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLayers } from '../../build/layers.mjs'
import { readImports } from '../../build/read-imports.mjs'
import { tempTree } from './temp-tree.ts'

const PACKAGE = JSON.stringify({ dependencies: { zod: '1', react: '1', 'prosemirror-model': '1', 'prosemirror-view': '1' } })
const faults = (files: Readonly<Record<string, string>>) => checkLayers(tempTree({ 'package.json': PACKAGE, ...files }))
const importing = (from: string, to: string) => faults({ [from]: `import { a } from '${to}'\n` })

describe('the layer check', () => {
  it('finds nothing wrong in Scholion itself', () => {
    expect(checkLayers(join(import.meta.dirname, '../..'))).toEqual([])
  })

  it('finds no source of the window that is too long to be read at one go', () => {
    const window = join(import.meta.dirname, '../../renderer')
    const sources = readdirSync(window, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
    expect(sources.length).toBeGreaterThan(150)
    const lines = (name: string) => readFileSync(join(window, name), 'utf8').split('\n').length - 1
    expect(sources.filter((name) => lines(name) > 350)).toEqual([])
  })

  it.each([
    ['shared/model/a.ts', '../text/b.ts', 'shared/model may not import shared/text'],
    ['shared/model/a.ts', 'zod', 'shared/model may not import the package "zod"'],
    ['shared/xml/a.ts', '../text/b.ts', 'shared/xml may not import shared/text'],
    ['shared/text/a.ts', '../xml/b.ts', 'shared/text may not import shared/xml'],
    ['shared/vocabulary/a.ts', '../schema/b.ts', 'shared/vocabulary may not import shared/schema'],
    ['shared/schema/a.ts', '../state/b.ts', 'shared/schema may not import shared/state'],
    ['shared/state/a.ts', '../commands/b.ts', 'shared/state may not import shared/commands'],
    ['shared/commands/a.ts', '../format/b.ts', 'shared/commands may not import shared/format'],
    ['shared/format/a.ts', '../import/b.ts', 'shared/format may not import shared/import'],
    ['shared/export/a.ts', '../compare/b.ts', 'shared/export may not import shared/compare'],
    ['shared/compare/a.ts', '../api/b.ts', 'shared/compare may not import shared/api'],
    ['shared/api/a.ts', '../../electron/host/b.ts', 'shared/api may not import electron/host'],
    ['shared/api/a.ts', '../../renderer/b.ts', 'shared/api may not import renderer'],
    ['shared/format/a.ts', 'node:fs', `may not import Node's "node:fs"`],
    ['shared/format/a.ts', 'fs', `may not import Node's "fs"`],
    ['shared/format/a.ts', 'prosemirror-view', 'may not import the package "prosemirror-view"'],
    ['renderer/app/a.tsx', 'node:path', `renderer may not import Node's "node:path"`],
    ['renderer/app/a.tsx', '../../electron/host/b.ts', 'renderer may not import electron/host'],
    ['renderer/app/a.tsx', 'electron', 'only electron/main and electron/preload may import "electron"'],
    ['renderer/app/a.tsx', '@codemirror/view', '"@codemirror/view" is not among the runtime dependencies'],
    ['renderer/ui/a.tsx', '../state/b.ts', 'renderer/ui may not import renderer/state'],
    ['renderer/editor/a.ts', '../state/b.ts', 'renderer/editor may not import renderer/state'],
    ['renderer/host/a.ts', '../ui/b.ts', 'renderer/host may not import renderer/ui'],
    ['renderer/state/a.ts', '../features/names/b.ts', 'renderer/state may not import renderer/features'],
    ['renderer/features/names/a.tsx', '../../window/b.tsx', 'renderer/features may not import renderer/window'],
    ['renderer/help/a.tsx', '../window/b.tsx', 'renderer/help may not import renderer/window'],
    ['renderer/window/a.tsx', '../main.tsx', 'renderer/window may not import renderer'],
    ['electron/host/a.ts', '../server/b.ts', 'electron/host may not import electron/server'],
    ['electron/host/a.ts', '../../renderer/b.ts', 'electron/host may not import renderer'],
    ['electron/host/a.ts', 'react', 'electron/host may not import the package "react"'],
    ['electron/server/a.ts', '../main/b.ts', 'electron/server may not import electron/main'],
    ['electron/launch/a.ts', '../main/b.ts', 'electron/launch may not import electron/main'],
    ['electron/cli/a.ts', '../main/b.ts', 'electron/cli may not import electron/main'],
    ['electron/launch/a.ts', 'electron', 'only electron/main and electron/preload may import "electron"'],
    ['electron/preload/a.ts', '../host/b.ts', 'electron/preload may not import electron/host'],
    ['electron/preload/a.ts', '../../shared/model/b.ts', 'electron/preload may not import shared/model'],
    ['electron/host/a.ts', '../../test/support/b.ts', 'which is in no room'],
  ])('refuses that %s imports %s', (from, to, sentence) => {
    expect(importing(from, to)).toEqual([expect.stringContaining(sentence)])
  })

  it.each([
    ['shared/commands/a.ts', '../state/b.ts'],
    ['shared/export/a.ts', '../import/b.ts'],
    ['shared/api/a.ts', 'zod'],
    ['renderer/app/a.tsx', 'react'],
    ['renderer/app/a.tsx', '../../shared/model/b.ts'],
    ['renderer/features/names/a.tsx', '../hands/b.ts'],
    ['renderer/state/a.ts', '../editor/b.ts'],
    ['electron/host/a.ts', 'node:fs'],
    ['electron/main/a.ts', 'electron'],
    ['electron/preload/a.ts', '../../shared/api/b.ts'],
    ['electron/cli/a.ts', '../../package.json'],
  ])('allows that %s imports %s', (from, to) => {
    expect(importing(from, to)).toEqual([])
  })

  it('refuses two files that import each other, and a longer circle, and says which way it runs', () => {
    const tree = {
      'shared/model/a.ts': "import { b } from './b.ts'",
      'shared/model/b.ts': "import type { c } from './c.ts'",
      'shared/model/c.ts': "export { a } from './a.ts'",
    }
    expect(faults(tree)).toEqual([
      expect.stringContaining('shared/model/a.ts → shared/model/b.ts → shared/model/c.ts → shared/model/a.ts'),
    ])
  })

  it('refuses two folders of the window that import each other, though no two files do', () => {
    const tree = {
      'renderer/features/names/a.ts': "import { b } from '../hands/b.ts'",
      'renderer/features/names/c.ts': '',
      'renderer/features/hands/b.ts': '',
      'renderer/features/hands/d.ts': "import type { c } from '../names/c.ts'",
    }
    expect(faults(tree)).toEqual([
      expect.stringMatching(
        /^renderer\/features\/\S+:1: folders import each other: .*names → .*hands → .*names|.*hands → .*names → .*hands/,
      ),
    ])
  })

  it('refuses a file in a room that nobody knows, and an import that is worked out at run time', () => {
    expect(faults({ 'shared/utils/a.ts': '' })).toEqual([expect.stringContaining('stands in no room')])
    expect(faults({ 'shared/model/a.ts': 'const a = await import(name)' })).toEqual([
      expect.stringContaining('cannot be checked'),
    ])
  })
})

describe('reading the imports of a file', () => {
  const names = (source: string) => readImports('a.tsx', source).map(({ to }) => to)

  it('sees every way to name a module, over several lines too', () => {
    const source = `import a from './1'
      import type { B } from './2'
      import {
        type C,
        d,
      } from "./3"
      import './4.css'
      export { e } from './5'
      export * from './6'
      export type { F } from './7'
      const g = await import('./8')
      type H = import('./9').H
      const i = require('./10')`
    expect(names(source)).toEqual(['./1', './2', './3', './4.css', './5', './6', './7', './8', './9', './10'])
  })

  it('is not taken in by comments, strings, templates and text between tags', () => {
    const source = `// import './1'
      /* export * from './2' */
      const a = "import './3'", b = \`import './4' \${a}\`
      const c = <p title="import './5'">import './6' from './7'</p>
      const d = /import '.\\/8'/`
    expect(names(source)).toEqual([])
  })

  it('tells the line, and throws at a source that does not parse', () => {
    expect(readImports('a.ts', "\n\nimport a from './1'")).toEqual([{ to: './1', line: 3 }])
    expect(() => readImports('a.ts', 'import {')).toThrow(/a\.ts does not parse/)
  })
})
