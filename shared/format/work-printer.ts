import type { Node } from 'prosemirror-model'
import { marginOf, pagesOf } from '../document/access.ts'
import { done, type Result } from '../model/result.ts'
import type { Block, Division, Original, Transcript, Unused } from '../model/transcript.ts'
import { anchorPlaces } from '../schema/anchor-places.ts'
import { bareOf, childOf, fromDocument, objectOf, refusedIn, type Text, writtenOn } from '../schema/document.ts'
import { canonicalContent, canonicalise } from './canonical.ts'
import { holdTogether, type Mentions, mentionsOfChild, mentionsOfObject, mentionsOfRest, NO_MENTIONS } from './mentions.ts'
import { Printed, print } from './printer.ts'
import { readsBack } from './reads-back.ts'
import { keepUsed, withPersons } from './references.ts'
import type { Slices } from './slices.ts'
import { textToSave } from './text-to-save.ts'
import { childToFile, marginToFile, originalToFile, pageToFile, transcriptToFile, unusedToFile } from './to-file.ts'
import { LIMITS } from './version.ts'

/** What of a transcript stands beside the text. Hands and people are whole registers: only the entries that are used are printed. */
export type Beside = Omit<Transcript, keyof Text>

interface PrintedPart {
  readonly text: string
  readonly mentions: Mentions
  /** Whether it was read back and found the same. */
  sound: boolean
}

interface PrintedPage {
  readonly head: PrintedPart
  readonly content: readonly PrintedPart[]
  readonly margin: readonly PrintedPart[]
  readonly beside: readonly Node[]
  readonly text: string
}

/** Where blocks and margin objects stand in the file: four levels down. */
const INDENT = ' '.repeat(8)

/**
 * Prints the work in hand as its transcript file, and remembers what it printed of every block, note and original: nodes never change, so
 * a text in which one word changed costs one block, however long it is. The text is the one that `serialise` gives, to the byte.
 */
export class WorkPrinter {
  private readonly pieces = new WeakMap<Node, PrintedPart>()
  private readonly pages = new WeakMap<Node, PrintedPage>()
  private readonly originals = new WeakMap<Original, PrintedPart>()
  private readonly unused = new WeakMap<readonly Unused[], Printed>();

  /** The text as it would be saved, not read back yet: for the recovery journal. */
  *text(doc: Node, beside: Beside): Slices<string> {
    const pages = yield* this.pagesOf(doc)
    for (const original of beside.originals) {
      if (this.originals.has(original)) continue
      this.original(original)
      yield
    }
    return this.whole(pages, restOf(doc, beside, pages))
  }

  /** The text, read back and found equal before it may go to a disk: faults as `textToSave` gives them. */
  *checked(doc: Node, beside: Beside): Slices<Result<string, 'unsound' | 'too-large'>> {
    const pages = yield* this.pagesOf(doc)
    const rest = restOf(doc, beside, pages)
    const sound = (yield* this.allSound(doc, pages)) && (yield* this.restSound(rest)) && together(pages, rest)
    yield
    const text = sound ? this.whole(pages, rest) : ''
    // the long way finds the words that say what is wrong
    if (!sound || text.length > LIMITS.fileLength) return textToSave({ ...rest, pages: fromDocument(doc).pages })
    return done(text)
  }

  private *pagesOf(doc: Node): Slices<readonly PrintedPage[]> {
    const margins = this.marginsOf(doc)
    const pages: PrintedPage[] = []
    for (const [index, page] of pagesOf(doc).entries()) {
      const known = this.pages.get(page)
      const beside = margins[index] ?? []
      if (known && known.beside.length === beside.length && known.beside.every((node, at) => node === beside[at])) {
        pages.push(known)
        continue
      }
      const piece = this.pagePiece(page, beside)
      this.pages.set(page, piece)
      pages.push(piece)
      yield
    }
    return pages
  }

  private pagePiece(page: Node, beside: readonly Node[]): PrintedPage {
    const bare = bareOf(page)
    const content = writtenOn(page).map((child) => this.child(child))
    const margin = beside.map((object) => this.object(object))
    const tree = pageToFile(bare, content.map(printed), margin.map(printed))
    const head = { text: print(pageToFile(bare)), mentions: { ...NO_MENTIONS, objects: [bare.id] }, sound: false }
    return { head, content, margin, beside, text: print(tree, '    ') }
  }

