/**
 * The headers of every answer: nothing from elsewhere, nothing kept, nothing framed. `nonce` is given where the page itself is answered,
 * for the styles that its library writes.
 */
export function securityHeaders(nonce: string | null): Readonly<Record<string, string>> {
  const style = nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      style,
      "img-src 'self' blob:",
      "connect-src 'self'",
      "font-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
}

/** The page with its nonce where scripts look for it. The nonce must be fresh for each answer. */
export function withNonce(html: string, nonce: string): string {
  return html.replace('</head>', () => `<meta property="csp-nonce" nonce="${nonce}"></head>`)
}
