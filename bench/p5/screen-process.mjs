// The process of the screens, as seen from outside.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export class Screens {
  #child = fork(join(import.meta.dirname, 'screens.mjs'), { serialization: 'advanced' });

  async #ask(message, answer) {
    const heard = (async () => {
      for (;;) {
        const [said] = await once(this.#child, 'message');
        if (said.what === answer) return said;
      }
    })();
    this.#child.send(message);
    return heard;
  }

  open(order) {
    return this.#ask({ what: 'open', ...order }, 'open');
  }

  count() {
    this.#child.send({ what: 'count' });
  }

  /** What came since `count`. */
  tell() {
    return this.#ask({ what: 'tell' }, 'told');
  }

  async versions() {
    return (await this.#ask({ what: 'versions' }, 'versions')).versions;
  }

  async close() {
    if (this.#child.exitCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.send({ what: 'close' });
    await gone;
  }
}
