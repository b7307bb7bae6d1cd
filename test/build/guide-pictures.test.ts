import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKOUT } from '../support/start-scholion.ts'

const HELP = join(CHECKOUT, 'renderer/help')
const pages = readdirSync(HELP).filter((name) => name.endsWith('.md'))
const named = pages.flatMap((name) =>
  [...readFileSync(join(HELP, name), 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1]!),
)

describe('the pictures of the guide', () => {
  it('are the ones that the guide shows', () => {
    const there = readdirSync(join(HELP, 'pictures')).map((name) => `pictures/${name}`)
    expect(named.toSorted()).toEqual(there.toSorted())
  })

  it.each(named)('%s is small enough for a repository', (name) => {
    expect(statSync(join(HELP, name)).size).toBeLessThan(150_000)
  })

  it('are few enough together', () => {
    const sizes = [...new Set(named)].map((name) => statSync(join(HELP, name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000)
  })
})
