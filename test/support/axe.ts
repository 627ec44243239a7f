/// <reference lib="dom" />
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds wrong on the page as it is now: rule, element, why. The policy of the page lets no script in: it is evaluated. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(source, 'utf8'));
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} — ${target.join(' ')} ${failureSummary}`),
  );
}
