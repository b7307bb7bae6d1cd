import { isResult, type Send } from '../../shared/api/client.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'

/** What the transport needs of the browser; a test gives its own. */
export interface PageParts {
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>
  fetch(address: string, init: RequestInit): Promise<Response>
}

interface HttpTransport {
  readonly send: Send
  /** A one-time secret for a second tab: open `/#secret=…` with it. */
  askSecret(): Promise<Result<string>>
}

const KEPT = 'scholion-session'
const ONLY_READS = /^(capabilities|list|read)/

const isUnreachable = (answer: unknown) => isResult(answer) && !answer.ok && answer.fault.tag === 'unreachable'

/** Talks to the loopback server this page came from. The address's secret is exchanged once and leaves the address; the token stays with this tab. */
export function httpTransport(page: PageParts = window): HttpTransport {
  let entering: Promise<unknown> | null = null
  let entered: string | null = null

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', 'x-scholion-token': page.sessionStorage.getItem(KEPT) ?? '' }
    let response: Response
    try {
      response = await page.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    } catch {
      return failed(
        'unreachable',
        'The program in the terminal does not answer. Your work is kept in this page; start it again, and it goes on.',
      )
    }
    if (response.status !== 401) return response.json()
    return failed(
      'session-lost',
      'The program does not let this page in (any more). Work that was begun in it is kept. Open the address that the terminal shows in this tab; it is good for one page, so where it is spent, press Enter there: another one is shown, good for five minutes. Where the program runs without a terminal, stop it and start it again; pages that are open go on.',
    )
  }

  const secretInAddress = () => new URLSearchParams(page.location.hash.slice(1)).get('secret')
  const enter = async (secret: string | null) => {
    if (secret === null) return
    const answer = (await post('/session', { secret })) as Result<{ readonly token: string }>
    if (answer.ok) page.sessionStorage.setItem(KEPT, answer.value.token)
    // a server that did not answer has not used the secret up
    if (answer.ok || answer.fault.tag !== 'unreachable')
      page.history.replaceState(null, '', page.location.pathname + page.location.search)
    else entering = null
  }
  const call = async (path: string, body: unknown) => {
    // a new address that is opened in this tab changes the fragment only: the page stays, and comes in again
    const secret = secretInAddress()
    if (secret !== null && secret !== entered) entering = null
    if (entering === null) {
      entered = secret
      entering = enter(secret)
    }
    await entering
    return post(path, body)
  }

  return {
    async send(name, ask) {
      const answer = await call(`/api/${name}`, ask)
      // a browser drops what is under way when the network changes, even to this computer itself: what only reads is asked once more
      return ONLY_READS.test(name) && isUnreachable(answer) ? call(`/api/${name}`, ask) : answer
    },
    async askSecret() {
      const answer = (await call('/secret', {})) as Result<{ readonly secret: string }>
      return answer.ok ? done(answer.value.secret) : answer
    },
  }
}
