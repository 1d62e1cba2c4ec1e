import { z } from 'zod';
import { phraseOf, readable, wordOf } from '../../schema/regulation-words/readable.ts';
import { PARAMETERS } from '../../src/policies/regulation/parameters.ts';
import { PRESET_KEYS } from '../../src/policies/regulation/presets.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';

interface Node {
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly properties?: Readonly<Record<string, Node>>;
}

const nodesIn = (node: unknown): readonly Node[] =>
  typeof node === 'object' && node !== null ? [node, ...Object.values(node).flatMap(nodesIn)] : [];

const kindsOf = ({ properties = {} }: Node): readonly (string | undefined)[] => {
  const { enum: several, const: one } = properties['kind'] ?? {};
  return several ?? [one];
};

const nodes = Object.values(PARAMETERS).flatMap(({ value }) => nodesIn(z.toJSONSchema(value)));
const shapes = nodes.filter(({ properties }) => properties !== undefined);
const kinds = new Set(shapes.flatMap(({ properties = {} }) => nodesIn(properties['kind'])));

describe('a value of the regulation in words', () => {
  it('has a word in both languages for every name that values may hold', () => {
    const names = nodes
      .filter((node) => !kinds.has(node))
      .flatMap((node) => [...(node.enum ?? []), ...(node.const === undefined ? [] : [node.const])])
      .filter((name) => typeof name === 'string');
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !wordOf(name)?.en || !wordOf(name)?.ru)).toEqual([]);
  });

  it('has a phrase for every shape of values, which names every field there is', () => {
    const lacking = shapes.flatMap((shape) =>
      kindsOf(shape).flatMap((kind) => {
        const fields = Object.keys(shape.properties ?? {}).filter((field) => field !== 'kind');
        if (kind === undefined && fields.toSorted().join() === 'day,month') return [];
        const phrase = phraseOf(
          kind === undefined ? Object.fromEntries(fields.map((f) => [f, 1])) : { kind },
        );
        return fields.every((f) => phrase?.en.includes(`{${f}}`) && phrase.ru.includes(`{${f}}`)) && phrase
          ? []
          : [{ kind, fields }];
      }),
    );
    expect(lacking).toEqual([]);
  });

  it.each(PRESET_KEYS)('says every value of %s without a gap or a name of ours', (preset) => {
    const odd = [...initialRegulation(preset).settings.values()].flatMap(({ value }) =>
      [readable(value, 'ru'), readable(value, 'en')].filter((text) =>
        /[{}[\]]|undefined|[a-z][A-Z]/u.test(text),
      ),
    );
    expect(odd).toEqual([]);
  });

  it.each([
    [21, '21', '21'],
    [null, 'no rule', 'правила нет'],
    [true, 'yes', 'да'],
    [{ month: 8, day: 28 }, '28 August', '28 августа'],
    [{ everyMonthBy: 25 }, 'by day 25 of every month', 'ежемесячно к 25 числу'],
    [
      { kind: 'hoursAfterGroupClasses', hours: 3 },
      'within 3 h after the classes of the group have ended',
      'в течение 3 ч после окончания занятий группы',
    ],
    [
      { kind: 'monthlyAsOf', day: 5, medium: 'electronic', to: 'departmentHead' },
      'monthly, as of day 5, electronic, to: department head',
      'ежемесячно, на 5 число, в электронном виде, кому: заведующий отделением',
    ],
    [
      { kind: 'onDemand', medium: 'electronic', to: null },
      'on demand, electronic',
      'по запросу, в электронном виде',
    ],
    [{ kind: 'everyMonths', months: 1 }, 'at least once in 1 month(s)', 'не реже раза в 1 мес.'],
    [['topic', 'mark'], 'topic, mark', 'тема, отметка'],
    ['Дневник.ру', 'Дневник.ру', 'Дневник.ру'],
  ])('%j reads "%s" and "%s"', (value, en, ru) => {
    expect([readable(value, 'en'), readable(value, 'ru')]).toEqual([en, ru]);
  });
});
