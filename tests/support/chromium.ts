import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's browser; nothing is downloaded for a test. */
const CHROMIUM = '/usr/bin/chromium';

/** Whether this machine has a browser to open pages in. */
export const hasChromium = existsSync(CHROMIUM);

/** Without these the browser itself asks Google's hosts for this and that. */
const QUIET = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const SCREENS = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'gradeledger', 'screens');

/** A browser without anybody's profile. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: QUIET });

/** A page that notes what it asks for, and what it complains of. */
export interface WatchedPage {
  readonly page: Page;
  /** Every address that was asked for and is not of the server. */
  readonly elsewhere: readonly string[];
  /** Errors of scripts, and of the policy of the page. */
  readonly complaints: readonly string[];
  /** Keeps what is seen now as a picture, beside the packages. */
  readonly shoot: (name: string) => Promise<void>;
}

/** Opens an empty page, with a token where GraphiQL looks for it. */
export const watchedPage = async (browser: Browser, origin: string, token: string): Promise<WatchedPage> => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript((held) => {
    sessionStorage.setItem('gradeledger.token', held);
  }, token);
  const page = await context.newPage();
  const [elsewhere, complaints]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/u.test(url)) elsewhere.push(url);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host) elsewhere.push(socket.url());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    page,
    elsewhere,
    complaints,
    shoot: async (name) => {
      await mkdir(SCREENS, { recursive: true });
      await page.screenshot({ path: join(SCREENS, `${name}.png`) });
    },
  };
};
