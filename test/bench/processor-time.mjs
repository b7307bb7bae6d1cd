// Loaded into a program that is measured: at its end it writes what it took of the processor, in ms, to the file that it was given.
import { writeFileSync } from 'node:fs'

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  writeFileSync(process.env.SCHOLION_BENCH_TIME, String((user + system) / 1000))
})
