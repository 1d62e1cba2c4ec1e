import { isNetwork, trustIn } from '../../src/observing/proxies.ts';
import { requestIdOf, traceParentOf } from '../../src/observing/request-id.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const given = '0af76519-16cd-43dd-8448-eb211c80319c';
const digits = given.replaceAll('-', '');

describe('the id of a request', () => {
  it('is made anew for whoever is no trusted proxy, whatever it says', () => {
    const headers = { 'x-request-id': given, traceparent: `00-${digits}-b7ad6b7169203331-01` };
    expect(requestIdOf(headers, false)).toMatch(UUID);
    expect(requestIdOf(headers, false)).not.toBe(given);
  });

  it('is what a trusted proxy calls it, in either spelling', () => {
    expect(requestIdOf({ 'x-request-id': given }, true)).toBe(given);
    expect(requestIdOf({ 'x-request-id': digits.toUpperCase() }, true)).toBe(given);
  });

  it('is that of its trace, where the proxy traces', () => {
    const traceparent = `00-${digits}-b7ad6b7169203331-01`;
    expect(requestIdOf({ traceparent, 'x-request-id': '1'.repeat(32) }, true)).toBe(given);
    expect(traceParentOf({ traceparent })).toEqual({
      trace: digits,
      span: 'b7ad6b7169203331',
      isSampled: true,
    });
  });

  it.each([
    'Иванова',
    'ivanova@example.org',
    `${given}\r\nSet-Cookie: a=b`,
    `${given}0`,
    given.replace('-', ''),
    '0'.repeat(32),
    '',
  ])('is never what could hold anything else: %j', (id) => {
    const made = requestIdOf({ 'x-request-id': id }, true);
    expect(made).toMatch(UUID);
    expect(made).not.toContain(id || 'nothing');
  });

  it.each([`00-${'0'.repeat(32)}-b7ad6b7169203331-01`, `00-${digits}-${'0'.repeat(16)}-01`, 'nonsense'])(
    'comes from no malformed trace: %s',
    (traceparent) => {
      expect(traceParentOf({ traceparent })).toBeNull();
    },
  );
});

describe('a trusted proxy', () => {
  it('is nobody unless it is named', () => {
    expect(trustIn([])('127.0.0.1')).toBe(false);
    expect(trustIn([])(undefined)).toBe(false);
  });

  it('is one of the addresses and networks that are named, however it is written', () => {
    const trusts = trustIn(['127.0.0.1', '10.1.0.0/16', 'fd00::/8']);
    expect(['127.0.0.1', '::ffff:127.0.0.1', '10.1.2.3', 'fd12::1'].map(trusts)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['127.0.0.2', '10.2.0.1', '::1', 'unknown', ''].map(trusts)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is named by an address or a network, and not by a name', () => {
    expect(['10.0.0.0/8', '::1', '1.2.3.4'].every(isNetwork)).toBe(true);
    expect(['10.0.0.0/33', 'proxy', '10.0.0.0/8/8', '1.2.3', '/8', ''].some(isNetwork)).toBe(false);
  });
});
