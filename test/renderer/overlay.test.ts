import { describe, expect, it } from 'vitest'
import { Overlays } from '../../renderer/state/overlay.ts'
import type { Form, KeyMenu } from '../../renderer/ui/choice.ts'

const menu = (title: string): KeyMenu => ({ title, options: [] })
const form: Form = { title: 'New person', verb: 'Add', fields: [], submit: () => null }
const titles = (overlays: Overlays) =>
  overlays.all.get().map((one) => (one.kind === 'menu' ? one.menu.title : one.kind === 'box' ? one.name : one.kind))

describe('what lies over the window', () => {
  it('has a form over the box that asked for it, and the box again when the form is closed', () => {
    const overlays = new Overlays()
    overlays.box('names', () => null)
    overlays.form(form)
    expect(titles(overlays)).toEqual(['names', 'form'])
    overlays.close(overlays.all.get()[1]!)
    expect(titles(overlays)).toEqual(['names'])
  })

  it('is closed without what was opened meanwhile', () => {
    const overlays = new Overlays()
    overlays.form(form)
    const [asked] = overlays.all.get()
    overlays.menu(menu('Which hand?'))
    overlays.close(asked!)
    expect(titles(overlays)).toEqual(['Which hand?'])
  })

  it('has one menu at a time: the next one takes its place', () => {
    const overlays = new Overlays()
    overlays.menu(menu('A pen mark stands here'))
    overlays.menu(menu('By'))
    expect(titles(overlays)).toEqual(['By'])
    overlays.close(overlays.all.get()[0]!)
    expect(overlays.isOpen).toBe(false)
  })
})
