/** The revision that a host gives to a file of this text: lower-case hex sha256 of its UTF-8 bytes. */
export async function revisionOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
