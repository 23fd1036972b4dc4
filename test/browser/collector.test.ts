import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import {
  KEPT_SOURCES,
  type CollectOptions,
  type CollectorProblem,
  type Snapshot,
} from '@doubletake/collector';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepInside, launchChromium, launchOptions } from '../support/chromium.ts';
import { serveFiles, type ServedFile } from '../support/static-server.ts';

/** The collector as a host's bundler ships it. */
async function bundleCollector(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    resolve: { conditions: ['@doubletake/source', 'module', 'browser'] },
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../../packages/collector/src/index.ts', import.meta.url)),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  if (!('output' in built)) throw new Error('expected one bundle');
  return built.output[0].code;
}

const PAGE_SCRIPT = `
  import { collectSnapshot } from '/collector.js';
  const violations = [];
  document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  globalThis.collect = async (options) => {
    const problems = [];
    const snapshot = await collectSnapshot({ ...options, onProblem: (problem) => problems.push(problem) });
    return { snapshot, problems, violations };
  };`;

const page = (policy: string): ServedFile => ({
  body: '<!doctype html><title>Sign up</title><body><script type="module" src="/page.js"></script>',
  headers: { 'content-type': 'text/html', 'content-security-policy': policy },
});

const script = (body: string): ServedFile => ({
  body,
  // A sandboxed page has no origin of its own, so that even its own scripts are foreign to it.
  headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
});

const site = (bundle: string): Record<string, ServedFile> => ({
  '/': page("script-src 'self'"),
  '/strict': page("default-src 'none'; script-src 'self'"),
  '/trusted-types': page("script-src 'self'; require-trusted-types-for 'script'"),
  '/sandboxed': page('sandbox allow-scripts'),
  '/page.js': script(PAGE_SCRIPT),
  '/collector.js': script(bundle),
});

interface Collected {
  readonly snapshot: Snapshot;
  readonly problems: readonly CollectorProblem[];
  readonly violations: readonly string[];
}

const collectOn = async (tab: Page, options: CollectOptions = {}): Promise<Collected> => {
  await tab.waitForFunction('globalThis.collect');
  return tab.evaluate<Collected>(`collect(${JSON.stringify(options)})`);
};

let bundle: string;
let server: Awaited<ReturnType<typeof serveFiles>>;
let browser: Browser;
let context: BrowserContext;
let refused: readonly string[];

/** Opens one of the site's pages in a new tab and collects there. */
async function visit(path = '/', options: CollectOptions = {}): Promise<Collected> {
  const tab = await context.newPage();
  await tab.goto(server.origin + path);
  return collectOn(tab, options);
}

beforeAll(async () => {
  bundle = await bundleCollector();
  server = await serveFiles(site(bundle));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  context = await browser.newContext();
  refused = await keepInside(context, server.origin);
});

afterEach(async () => {
  await context.close();
});

const HEX_ID: unknown = expect.stringMatching(/^[0-9a-f]{32}$/);
const DIGEST: unknown = expect.stringMatching(/^digest:[0-9a-f]{32}$/);

describe('the snapshot', () => {
  test('is the device field of the event contract', async () => {
    const { snapshot, problems } = await visit();
    expect(problems).toEqual([]);
    expect(snapshot).toEqual({
      visitorId: HEX_ID,
      version: '5.2.0',
      confidence: { score: 0.7 },
      installationId: HEX_ID,
      components: snapshot.components,
    });
    expect(snapshot.components).toMatchObject({
      platform: { value: 'Linux x86_64' },
      canvas: { value: { winding: true, geometry: DIGEST, text: DIGEST } },
    });
    const kept = Object.keys(snapshot.components ?? {});
    expect(Object.keys(KEPT_SOURCES)).toEqual(expect.arrayContaining(kept));
  });

  test('is small, and so is the script', async () => {
    const { snapshot } = await visit();
    expect(JSON.stringify(snapshot).length).toBeLessThan(8_192);
    expect(gzipSync(bundle).length).toBeLessThan(18_000);
  });
});

