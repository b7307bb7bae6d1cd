import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { revisionOf } from '../../renderer/host/revision.ts'

const onDisk = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

test('a text has the revision of its file, however long it is, and whatever stands where a piece of it ends', async () => {
  const piece = 400_000
  for (const text of ['', 'Dear John,', `${'x'.repeat(piece - 1)}😀 and on`, `${'é'.repeat(piece)}ß`, '😀'.repeat(piece)])
    expect(await revisionOf(text)).toBe(onDisk(text))
})
