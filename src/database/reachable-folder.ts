import { chmod, mkdir } from 'node:fs/promises';

/** Open to every user, unlike a superuser's folders: what the server's user cannot reach lies here instead. */
export const REACHABLE_FOLDER = '/var/lib/gradeledger';

/** Makes it when it is missing; only a superuser can, and only a superuser needs it. */
export async function makeReachableFolder(): Promise<void> {
  if ((await mkdir(REACHABLE_FOLDER, { recursive: true })) === undefined) return;
  await chmod(REACHABLE_FOLDER, 0o755);
}
