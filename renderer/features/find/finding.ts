import { ofApp } from '../../state/of-app.ts'
import { observable } from '../../ui/observable.ts'

/** Whether the find bar is open, and whether it replaces too. */
export const findingOf = ofApp(() => observable<'closed' | 'find' | 'replace'>('closed'))
