import { hash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CATALOGUE_STYLE, catalogueHtml } from '../../schema/errors/catalogue-texts.ts';
import { localeOf } from '../../schema/locale.ts';

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', CATALOGUE_STYLE, 'base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where `help` of every error leads: the closed list of errors, in the language of the browser. */
export const serveErrors = (app: FastifyInstance): void => {
  const pages = { en: catalogueHtml('en'), ru: catalogueHtml('ru') };
  app.get('/docs/errors', ({ headers }, reply) =>
    reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
        vary: 'accept-language',
      })
      .send(pages[localeOf(headers['accept-language'])]),
  );
};
