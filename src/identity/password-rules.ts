/** Characters; length is what keeps a password from being guessed (ASVS 5.0 6.2.1). */
const SHORTEST_PASSWORD = 12;

/** Characters; longer ones would only cost (ASVS 5.0 6.2.9 asks for 64 at least). */
const LONGEST_PASSWORD = 128;

/** Different characters, so that `aaaaaaaaaaaa` and `121212121212` are none. */
const FEWEST_DIFFERENT = 6;

/** Words that stand in everybody's first guess here. */
const GUESSED = ['gradeledger', 'password', 'qwerty', '12345678', 'пароль', 'йцукен'];

/** Why a password is not taken. */
export type PasswordFault =
  | { readonly is: 'tooShort'; readonly least: number }
  | { readonly is: 'tooLong'; readonly most: number }
  | { readonly is: 'guessable' };

/**
 * What is wrong with a new password, or `null`. Any character may stand in it and none has to
 * (ASVS 5.0 6.2.5); it is refused for its length and for what is guessed first (6.2.4, 6.2.11), and for nothing else.
 */
export const passwordFault = (password: string, name: string | null): PasswordFault | null => {
  const characters = Array.from(password.normalize('NFC'));
  if (characters.length < SHORTEST_PASSWORD) return { is: 'tooShort', least: SHORTEST_PASSWORD };
  if (characters.length > LONGEST_PASSWORD) return { is: 'tooLong', most: LONGEST_PASSWORD };
  const folded = password.toLowerCase();
  const guessed = name === null ? GUESSED : [...GUESSED, name];
  const isGuessed = guessed.some((word) => folded.includes(word));
  return isGuessed || new Set(characters).size < FEWEST_DIFFERENT ? { is: 'guessable' } : null;
};
