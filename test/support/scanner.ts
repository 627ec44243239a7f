/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/**
 * Types as a scanner does that acts as a keyboard, wherever the focus is. The keys bear the time at which the hardware sent
 * them, as real ones do, however slowly the page comes to them.
 */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => {
    const places: Record<string, string> = { '-': 'Minus', _: 'Minus', '.': 'Period' };
    const beganAt = performance.now();
    for (const [n, key] of [...Array.from(text), 'Enter'].entries()) {
      const isLetter = /^[A-Za-z]$/u.test(key);
      const code = isLetter ? `Key${key.toUpperCase()}` : /^\d$/u.test(key) ? `Digit${key}` : (places[key] ?? key);
      const shiftKey = isLetter ? key !== key.toLowerCase() : key === '_';
      const press = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
      Object.defineProperty(press, 'timeStamp', { value: beganAt + n });
      (document.activeElement ?? document.body).dispatchEvent(press);
    }
  }, code);
}
