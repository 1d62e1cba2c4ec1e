const ID = /\b(R-[A-Z]+-|[TD]-)(?=\d)(\d+)(?:(?:…|–|\.{2,3})(?:\1)?(\d+))?((?:\/\d\d)*)(?![\w-])/gu;

const numbered = (prefix: string, number: number) => `${prefix}${String(number).padStart(2, '0')}`;

/**
 * The requirements, traps and conflicts that a text names: `R-MRK-05`, `T-12`, `D-01`,
 * ranges (`R-LES-01…04`) and lists (`R-PA-01/02`) written out, in the order of the text, each once.
 */
export const idsIn = (text: string): readonly string[] => {
  const found = new Set<string>();
  for (const [, prefix = '', first = '', last, others = ''] of text.matchAll(ID)) {
    found.add(`${prefix}${first}`);
    for (let number = Number(first) + 1; number <= Number(last ?? 0); number += 1)
      found.add(numbered(prefix, number));
    for (const other of others.split('/').slice(1)) found.add(`${prefix}${other}`);
  }
  return [...found];
};
