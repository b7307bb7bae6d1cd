import { Plugin } from 'prosemirror-state'
import { compositionIsPending } from '../../shared/state/marked-mends.ts'

/** Longer than the view takes to read what a composition left behind (20 ms); in ms. */
const READ_BY_THEN = 60

/** Once an input method's composition has ended, the state is told, so that composed handwriting gets its mark without another key. */
export function settleComposition(): Plugin {
  let timer: ReturnType<typeof setTimeout> | undefined
  return new Plugin({
    view: () => ({ destroy: () => clearTimeout(timer) }),
    props: {
      handleDOMEvents: {
        compositionstart: () => clearTimeout(timer),
        compositionend(view) {
          clearTimeout(timer)
          timer = setTimeout(() => {
            if (!view.isDestroyed && !view.composing && compositionIsPending(view.state)) view.dispatch(view.state.tr)
          }, READ_BY_THEN)
        },
      },
    },
  })
}
