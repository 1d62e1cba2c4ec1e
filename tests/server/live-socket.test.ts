import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { LIVE_LIMITS } from '../../src/server/live/live-limits.ts';
import { LiveSocket } from '../../src/server/live/live-socket.ts';

/** A socket whose other side takes nothing, until it is told to. */
class Stuck extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly closed: number[] = [];
  terminated = 0;
  #taken: (() => void)[] = [];

  send(data: string, done: () => void): void {
    this.bufferedAmount += data.length;
    this.#taken.push(done);
  }

  take(): void {
    this.bufferedAmount = 0;
    for (const done of this.#taken.splice(0)) done();
  }

  ping(): void {
    this.emit('pinged');
  }

  close(code: number): void {
    this.closed.push(code);
  }

  terminate(): void {
    this.terminated += 1;
  }
}

const FACTS = { token: null, address: '127.0.0.1', requestId: 'r', language: null };

const connected = (slowMs: number) => {
  const stuck = new Stuck();
  const live = new LiveSocket(stuck as unknown as WebSocket, FACTS, { ...LIVE_LIMITS, slowMs });
  return { stuck, live };
};

describe('a WebSocket', () => {
  it('asks for the next answer once the last has left', async () => {
    const { stuck, live } = connected(60_000);
    let left = false;
    const sending = live.send('answer').then(() => {
      left = true;
    });
    await Promise.resolve();
    expect(left).toBe(false);
    stuck.take();
    await sending;
    live.lookForSlowness();
    expect([left, stuck.closed]).toEqual([true, []]);
  });

  it('whose client takes nothing is closed with 1013, and not before its time', () => {
    const [patient, impatient] = [connected(60_000), connected(-1)];
    for (const { live } of [patient, impatient]) {
      void live.send('answer');
      live.lookForSlowness();
    }
    expect([patient.stuck.closed, impatient.stuck.closed]).toEqual([[], [1013]]);
  });

  it('on which too much has piled up is closed, and sent nothing more', async () => {
    const { stuck, live } = connected(60_000);
    stuck.bufferedAmount = 5 * 1024 * 1024;
    await live.send('answer');
    expect([stuck.closed, stuck.bufferedAmount]).toEqual([[1013], 5 * 1024 * 1024]);
  });

  it('that does not answer a ping is cut at the next one', () => {
    const { stuck, live } = connected(60_000);
    live.ping();
    stuck.emit('pong');
    live.ping();
    expect(stuck.terminated).toBe(0);
    live.ping();
    expect(stuck.terminated).toBe(1);
  });
});
