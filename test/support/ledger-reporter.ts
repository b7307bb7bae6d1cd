import { rmSync } from 'node:fs'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { LEDGER, sumOf } from './ledger.ts'

/** Prints what the browser tests did that nothing may ever do, and fails the run over it, even where every test passed by itself. */
export default class LedgerReporter implements Reporter {
  private ran = 0

  onBegin(): void {
    rmSync(LEDGER, { recursive: true, force: true })
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    if (result.status !== 'skipped') this.ran += 1
  }

  async onEnd(): Promise<{ status?: FullResult['status'] } | undefined> {
    const { violations, offLoopback, originalWrites, entries } = sumOf()
    process.stdout.write(
      `\npolicy violations ${violations}, requests off loopback ${offLoopback}, writes to originals ${originalWrites}\n`,
    )
    if (this.ran > 0 && entries === 0) {
      process.stdout.write('No test wrote into the ledger: were they all written without test/support/fixtures.ts?\n')
      return { status: 'failed' }
    }
    return violations + offLoopback + originalWrites > 0 ? { status: 'failed' } : undefined
  }

  printsToStdio(): boolean {
    return true
  }
}