describe('the installation id', () => {
  test.each([
    { note: 'a reload', between: () => Promise.resolve() },
    { note: 'cleared cookies', between: () => context.clearCookies() },
    {
      note: 'cleared local storage',
      between: (tab: Page) => tab.evaluate('localStorage.clear()'),
    },
  ])('survives $note, and so does the visitor id', async ({ between }) => {
    const tab = await context.newPage();
    await tab.goto(server.origin);
    const { snapshot: before } = await collectOn(tab);
    for (const visitNumber of [2, 3]) {
      await between(tab);
      await tab.reload();
      expect((await collectOn(tab)).snapshot, `visit ${visitNumber}`).toEqual(before);
    }
  });

  test('tells apart two profiles that show the same device', async () => {
    const { snapshot: mine } = await visit();
    const other = await browser.newContext();
    await keepInside(other, server.origin);
    const tab = await other.newPage();
    await tab.goto(server.origin);
    const { snapshot: theirs } = await collectOn(tab);
    await other.close();
    expect(theirs.visitorId).toBe(mine.visitorId);
    expect(theirs.installationId).not.toBe(mine.installationId);
  });

  test.each(['http:', 'https:'])('is a first-party cookie on %s', async (protocol) => {
    const files = site(bundle);
    const shop = `${protocol}//shop.test`;
    await context.route(`${shop}/**`, async (route) => {
      const file = files[new URL(route.request().url()).pathname];
      await route.fulfill({ status: file === undefined ? 404 : 200, ...file });
    });
    const tab = await context.newPage();
    await tab.goto(shop);
    const { snapshot } = await collectOn(tab);
    expect(await context.cookies()).toEqual([
      expect.objectContaining({
        name: 'doubletake_installation',
        value: snapshot.installationId,
        domain: 'shop.test',
        sameSite: 'Lax',
        secure: protocol === 'https:',
      }),
    ]);
  });
});

const NO_ID = {
  code: 'collector_installation_id_unavailable',
  message: 'neither local storage nor cookies keep a value on this page',
  at: 'installationId',
};

describe('blocked storage gives no id and says so', () => {
  test('in a sandboxed page', async () => {
    const { snapshot, problems } = await visit('/sandboxed');
    expect(snapshot).toHaveProperty('visitorId');
    expect(snapshot).not.toHaveProperty('installationId');
    expect(problems).toContainEqual(NO_ID);
  });

  test('in a profile that blocks all cookies', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
    await mkdir(join(profile, 'Default'));
    const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
    await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const blocking = await chromium.launchPersistentContext(profile, launchOptions());
    await keepInside(blocking, server.origin);
    const tab = await blocking.newPage();
    await tab.goto(server.origin);
    const { snapshot, problems } = await collectOn(tab);
    await blocking.close();
    await rm(profile, { recursive: true });
    expect(snapshot).toHaveProperty('visitorId');
    expect(snapshot).not.toHaveProperty('installationId');
    expect(problems).toEqual([NO_ID]);
  });
});

describe('the host page', () => {
  test('sends nothing while the snapshot is taken', async () => {
    // The agent's statistics are left to chance: one visit in a thousand.
    await context.addInitScript('Math.random = () => 0');
    const tab = await context.newPage();
    await tab.goto(server.origin, { waitUntil: 'networkidle' });
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    const { snapshot } = await collectOn(tab);
    expect(snapshot).toHaveProperty('visitorId');
    expect(requests).toEqual([]);
    expect(refused).toEqual([]);
  });

  test.each(['/', '/strict'])('keeps its content security policy: %s', async (path) => {
    const { problems, violations } = await visit(path);
    expect(problems).toEqual([]);
    expect(violations).toEqual([]);
  });

  test('that enforces trusted types still gets a snapshot, with another visitor id', async () => {
    const { snapshot: usual } = await visit();
    const { snapshot, problems } = await visit('/trusted-types');
    expect(snapshot.visitorId).not.toBe(usual.visitorId);
    expect(snapshot.installationId).toBe(usual.installationId);
    expect(problems.map(({ at }) => at)).toEqual(['components.fontPreferences']);
  });

  test.each([
    {
      note: 'never answers the agent',
      sabotage: 'requestIdleCallback = () => 0',
      problem: {
        code: 'collector_agent_timed_out',
        message: 'the FingerprintJS agent gave no answer in 50 ms',
        at: 'visitorId',
      },
    },
    {
      note: 'makes the agent throw',
      sabotage: `requestIdleCallback = () => { throw new TypeError('not today') }`,
      problem: {
        code: 'collector_agent_failed',
        message: 'the FingerprintJS agent failed: `TypeError: not today`',
        at: 'visitorId',
      },
    },
  ])('that $note is told and still gets the id', async ({ sabotage, problem }) => {
    await context.addInitScript(sabotage);
    const { snapshot, problems } = await visit('/', { timeoutMs: 50 });
    expect(snapshot).toEqual({ installationId: HEX_ID });
    expect(problems).toEqual([problem]);
  });

  test('that would wait for ever does wait', async () => {
    const { problems } = await visit('/', { timeoutMs: Number.MAX_SAFE_INTEGER });
    expect(problems).toEqual([]);
  });
});
