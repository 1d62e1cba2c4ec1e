import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { markBody } from './append-marks.ts';
import type { Measured } from './append-rate.ts';
import { startContender } from './contender.ts';

const FOLDER = fileURLToPath(new URL('rivals/', import.meta.url));

/** Installs what is measured against, from its own lock: it does not fit beside the project's own packages. */
function install(): void {
  if (existsSync(`${FOLDER}node_modules/@eventide/message-db`)) return;
  console.log('Installing the rivals into tests/bench/rivals …');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new Error('The rivals could not be installed: this part of the bench needs a package registry.');
}

/** Another event store, in a process and a database of its own on the same server. */
export interface Rival {
  readonly rate: Measured;
  stop(): Promise<void>;
}

/** Starts a rival. Its events are as long as ours, its appends name exact revisions, and it gets 32 connections. */
export async function startRival(file: 'emmett.mjs' | 'message-db.mjs', adminUrl: string): Promise<Rival> {
  install();
  const database = file.replace(/\W/g, '_');
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(database)}`);
  await admin.end();
  const url = new URL(adminUrl);
  url.pathname = database;
  const setup = { url: url.href, body: markBody(0) };
  const child = await startContender(`rivals/${file}`, setup, { pinned: false });
  return {
    rate: async (writers, milliseconds) => Number(await child.ask(JSON.stringify({ writers, milliseconds }))),
    stop: () => child.stop(),
  };
}
