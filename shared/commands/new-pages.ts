import { Fragment, type Node } from 'prosemirror-model'
import { isBlock, isDivision, isLb } from '../document/access.ts'
import type { NewId } from '../model/ids.ts'
import { coalesce } from '../model/source.ts'
import { schema } from '../schema/schema.ts'
import { sourceOf } from '../state/owners.ts'

/** One page that is laid out anew as one or several, from its blocks and pieces of blocks in order. */
export class NewPages {
  private readonly pages: Node[] = []
  private content: Node[] = []
  private attrs: Node['attrs']
  /** A number told of this page already: another begins the next, though no words stand between. */
  private told = false
  private turning = false
  private points: readonly Node[] = []
  /** The block whose pieces are being laid, and whether its last piece stands on this page. */
  private block: string | null = null
  private joins = false
  private readonly newId: NewId

  constructor(page: Node, newId: NewId) {
    this.attrs = page.attrs
    this.newId = newId
  }

  add(child: Node): void {
    if (isDivision(child) || child.content.size > 0) this.turnIfDue()
    this.block = null
    this.joins = false
    this.content.push(isBlock(child) ? this.withPoints(child) : child)
  }

  /** A piece of a block: joined with the piece before it on the same page, else a block that goes on. */
  addPiece(piece: Node): void {
    this.turnIfDue()
    const { id } = piece.attrs
    const last = this.content.at(-1)
    const goesOn = this.block === id
    const whole = this.withPoints(piece)
    this.block = id
    if (goesOn && this.joins && last) {
      const source = coalesce([...sourceOf(last), ...sourceOf(whole)])
      this.content[this.content.length - 1] = last.type.create({ ...last.attrs, source }, last.content.append(whole.content))
      return
    }
    this.joins = true
    this.content.push(goesOn ? whole.type.create({ ...whole.attrs, id: this.newId(), continues: true }, whole.content) : whole)
  }

  /** A page begins here, if this one has words or a number already. A paper that begins here begins on it. */
  turnBefore(): void {
    if (this.told || this.content.some((child) => isBlock(child) && child.content.size > 0)) this.turn()
    this.told = true
  }

  /** A page begins with the next words. */
  turnAfter(): void {
    this.turnIfDue()
    this.turning = true
  }

  /** States the number as printed, where none is. */
  number(printed: string): void {
    if (this.attrs.printed === null) this.attrs = { ...this.attrs, printed }
  }

  /** Anchors whose line leaves stand before the next words of the page, or after its last. */
  keepPoints(points: readonly Node[]): void {
    this.points = [...this.points, ...points]
  }

  done(): readonly Node[] {
    this.close()
    return this.pages
  }

  private turnIfDue(): void {
    if (this.turning) this.turn()
  }

  private turn(): void {
    this.turning = false
    const begins = this.content.length - (this.content.at(-1) && isDivision(this.content.at(-1)!) ? 1 : 0)
    const papers = this.content.slice(begins)
    this.content = this.content.slice(0, begins)
    const last = this.content.at(-1)
    // the line end between two pieces is the page turn now
    if (this.joins && isLb(last?.lastChild))
      this.content[this.content.length - 1] = last.copy(last.content.cut(0, last.content.size - 1))
    this.close()
    this.content = papers
    this.attrs = schema.node('page', { id: this.newId(), collated: this.attrs.collated }).attrs
    this.told = false
    this.joins = false
  }

  private close(): void {
    if (this.points.length > 0) {
      const last = this.content.at(-1)
      if (last && isBlock(last))
        this.content[this.content.length - 1] = last.copy(last.content.append(Fragment.from(this.points)))
      else this.content.push(schema.node('block', { id: this.newId() }, this.points))
      this.points = []
    }
    this.pages.push(schema.node('page', this.attrs, this.content))
  }

  private withPoints(block: Node): Node {
    if (this.points.length === 0) return block
    const points = Fragment.from(this.points)
    this.points = []
    return block.copy(points.append(block.content))
  }
}
