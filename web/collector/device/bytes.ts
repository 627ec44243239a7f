/** Bytes as the house writes them: base64url without padding. */
export function base64url(bytes: ArrayBuffer | Uint8Array): string {
  let signs = '';
  for (const byte of new Uint8Array(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes))) {
    signs += String.fromCharCode(byte);
  }
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

export async function sha256(text: string): Promise<string> {
  return base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
