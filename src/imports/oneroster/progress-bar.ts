import { SingleBar } from 'cli-progress';
import type { ImportProgress } from './import.ts';

/** A display of how far an import is. */
export interface ProgressDisplay {
  readonly show: (progress: ImportProgress) => void;
  readonly end: () => void;
}

/** Where a display is written. */
export type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** A bar on a terminal; elsewhere one plain line for every table that is begun. */
export function progressDisplay(screen: Screen): ProgressDisplay {
  const bar = screen.isTTY
    ? new SingleBar({
        stream: screen,
        format: '{table} [{bar}] {percentage}%',
        hideCursor: true,
        clearOnComplete: true,
        linewrap: false,
      })
    : null;
  let shown = '';
  return {
    show({ table, done, total }) {
      if (table !== shown) {
        bar?.stop();
        if (bar) bar.start(total, 0, { table: table.padEnd(16) });
        else screen.write(`${table} …\n`);
        shown = table;
      }
      bar?.update(done);
    },
    end: () => bar?.stop(),
  };
}
