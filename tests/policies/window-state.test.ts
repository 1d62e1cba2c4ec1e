import { windowStateOn } from '../../src/policies/window-state.ts';

const window = { until: '2024-09-23', grantedUntil: null, locked: false };

describe('the state of an edit window', () => {
  it('is open, closing soon with three days left or fewer, open on its last day, and then closed', () => {
    const seen = ['2024-09-19', '2024-09-20', '2024-09-23', '2024-09-24'].map((today) =>
      windowStateOn(window, today),
    );
    expect(seen).toEqual(['open', 'closingSoon', 'closingSoon', 'closed']);
  });

  it('T-49: is granted only where its own deadline has passed, and only while the grant lasts', () => {
    const granted = { ...window, grantedUntil: '2024-09-30' };
    expect(windowStateOn(granted, '2024-09-23')).toBe('closingSoon');
    expect(windowStateOn(granted, '2024-09-30')).toBe('granted');
    expect(windowStateOn(granted, '2024-10-01')).toBe('closed');
  });

  it('is locked with its period, whatever window or grant stands', () => {
    const locked = { ...window, grantedUntil: '2024-09-30', locked: true };
    expect(windowStateOn(locked, '2024-09-01')).toBe('locked');
    expect(windowStateOn(locked, '2024-09-25')).toBe('locked');
  });
});
