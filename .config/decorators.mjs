// Node runs TypeScript as it is, by stripping types; decorators are the one thing it cannot strip. They live in
// schema/ only, and this hook compiles those files as they load. What a file was made into is kept beside the
// packages, under the hash of its source: the compilers are then not loaded at all, nor their memory taken.
// Whoever may write there may write the program; where nobody may, nothing is kept.
import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';

const options = {
  swcrc: false,
  sourceMaps: process.sourceMapsEnabled ? 'inline' : false,
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
    // Message files are JSON modules, and Node takes those by their attribute alone.
    experimental: { keepImportAttributes: true },
    preserveAllComments: false,
  },
  module: { type: 'es6' },
};

const root = new URL('../', import.meta.url).href;
const [schema, packages] = [`${root}schema/`, `${root}node_modules/`];
const kept = new URL('.cache/gradeledger/', packages);
const require = createRequire(import.meta.url);
const { version } = require('@swc/core/package.json');
const compilers = JSON.stringify([process.version, version, options]);

/** Node warns once that its own way of stripping types may yet change under this name. */
const stripped = (source) => {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
};

const compiled = (url, source) =>
  url.startsWith(schema)
    ? require('@swc/core').transformSync(source, { ...options, filename: fileURLToPath(url) }).code
    : stripped(source);

/** Whole or not at all: another process may be reading it, or writing it too. */
const keep = (place, text) => {
  try {
    mkdirSync(kept, { recursive: true });
    const draft = new URL(`${randomUUID()}.draft`, kept);
    writeFileSync(draft, text);
    renameSync(draft, place);
  } catch {
    // It is compiled again the next time.
  }
};

/** What was kept of a file under this hash of its source, or null. */
const keptOf = (place, digest) => {
  try {
    const text = readFileSync(place, 'utf8');
    return text.startsWith(digest) ? text.slice(digest.length) : null;
  } catch {
    return null;
  }
};

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith(root) || !url.endsWith('.ts') || url.startsWith(packages))
      return nextLoad(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    const digest = hash('sha256', `${compilers}\n${source}`);
    const place = new URL(`${hash('sha256', url)}.mjs`, kept);
    const known = keptOf(place, digest);
    const code = known ?? compiled(url, source);
    if (known === null) keep(place, `${digest}${code}`);
    return { format: 'module', source: code, shortCircuit: true };
  },
});
