import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a verifier says of a bundle in its machine form. */
export interface Verdict {
  readonly exit: number;
  readonly verdict: 'ok' | 'tampered' | 'incomplete';
  readonly events: number;
  readonly texts: number;
  readonly opened: number;
  readonly pages: number;
  readonly proofs: number;
  readonly root: string;
  readonly findings: readonly {
    readonly code: string;
    readonly class: 'tampered' | 'incomplete' | 'note';
    readonly position: number | null;
    readonly event: string | null;
    readonly text: string;
  }[];
}

const VERIFIERS = join(import.meta.dirname, '..', '..', 'src', 'ledger', 'verifier');

/** Runs the program once for each list of arguments, in one process: starting it is most of the work on small bundles. */
const NODE = `
const [verifier, ...calls] = process.argv.slice(1);
const said = [];
const real = process.exit;
console.error = () => undefined;
for (const [n, call] of JSON.parse(calls[0]).entries()) {
  let report;
  process.argv = [process.execPath, verifier, ...call, '--json'];
  process.exitCode = undefined;
  console.log = (text) => { report = JSON.parse(text); };
  process.exit = (code) => { throw Object.assign(new Error('exit'), { code }); };
  try { await import(verifier + '?' + n); } catch (error) { if (error.code === undefined) throw error; report = { exit: error.code, findings: [] }; }
  said.push(report);
}
process.exit = real;
process.exitCode = 0;
process.stdout.write(JSON.stringify(said));
`;

const PYTHON = `
import io, json, sys
from contextlib import redirect_stdout, redirect_stderr
verifier, calls = sys.argv[1:3]
code, said = compile(open(verifier, encoding='utf-8').read(), verifier, 'exec'), []
for call in json.loads(calls):
    sys.argv, out = [verifier, *call, '--json'], io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(io.StringIO()):
            exec(code, {'__name__': '__main__'})
    except SystemExit as end:
        said.append(json.loads(out.getvalue()) if out.getvalue() else {'exit': end.code, 'findings': []})
print(json.dumps(said))
`;

const run = (program: string, args: readonly string[]): readonly Verdict[] => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr.slice(-2_000)}`);
  return JSON.parse(stdout) as readonly Verdict[];
};

/** What verify.mjs says of bundles, each given as the arguments of one call. */
export const inJavaScript = (calls: readonly (readonly string[])[]): readonly Verdict[] =>
  run(process.execPath, [
    '--input-type=module',
    '-e',
    NODE,
    join(VERIFIERS, 'verify.mjs'),
    JSON.stringify(calls),
  ]);

/** What verify.py says of them. */
export const inPython = (calls: readonly (readonly string[])[]): readonly Verdict[] =>
  run('python3', ['-c', PYTHON, join(VERIFIERS, 'verify.py'), JSON.stringify(calls)]);

/** Why the Python verifier cannot be run here; `null` where it can. */
export const pythonIsMissing: string | null =
  spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0
    ? null
    : 'there is no Python 3.9 or later here';

/** The findings that count, without the notes: code and position, sorted. */
export const told = ({ findings }: Verdict): readonly string[] =>
  findings
    .filter((finding) => finding.class !== 'note')
    .map(({ code, position }) => `${code} ${String(position)}`)
    .sort();
