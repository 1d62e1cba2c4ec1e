import { SingleBar } from 'cli-progress';
import type { DemoProgress } from './demo.ts';

/** Shows how far the demo is: a bar on a terminal, a line every few seconds elsewhere, nothing before the first step. */
export const progressBar = (stream: NodeJS.WriteStream) => {
  const bar = new SingleBar({
    format: 'Making the demo colleges [{bar}] {percentage} % · {value} of {total} commands',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    stream,
  });
  return {
    show: ({ done, total }: DemoProgress): void => {
      if (!bar.isActive) bar.start(total, done);
      bar.update(done);
    },
    end: (): void => {
      if (bar.isActive) bar.stop();
    },
  };
};
