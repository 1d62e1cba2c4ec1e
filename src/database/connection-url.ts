/** The same server and user, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The same connection, acting under another role from its first statement on. */
export function withRole(url: string, role: string): string {
  const changed = new URL(url);
  const options = changed.searchParams.get('options');
  changed.searchParams.set('options', [options, `-c role=${role}`].filter(Boolean).join(' '));
  return changed.href;
}

/** The same server and database, another user. */
export function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(user);
  changed.password = encodeURIComponent(password);
  return changed.href;
}

/** The address for screens and logs: its password, if any, is masked. */
export function masked(url: string): string {
  const changed = new URL(url);
  if (changed.password) changed.password = '***';
  changed.search = '';
  return changed.href;
}

/** The name of the database of an address. */
export const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

/** Whether two addresses are of one server. */
export const isSameServer = (one: string, other: string): boolean => {
  const [first, second] = [new URL(one), new URL(other)];
  return first.hostname === second.hostname && (first.port || '5432') === (second.port || '5432');
};
