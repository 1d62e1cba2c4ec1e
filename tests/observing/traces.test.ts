import type { ObservedRequest } from '../../src/observing/request.ts';
import { startTraces } from '../../src/observing/traces.ts';
import { receiveTraces, type ReceivedSpan } from '../support/trace-receiver.ts';

const id = '0af76519-16cd-43dd-8448-eb211c80319c';
const trace = id.replaceAll('-', '');
const span = 'b7ad6b7169203331';

const request = (): ObservedRequest => ({
  ...{ id, route: '/graphql', operation: 'RecordMark', college: null, codes: [] },
  ...{ isStream: false, trace: undefined },
});

/** What a collector gets of one request. */
const sent = async (
  headers: Readonly<Record<string, string>> | null,
  ratio = 1,
): Promise<readonly ReceivedSpan[]> => {
  const receiver = await receiveTraces();
  const traces = startTraces({ url: receiver.url, service: 'gradeledger', ratio });
  const begun = request();
  traces.began(begun, headers);
  traces.ended(begun, 'POST', 200);
  await traces.close();
  await receiver.close();
  return receiver.spans;
};

describe('the trace of a request', () => {
  it('goes on where a trusted proxy began it', async () => {
    expect(await sent({ traceparent: `00-${trace}-${span}-01` })).toMatchObject([
      { traceId: trace, parentSpanId: span, name: '/graphql RecordMark' },
    ]);
  });

  it('begins here where nobody did', async () => {
    const [root] = await sent(null);
    expect(root).toMatchObject({ traceId: trace });
    expect(root?.parentSpanId ?? '').toBe('');
  });

  it('is not sent where the proxy does not trace it, nor beyond the part that is asked for', async () => {
    expect(await sent({ traceparent: `00-${trace}-${span}-00` })).toEqual([]);
    expect(await sent(null, 0)).toEqual([]);
  });
});
