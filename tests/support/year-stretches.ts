/** The academic year 2024/25 as colleges set it: the session is the last week of the autumn, vacations follow it. */
export const stretchesOf2024 = [
  { kind: 'STUDY_PERIOD', from: '2024-09-01', until: '2024-12-21' },
  { kind: 'INTERIM_ATTESTATION', from: '2024-12-22', until: '2024-12-28' },
  { kind: 'VACATION', from: '2024-12-29', until: '2025-01-08' },
  { kind: 'STUDY_PERIOD', from: '2025-01-09', until: '2025-06-28' },
  { kind: 'VACATION', from: '2025-06-30', until: '2025-08-31' },
] as const;
