/** Where a browser ended up, and what it was shown. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** As much of a browser as signing in takes: cookies by host, redirects that are followed, forms that are sent. */
export class Browser {
  readonly #cookies = new Map<string, string>();

  /** Goes to an address and follows where it is sent, up to an address it is told to stop before. */
  async visit(
    url: string,
    until: (url: string) => boolean,
    form?: Readonly<Record<string, string>>,
  ): Promise<Page> {
    if (until(url)) return { url, status: 0, text: '' };
    const { origin } = new URL(url);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.#cookiesOf(origin) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      this.#cookies.set(`${origin} ${name}`, pair);
    }
    const to = response.headers.get('location');
    if (to === null) return { url, status: response.status, text: await response.text() };
    await response.body?.cancel();
    return await this.visit(new URL(to, url).href, until);
  }

  /** Forgets what a host set: another browser, to that host. */
  forget(origin: string): void {
    for (const key of this.#cookies.keys()) if (key.startsWith(`${origin} `)) this.#cookies.delete(key);
  }

  #cookiesOf(origin: string): string {
    return [...this.#cookies]
      .flatMap(([key, pair]) => (key.startsWith(`${origin} `) ? [pair] : []))
      .join('; ');
  }
}

const formAction = ({ text, url }: Page): string => {
  const [, action] = /<form[^>]* action="([^"]+)"/u.exec(text) ?? [];
  if (action === undefined) throw new Error(`There is no form at ${url}: ${text.slice(0, 200)}`);
  return new URL(action, url).href;
};

/** Signs in on the pages of the test's provider, and agrees to what they ask. */
export const passProvider = async (
  browser: Browser,
  start: string,
  subject: string,
  until: (url: string) => boolean,
): Promise<Page> => {
  let page = await browser.visit(start, until);
  for (let step = 0; step < 4 && page.status === 200; step += 1) {
    const isLogin = page.text.includes('name="login"');
    const form: Readonly<Record<string, string>> = isLogin
      ? { prompt: 'login', login: subject, password: 'any' }
      : { prompt: 'consent' };
    page = await browser.visit(formAction(page), until, form);
  }
  return page;
};
