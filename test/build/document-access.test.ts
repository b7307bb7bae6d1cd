import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

// shared/schema makes documents and reads them back, and stands below shared/document, which is what everybody else asks
const KNOWS = /^shared\/(schema|document)\//

const sources = ['shared', 'renderer']
  .flatMap((room) => readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`))
  .filter((file) => /\.tsx?$/.test(file) && !KNOWS.test(file))
  .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const)

const saying = (pattern: RegExp) =>
  sources.flatMap(([file, text]) => [...text.matchAll(pattern)].map(([found]) => `${file}: ${found}`))

test('pages and notes of a document are asked for by their names, nowhere by first and last child', () => {
  expect(saying(/\b(doc|before|after|body|margin)\b(\(\))?\s*[?!]?\.(firstChild|lastChild)\b/g)).toEqual([])
})

test('what a node or a mark is, is asked by the predicates of shared/document/access.ts, nowhere by comparing names', () => {
  expect(saying(/\btype\.name (===|!==|as|in) .*/g)).toEqual([])
  expect(saying(/(===|!==) [\w.]*\btype\.name\b|(has|includes)\([\w.()[\]]*\btype\.name\)/g)).toEqual([])
})
