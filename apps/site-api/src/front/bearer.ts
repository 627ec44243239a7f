/** The token of a session in the header that carried it past the guard. */
export function tokenIn(authorization: string): string {
  return authorization.slice('Bearer '.length);
}
