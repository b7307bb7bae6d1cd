/** A language tag as TEI and HTML take it (BCP 47 by its shape), or null. */
export function languageTag(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value) ? value : null
}
