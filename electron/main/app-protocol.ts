import { protocol, type Session } from 'electron'
import type { StaticFile } from '../server/static-files.ts'
import { answerApp } from './app-answer.ts'

const SCHEME = 'app'

/** Makes `app://` an origin like any web page's. To be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves the built page to the windows of a session, out of memory. */
export function serveApp(session: Session, files: ReadonlyMap<string, StaticFile>): void {
  session.protocol.handle(SCHEME, (request) => answerApp(files, request))
}
