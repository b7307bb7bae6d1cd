import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

// the rooms that know how a document is put together; everybody else asks shared/document/access.ts
const KNOWS = /^shared\/(schema|document)\//

test('pages and notes of a document are asked for by their names, nowhere by first and last child', () => {
  const files = readdirSync(join(ROOT, 'shared'), { recursive: true, encoding: 'utf8' }).map((file) => `shared/${file}`)
  const bare = files.filter(
    (file) =>
      file.endsWith('.ts') &&
      !KNOWS.test(file) &&
      /\bdoc\s*\??\.(firstChild|lastChild)\b/.test(readFileSync(join(ROOT, file), 'utf8')),
  )
  expect(bare).toEqual([])
})
