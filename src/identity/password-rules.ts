/** Characters; length is what keeps a password from being guessed (ASVS 5.0 6.2.1). */
const SHORTEST_PASSWORD = 12;

/** Characters; longer ones would only cost (ASVS 5.0 6.2.9 asks for 64 at least). */
const LONGEST_PASSWORD = 128;

/** Different characters, so that `aaaaaaaaaaaa` and `121212121212` are none. */
const FEWEST_DIFFERENT = 6;

/** Words that stand in everybody's first guess here. */
const GUESSED = ['gradeledger', 'password', 'qwerty', '12345678', 'пароль', 'йцукен'];

const tooShort = `A password has ${SHORTEST_PASSWORD} characters at least.`;
const tooLong = `A password has ${LONGEST_PASSWORD} characters at most.`;
const tooPlain = 'This password would be guessed first: choose several words that do not belong together.';

/**
 * What is wrong with a new password, as a sentence, or `null`. Any character may stand in it and none has to
 * (ASVS 5.0 6.2.5); it is refused for its length and for what is guessed first (6.2.4, 6.2.11), and for nothing else.
 */
export const passwordFault = (password: string, name: string | null): string | null => {
  const characters = Array.from(password.normalize('NFC'));
  if (characters.length < SHORTEST_PASSWORD) return tooShort;
  if (characters.length > LONGEST_PASSWORD) return tooLong;
  const folded = password.toLowerCase();
  const guessed = name === null ? GUESSED : [...GUESSED, name];
  const isGuessed = guessed.some((word) => folded.includes(word));
  return isGuessed || new Set(characters).size < FEWEST_DIFFERENT ? tooPlain : null;
};
