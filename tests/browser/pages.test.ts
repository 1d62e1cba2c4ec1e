import type { Browser } from 'playwright-core';
import { hasChromium, openChromium, watchedPage, type WatchedPage } from '../support/chromium.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/** A site that is missing is made while the page waits: half a minute on a machine with nothing else to do. */
const MAKING_MS = 900_000;

/** Chromium is no package of npm, which is all that the project asks of a machine: without it these tests say so and are skipped. */
const inBrowser = hasChromium
  ? describe
  : (title: string, tests: () => void): void => {
      describe.skip(
        `${title} (skipped: there is no /usr/bin/chromium; \`apt-get install chromium\` brings it)`,
        tests,
      );
    };

inBrowser('a front-end developer in Chromium', () => {
  let served: ServedHouse;
  let college: College;
  let browser: Browser;
  let watched: WatchedPage;

  beforeAll(async () => {
    served = await serveHouse();
    college = await foundCollege(served);
    browser = await openChromium();
  }, MAKING_MS);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  beforeEach(async () => {
    watched = await watchedPage(browser, served.origin, college.as('teacher').token ?? '');
    watched.page.setDefaultTimeout(MAKING_MS);
  });
  afterEach(() => watched.page.context().close());

  it(
    'finds an example of each role in GraphiQL, runs one, and leaves the machine with nothing',
    async () => {
      const { page, elsewhere, complaints, shoot } = watched;
      await page.goto(`${served.origin}/graphiql`);
      const menu = page.getByLabel('Examples');
      await menu.locator('optgroup').first().waitFor({ state: 'attached' });
      const groups = await page.evaluate<readonly string[]>(
        "[...document.querySelectorAll('#examples optgroup')].map(({ label }) => label)",
      );
      expect(groups).toEqual(
        expect.arrayContaining(['administrator', 'auditor', 'diary', 'session', 'teacher']),
      );

      await page.getByRole('button', { name: /^Execute/u }).waitFor();
      const reloaded = page.waitForEvent('load');
      await menu.selectOption('TeacherJournals');
      await reloaded;
      await page.locator('.graphiql-query-editor', { hasText: 'TeacherJournals' }).waitFor();
      await page.getByRole('button', { name: /^Execute/u }).click();
      await page.locator('.result-window', { hasText: 'ИС-11' }).waitFor();
      await shoot('graphiql');
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
    },
    MAKING_MS,
  );

  it(
    'follows in GraphiQL what happens, by an example',
    async () => {
      const auditor = await watchedPage(browser, served.origin, college.as('auditor').token ?? '');
      const { page, elsewhere, complaints, shoot } = auditor;
      page.setDefaultTimeout(MAKING_MS);
      await page.goto(`${served.origin}/graphiql#example=AuditTrailChanged`);
      await page.locator('.graphiql-query-editor', { hasText: 'AuditTrailChanged' }).waitFor();
      await page.getByRole('button', { name: /^Execute/u }).click();
      await page.getByRole('button', { name: /^Stop/u }).waitFor();
      while (served.live?.open().subscriptions === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      await college.as('administrator').do('registerStudent', { familyName: 'Новая', givenName: 'Анна' });
      await page.locator('.result-window', { hasText: 'STUDENT_REGISTERED' }).waitFor();
      await shoot('graphiql-live');
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    MAKING_MS,
  );

  it(
    'reads at /docs what the schema says, and it too asks nobody else',
    async () => {
      const { page, elsewhere, complaints, shoot } = watched;
      await page.goto(`${served.origin}/docs`);
      await page.locator('#query-gradebook').waitFor();
      expect(await page.locator('#query-gradebook').innerText()).toContain('A page with everything on it');
      await page.locator('a[href="#definition-EditWindowClosed"]').first().click();
      await page.locator('#definition-EditWindowClosed').scrollIntoViewIfNeeded();
      await shoot('docs');
      expect(elsewhere).toEqual([]);
      // The site that is being made is asked for until it stands.
      expect(complaints.filter((text) => !text.includes('503'))).toEqual([]);
    },
    MAKING_MS,
  );
});
