import ts from 'typescript';
import { idsIn } from './ids.ts';

/** A named test (or group of tests) and the ids its name shows it to be about. */
export interface NamedTest {
  readonly file: string;
  readonly name: string;
  readonly ids: readonly string[];
}

const WORDS = /\b(?:it|test|describe)\b/u;

/* What a name of the file stands for: `const withData = present ? describe : describe.skip`, a table of cases. */
const constantsOf = (source: ts.SourceFile): ReadonlyMap<string, ts.Expression> => {
  const constants = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return constants;
};

const textOf = (title: ts.Expression): string | null => {
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return null;
  return title.head.text + title.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
};

const stringsIn = (node: ts.Node): readonly string[] => {
  const own = ts.isStringLiteralLike(node) ? [node.text] : [];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => void inner.push(...stringsIn(child)));
  return [...own, ...inner];
};

/** The tests a file declares by `it`, `test` and `describe`, those of `.each` with the ids of their table; skipped ones prove nothing. */
export const titlesOf = (file: string, text: string): readonly NamedTest[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const constants = constantsOf(source);
  const meant = (node: ts.Expression): ts.Expression =>
    (ts.isIdentifier(node) ? constants.get(node.text) : undefined) ?? node;
  const declares = (callee: string) => WORDS.test(callee) && !/\.(?:skip|todo)\b/u.test(callee);

  const testOf = ({ expression, arguments: [title] }: ts.CallExpression): NamedTest | null => {
    const name = title ? textOf(title) : null;
    if (name === null) return null;
    if (ts.isCallExpression(expression)) {
      const [table] = expression.arguments;
      if (!table || !declares(expression.expression.getText(source))) return null;
      return { file, name, ids: idsIn([name, ...stringsIn(meant(table))].join(' ')) };
    }
    const callee = ts.isIdentifier(expression) ? (constants.get(expression.text) ?? expression) : expression;
    const chosen = ts.isConditionalExpression(callee) ? callee.whenTrue : callee;
    return declares(chosen.getText(source)) ? { file, name, ids: idsIn(name) } : null;
  };

  const found: NamedTest[] = [];
  const visit = (node: ts.Node): void => {
    const test = ts.isCallExpression(node) ? testOf(node) : null;
    if (test) found.push(test);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
