/**
 * What a browser lets a page of ours do: load what lies beside it, talk to its own house, and nothing else. Nothing inline,
 * so that a name that is a script stays a name.
 *
 * @param houses addresses besides its own that it talks to
 * @param readsCodes the page reads codes with a camera, for which it brings a compiled decoder along
 */
export function pagePolicy(houses: readonly string[] = [], readsCodes = false): Readonly<Record<string, string>> {
  const connect = ["'self'", 'ws:', 'wss:', ...houses].join(' ');
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'self'${readsCodes ? " 'wasm-unsafe-eval'" : ''}`,
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "media-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      `connect-src ${connect}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
}
