import type { Preset } from '../preset.ts';

/** 003, ЭПОС.СПО: the one that names both edit windows, and the default. */
export const epos: Preset = {
  title: { en: 'ЭПОС.СПО', ru: 'ЭПОС.СПО' },
  says: {
    'currentMark.editWindowDays': { value: 21, clause: '003 §3.3 L89' },
    'attestation.editWindowDays': { value: 31, clause: '003 §3.3 L90' },
    'attestation.lockOnEntry': { value: false, clause: '003 §3.3 L90' },
  },
};
