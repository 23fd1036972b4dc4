import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { keepInside, launchChromium } from './chromium.ts';
import { appCode, PASSWORD, startTestConsole, type TestConsole } from './console.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How long anything a page is waited for may take, in milliseconds: on a busy machine it is slow, not gone. */
const PATIENCE = 120_000;

/** What somebody's browser is like. */
export type Browsing = Parameters<Browser['newContext']>[0];

/** A person at a browser of their own. */
export interface Person {
  readonly tab: Page;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Opens a page of the console. */
  readonly open: (path: string) => Promise<void>;
  /** Signs in by keyboard, with a code if one is asked for, where a page of the console sends them for it. */
  readonly signIn: (name: string, page?: string) => Promise<void>;
  /** Where they are. */
  readonly here: () => string;
  /** Waits until they are there. */
  readonly at: (path: string) => Promise<void>;
  /** What axe finds wrong with the page: rules, each with its elements. */
  readonly faults: () => Promise<readonly unknown[]>;
  /** Targets too small for a finger. */
  readonly smallTargets: () => Promise<readonly string[]>;
  /** How wide the page is, in pixels. */
  readonly width: () => Promise<number>;
}

interface Seen {
  readonly context: BrowserContext;
  readonly refused: readonly string[];
}

/** Consoles and people at browsers, for the tests of a file. */
interface Office {
  /** A console by the clock of the browsers: its pages count down by theirs. */
  readonly console: (...of: Parameters<typeof startTestConsole>) => Promise<TestConsole>;
  /** Somebody at a browser of their own, nobody signed in. */
  readonly arrive: (console: TestConsole, options?: Browsing) => Promise<Person>;
  /** Somebody who has signed in. */
  readonly sitDown: (console: TestConsole, name: string, options?: Browsing) => Promise<Person>;
}

/**
 * One browser for a file. After each test its people and consoles are gone, and no page was stopped by its policy or
 * asked anybody outside.
 */
export function office(): Office {
  let browser: Browser;
  const consoles: TestConsole[] = [];
  const people: Seen[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => browser.close());
  afterEach(async () => {
    const [left, closing] = [people.splice(0), consoles.splice(0)];
    for (const { context } of left) await context.close();
    for (const console of closing) await console.close();
    expect(left.flatMap(({ refused }) => refused)).toEqual([]);
    const lines = closing.flatMap(({ log }) => log);
    expect(lines.filter((line) => line.startsWith('csp.'))).toEqual([]);
  });

  const arrive: Office['arrive'] = async (console, options) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PATIENCE);
    people.push({ context, refused: await keepInside(context, console.url) });
    return personAt(await context.newPage(), console);
  };
  return {
    console: async (...of) => {
      const console = await startTestConsole(...of);
      consoles.push(console);
      console.clock.now = Date.now();
      return console;
    },
    arrive,
    sitDown: async (console, name, options) => {
      const person = await arrive(console, options);
      await person.signIn(name);
      return person;
    },
  };
}

function personAt(tab: Page, console: TestConsole): Person {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await tab.keyboard.press(key);
  };
  const at = async (path: string): Promise<void> => tab.waitForURL(console.url + path);
  const open = async (path: string): Promise<void> => {
    await tab.goto(console.url + path);
  };
  // A busy browser takes the first field into focus a little later.
  const type = async (field: string, text: string): Promise<void> => {
    await tab.locator(`input[name=${field}]:focus`).waitFor();
    await tab.keyboard.type(text);
  };
  return {
    tab,
    press,
    open,
    at,
    here: () => new URL(tab.url()).pathname,
    signIn: async (name, page = '/queue') => {
      await open(page);
      await type('name', name);
      await press('Tab');
      await tab.keyboard.type(PASSWORD);
      await press('Enter');
      if ((await console.access.user(name))?.totpSecret !== undefined) {
        await at('/sign-in/code');
        await type('code', appCode(console.clock.now));
        await press('Enter');
      }
      await at(page);
    },
    faults: async () => {
      await tab.evaluate(await readFile(AXE, 'utf8'));
      const found = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ${JSON.stringify(WCAG)} })`,
      );
      return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    },
    smallTargets: () =>
      tab.evaluate<string[]>(`
        [...document.querySelectorAll('button, input:not([hidden], [type=hidden]), select, summary, nav a, .button')]
          .filter((each) => each.checkVisibility() && !each.closest('label'))
          .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 24)
          .map((each) => each.outerHTML)`),
    width: () => tab.evaluate<number>('document.documentElement.scrollWidth'),
  };
}
