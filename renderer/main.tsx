import { createRoot } from 'react-dom/client'
import { clientOf } from '../shared/api/client.ts'
import { idsFrom } from '../shared/model/ids.ts'
import { App } from './app/app.tsx'
import { Workbench } from './app/workbench.ts'
import { httpTransport } from './host/http-transport.ts'
import { withPageJournal } from './host/page-journal.ts'
import './styles/app.css'

const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32
const bench = new Workbench(withPageJournal(clientOf(httpTransport().send)), idsFrom(random))
createRoot(document.getElementById('root')!).render(<App bench={bench} />)
void bench.start()