  private child(node: Node): PrintedPart {
    return this.remembered(node, () => {
      const child = canonicalChild(childOf(node))
      return { text: print(childToFile(child), INDENT), mentions: mentionsOfChild(child), sound: false }
    })
  }

  private object(node: Node): PrintedPart {
    return this.remembered(node, () => {
      const object = canonicalContent(objectOf(node))
      return { text: print(marginToFile(object), INDENT), mentions: mentionsOfObject(object), sound: false }
    })
  }

  private remembered(node: Node, make: () => PrintedPart): PrintedPart {
    const known = this.pieces.get(node)
    if (known) return known
    const piece = make()
    this.pieces.set(node, piece)
    return piece
  }

  /** Margin objects by page, in the order of `fromDocument`. */
  private marginsOf(doc: Node): readonly (readonly Node[] | undefined)[] {
    const places = anchorPlaces(doc)
    const margins: { node: Node; at: number }[][] = []
    marginOf(doc).forEach((node) => {
      const { page, at } = places.get(node.attrs.id) ?? { page: 0, at: -2 }
      margins[page] ??= []
      margins[page].push({ node, at })
    })
    return margins.map((list) => list.sort((a, b) => a.at - b.at).map(({ node }) => node))
  }

  private *allSound(doc: Node, pages: readonly PrintedPage[]): Slices<boolean> {
    const body = pagesOf(doc)
    for (const [index, { head, content, margin, beside }] of pages.entries()) {
      const page = body[index]!
      const written = writtenOn(page)
      const whole =
        check(head, () => readsBack.page(head.text, bareOf(page))) &&
        content.every((piece, at) => check(piece, () => readsBack.child(piece.text, canonicalChild(childOf(written[at]!))))) &&
        margin.every((piece, at) => check(piece, () => readsBack.object(piece.text, canonicalContent(objectOf(beside[at]!)))))
      if (!whole) return false
      yield
    }
    return true
  }

  private *restSound(rest: Transcript): Slices<boolean> {
    for (const original of rest.originals) {
      const piece = this.original(original)
      yield
      if (!check(piece, () => readsBack.original(piece.text, original))) return false
      yield
    }
    return readsBack.rest(rest)
  }

  private original(original: Original): PrintedPart {
    const known = this.originals.get(original)
    if (known) return known
    const piece = { text: print(originalToFile(original), '    '), mentions: NO_MENTIONS, sound: false }
    this.originals.set(original, piece)
    return piece
  }

  private whole(pages: readonly PrintedPage[], rest: Transcript): string {
    const originals = rest.originals.map((original) => printed(this.original(original)))
    const tree = transcriptToFile({ ...rest, unused: [] }, pages.map(printed), originals)
    let unused = this.unused.get(rest.unused)
    if (!unused) {
      unused = new Printed(print(rest.unused.map(unusedToFile), '  '))
      this.unused.set(rest.unused, unused)
    }
    return print({ ...tree, unused }, '', '\n')
  }
}

const printed = ({ text }: { readonly text: string }) => new Printed(text)

/** Looks again only at what was not found sound before. */
function check(piece: PrintedPart, look: () => boolean): boolean {
  piece.sound ||= look()
  return piece.sound
}

function canonicalChild(child: Block | Division): Block | Division {
  return child.type === 'division' ? child : canonicalContent(child)
}

/** Everything but the pages, with the register entries that are used. */
function restOf(doc: Node, beside: Beside, pages: readonly PrintedPage[]): Transcript {
  const { paper, tray, unused } = doc.attrs as Pick<Transcript, 'paper' | 'tray' | 'unused'>
  const whole: Transcript = { ...beside, paper, tray, unused, ...refusedIn(doc), pages: [] }
  const mentioned = pages.flatMap(({ content, margin }) => [...content, ...margin].flatMap(({ mentions }) => mentions.references))
  const rest = mentionsOfRest({ ...whole, hands: [] }).references
  return canonicalise(keepUsed(whole, withPersons([...rest, ...mentioned], beside.hands)))
}

function together(pages: readonly PrintedPage[], rest: Transcript): boolean {
  const pieces = pages.flatMap(({ head, content, margin }) => [head, ...content, ...margin]).map(({ mentions }) => mentions)
  return holdTogether([mentionsOfRest(rest), ...pieces], rest)
}
