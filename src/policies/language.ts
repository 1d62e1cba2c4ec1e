/** Whether a text is written in Russian: one without letters, `§ 3, № 12`, is; one in Latin letters only is not (T-51). */
export const isInRussian = (text: string): boolean =>
  !/\p{L}/u.test(text) || /\p{Script=Cyrillic}/u.test(text);
