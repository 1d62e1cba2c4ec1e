import type { SealedLog } from '../../src/log/event-log.ts';
import { positions } from './following-contract.ts';
import { appendOne, college } from './requests.ts';

/** Several colleges on one server: each has a queue of its own. */
export function collegesContract(make: () => SealedLog): void {
  let log: SealedLog;
  beforeEach(() => {
    log = make();
  });
  afterEach(() => log.close());

  const openAll = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const tenant = college();
        await log.open(tenant);
        return tenant.id;
      }),
    );

  describe('many colleges', () => {
    it('that write at once have a dense log each', async () => {
      const colleges = await openAll(12);
      await Promise.all(
        colleges.flatMap((id) =>
          Array.from({ length: 40 }, (_, i) =>
            log.append(id, appendOne(`mark-${String(i % 4)}.${String(i)}`)),
          ),
        ),
      );
      for (const id of colleges) {
        const events = await log.read(id, 0n, 100);
        expect(events.map(({ position }) => position)).toEqual(positions(1, 40));
      }
    });

    it('do not wait for each other: a lone append of a small one passes the crowd of a big one', async () => {
      const [big = '', small = ''] = await openAll(2);
      const answered: string[] = [];
      const send = async (id: string, stream: string) => {
        const { status } = await log.append(id, appendOne(stream));
        answered.push(id);
        return status;
      };
      const crowd = Array.from({ length: 2_000 }, (_, i) => send(big, `mark-${String(i)}`));
      const lone = send(small, 'mark-1');
      expect(new Set(await Promise.all([...crowd, lone]))).toEqual(new Set(['appended']));
      expect(answered.indexOf(small)).toBeLessThan(1_800);
    });
  });
}
