import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChainHead } from './chain.js';

/**
 * The chains' ends, one JSON line each time they have grown. It lies outside the database, best on another machine:
 * whoever rewrites a whole chain in the database would have to rewrite this as well.
 */
export class HeadsFile {
  constructor(readonly path: string) {}

  append(heads: readonly ChainHead[]): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const at = new Date().toISOString();
    const lines = heads.map(({ chain, seq, digest }) => `${JSON.stringify({ at, chain, seq, digest })}\n`);
    appendFileSync(this.path, lines.join(''), { mode: 0o600 });
  }

  /** All ends ever written down; a last line that was cut off by a crash is passed over. */
  read(): ChainHead[] {
    if (!existsSync(this.path)) return [];
    return readFileSync(this.path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          return line === '' ? [] : [JSON.parse(line) as ChainHead];
        } catch {
          return [];
        }
      });
  }
}
