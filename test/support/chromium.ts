import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';

/** Starts Chromium, or says how to get one. Tests never download a browser. */
export const launchChromium = (): Promise<Browser> => chromium.launch(launchOptions());

/** How every browser test starts Chromium: quiet, without a sandbox (tests may run as root). */
export function launchOptions(): LaunchOptions {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `no Chromium at \`${executablePath}\`: install it (apt-get install chromium) or set CHROMIUM_PATH`,
    );
  }
  return {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** Lets a context reach one origin only. Returns the list, still growing, of addresses it was refused. */
export async function keepInside(
  context: BrowserContext,
  origin: string,
): Promise<readonly string[]> {
  const refused: string[] = [];
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      refused.push(route.request().url());
      await route.abort();
    },
  );
  return refused;
}
