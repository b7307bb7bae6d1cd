import type { Query } from '../../../shared/search/find-words.ts'
import { ofApp } from '../../state/of-app.ts'
import { observable } from '../../ui/observable.ts'

/** Whether the find bar is open, and whether it replaces too. */
export const findingOf = ofApp(() => observable<'closed' | 'find' | 'replace'>('closed'))

/** What was looked for last: the bar opens with it. */
export const lastQueryOf = ofApp(() => observable<Query>({ words: '', matchCase: false, wholeWords: false, where: 'all' }))
