import { browser } from '../device/browser.js';
import { actsIn, lineOf, type ActPlace } from './act-places.js';

interface Answer {
  n: number;
  text?: string;
  error?: string;
}

/** A file of acts in the browser's own folder: a second place that no fault of the database touches. */
export class ActFile implements ActPlace {
  private readonly worker = new Worker(new URL('./act-file.worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, { resolve: (text: string) => void; reject: (error: Error) => void }>();
  private asked = 0;
  /** After a line that was cut off the next one begins with a line of its own. */
  private isTorn = false;

  constructor() {
    this.worker.addEventListener('message', ({ data: { n, text, error } }: MessageEvent<Answer>) => {
      const one = this.waiting.get(n);
      this.waiting.delete(n);
      if (error === undefined) one?.resolve(text ?? '');
      else one?.reject(new Error(error));
    });
    this.worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.waiting.values()) reject(new Error(message));
      this.waiting.clear();
    });
  }

  /** Undefined where the browser has no such files. */
  static async open(): Promise<ActFile | undefined> {
    if (browser.Worker === undefined || browser.navigator.storage?.getDirectory === undefined) return undefined;
    try {
      const file = new ActFile();
      await file.ask({});
      return file;
    } catch {
      return undefined;
    }
  }

  async readAll() {
    const text = await this.ask({});
    this.isTorn = text !== '' && !text.endsWith('\n');
    return actsIn(text);
  }

  async append(acts: Parameters<ActPlace['append']>[0]): Promise<void> {
    const start = this.isTorn ? '\n' : '';
    this.isTorn = true;
    await this.ask({ append: start + acts.map(lineOf).join('') });
    this.isTorn = false;
  }

  /** Forms the lines and writes none of them. */
  async rehearse(acts: Parameters<ActPlace['append']>[0]): Promise<void> {
    await this.ask({ append: acts.map(lineOf).join('').slice(0, 0) });
  }

  async keepOnly(acts: Parameters<ActPlace['append']>[0]): Promise<void> {
    await this.ask({ replace: acts.map(lineOf).join('') });
    this.isTorn = false;
  }

  private ask(what: { append?: string; replace?: string }): Promise<string> {
    this.asked += 1;
    const n = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(n, { resolve, reject });
      this.worker.postMessage({ n, ...what });
    });
  }
}
