import { rateOf } from '../append-rate.ts';

const CYCLED_STREAMS = 50;

/**
 * The rival's side of the bench: `open` brings up a store at an address and gives a function that appends one event
 * to a stream at an exact revision, counted from -1 for none. Each writer cycles streams of its own, as ours do.
 */
export const rival = (open) => {
  let rate;
  const turns = new Map();
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    void (async () => {
      if (typeof message === 'string') {
        const { writers, milliseconds } = JSON.parse(message);
        process.send(await rate(writers, milliseconds));
        return;
      }
      const { url, body } = message;
      const append = await open(url);
      rate = rateOf((writer) => {
        const turn = turns.get(writer) ?? 0;
        turns.set(writer, turn + 1);
        const stream = `mark-${writer}.${turn % CYCLED_STREAMS}`;
        return append(stream, Math.floor(turn / CYCLED_STREAMS) - 1, JSON.parse(body));
      });
      process.send('ready');
    })();
  });
};
