// npm run --silent scholion -- COMMAND: the command line, in a checkout.
import { runBuilt } from './run-built.mjs'

await runBuilt('cli', 'scholion')
