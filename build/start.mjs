// npm start [-- DIR]: Scholion in its window, or as a page where no window can open.
import { runBuilt } from './run-built.mjs'

await runBuilt('launch', 'start')
