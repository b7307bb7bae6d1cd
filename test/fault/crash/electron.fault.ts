import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { CHECKOUT } from '../../support/start-scholion.ts'
import { report, SHORT } from '../measure.ts'

it.skipIf(SHORT)(
  'page and main process of the desktop app, killed 50 times each while somebody types, lose 2 s of it at most',
  () => {
    const run = spawnSync('npm', ['run', '-s', 'test:app', '--', 'crash.spec.ts'], {
      cwd: CHECKOUT,
      encoding: 'utf8',
      env: { ...process.env, SCHOLION_KILLS: '50', SCHOLION_FAULT_NUMBERS: '' },
    })
    const said = run.stdout
    for (const [, suite, numbers] of said.matchAll(/^(crash, .+?): (.+)$/gm)) report(suite!, numbers!)
    // where no Electron can be driven it says so, and why
    const why = /The desktop app was not tested: (.*)/.exec(said)?.[1]
    if (why) report('crash, desktop app', `skipped: ${why}`)
    else expect(said.trim().split('\n').at(-1)).toBe('2 passed, 0 failed')
  },
)

if (SHORT) console.log('the desktop app is killed three times each in npm run test:app; 50 times in the whole npm run test:fault')
