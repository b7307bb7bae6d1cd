/** Where the page of every window comes from. */
export const ORIGIN = 'app://scholion'

/** As much as is known of who sent a message. Electron's event has this shape. */
export interface Sender {
  readonly sender: { readonly id: number }
  /** Null where the frame is gone already. */
  readonly senderFrame: { readonly parent: unknown; readonly origin: string } | null
}

/**
 * Why a message is not listened to, or null: it must come from the outermost frame of a window that we opened, while that shows our own
 * page. In words for the log.
 */
export function whyForeign(event: Sender, isOurs: (contents: number) => boolean): string | null {
  const { sender, senderFrame } = event
  if (senderFrame === null) return 'from a frame that is gone'
  if (senderFrame.parent !== null) return `from an inner frame (${senderFrame.origin})`
  if (senderFrame.origin !== ORIGIN) return `from another page (${senderFrame.origin})`
  return isOurs(sender.id) ? null : 'from a window that Scholion did not open'
}
