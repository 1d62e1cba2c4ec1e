const LONGEST = 300;

/** Any text as a label of the journal: NFC, one line, at most 300 characters; `otherwise` where nothing is left. */
export const labelOf = (text: string, otherwise: string): string => {
  const line = text
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
    .normalize('NFC')
    .slice(0, LONGEST)
    // The cut may have gone through the middle of a character.
    .replace(/\p{Cs}$/u, '');
  return line === '' ? otherwise : line;
};
