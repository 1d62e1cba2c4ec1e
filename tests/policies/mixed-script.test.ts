import { mixesScripts } from '../../src/policies/mixed-script.ts';

describe('a word in letters of two alphabets (T43)', () => {
  it.each([
    ['Ивaнова', 'a Latin a'],
    ['Пeтров', 'a Latin e'],
    ['Смирнов Cергей', 'a Latin C in the second word'],
    ['Cидоров-Иванов', 'a Latin C before the hyphen'],
    ['Αлексеев', 'a Greek alpha'],
    ['Джonson', 'half and half'],
  ])('is found in %s: %s', (text) => {
    expect(mixesScripts(text)).toBe(true);
  });

  it.each([
    '',
    'Иванова Ольга',
    'Anna-Maria',
    'IT-отдел',
    'ИС-11a',
    '1C',
    'Ольга (Olga)',
    'Ёлкин',
    'Нгуен Тхи',
  ])('is not found in “%s”', (text) => {
    expect(mixesScripts(text)).toBe(false);
  });
});
