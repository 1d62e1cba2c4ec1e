/** What the cluster of our own runs with: nothing acknowledged is ever lost, and a laptop's memory suffices. */
export const durableSettings: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_level: 'replica',
  max_wal_size: '2GB',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  // Old segments are removed instead of renamed: what was erased from the tables goes from the disk with them.
  wal_recycle: 'off',
  // The server's log names no person: neither the values of a violated constraint nor the statement's text.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};
