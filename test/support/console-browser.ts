import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { keepInside } from './chromium.ts';
import { PASSWORD, type TestConsole } from './console.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A person at a browser of their own. */
export interface Person {
  readonly tab: Page;
  readonly context: BrowserContext;
  /** Addresses outside the console that a page asked for. */
  readonly refused: readonly string[];
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Opens a page of the console. */
  readonly open: (path: string) => Promise<void>;
  /** Where they are. */
  readonly here: () => string;
  /** What axe finds wrong with the page: rules, each with its elements. */
  readonly faults: () => Promise<readonly unknown[]>;
  /** Targets too small for a finger. */
  readonly smallTargets: () => Promise<readonly string[]>;
}

interface Sitting {
  readonly browser: Browser;
  readonly console: TestConsole;
  readonly name: string;
  readonly options?: Parameters<Browser['newContext']>[0];
}

/** Somebody signs in, in a browser of their own, by keyboard. */
export async function sitDown({ browser, console, name, options }: Sitting): Promise<Person> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const refused = await keepInside(context, console.url);
  const tab = await context.newPage();
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await tab.keyboard.press(key);
  };
  await tab.goto(`${console.url}/queue`);
  // A busy browser takes the first field into focus a little later.
  await tab.locator('#name:focus').waitFor();
  await tab.keyboard.type(name);
  await press('Tab');
  await tab.keyboard.type(PASSWORD);
  await press('Enter');
  await tab.waitForURL(`${console.url}/queue`);
  return {
    tab,
    context,
    refused,
    press,
    open: async (path) => {
      await tab.goto(console.url + path);
    },
    here: () => new URL(tab.url()).pathname,
    faults: async () => {
      await tab.evaluate(await readFile(AXE, 'utf8'));
      const found = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ${JSON.stringify(WCAG)} })`,
      );
      return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    },
    smallTargets: () =>
      tab.evaluate<string[]>(`
        [...document.querySelectorAll('button, input:not([hidden], [type=hidden]), select, summary, nav a')]
          .filter((each) => each.checkVisibility() && !each.closest('label'))
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
          .map((each) => each.outerHTML)`),
  };
}
