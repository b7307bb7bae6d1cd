import type { AppState } from './app-state.ts'

/** What a feature keeps for itself as long as the window lives: made when it is first asked for. */
export function ofApp<Own>(make: (app: AppState) => Own): (app: AppState) => Own {
  const made = new WeakMap<AppState, { readonly own: Own }>()
  return (app) => {
    const known = made.get(app) ?? { own: make(app) }
    made.set(app, known)
    return known.own
  }
}
