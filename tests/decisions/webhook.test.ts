import type { DomainEvent } from '../../events/register.ts';
import { MOST_WEBHOOKS } from '../../src/policies/webhook-terms.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { told } from '../support/pure-ledger.ts';
import {
  administrator,
  college,
  command,
  deputy,
  happened,
  petrova,
  revoked,
  world,
} from '../support/world.ts';

const id = idOf('webhook');
const url = 'https://receiver.example/hook';
const asked = { webhook: id, url, kinds: ['MarkRecorded'], after: null };
const office = { by: administrator, on: '2024-09-03' };
const register = (more: object = {}) => command('RegisterWebhook', { ...asked, loopback: false, ...more });
const secret = command('IssueWebhookSecret', { webhook: id, overlap: true });
const change = command('ChangeWebhook', { webhook: id, url: `${url}/2`, kinds: [], loopback: false });
const pause = command('PauseWebhook', { webhook: id });
const resume = command('ResumeWebhook', { webhook: id });
const replay = command('ReplayWebhook', { webhook: id, after: 5 });
const remove = command('RemoveWebhook', { webhook: id });

const actor = {
  session: 'session',
  channel: 'graphql',
  role: 'journalAdministrator',
  onBehalfOf: null,
} as const;
const registered = (owner: string, data = asked) =>
  told(happened('WebhookRegistered', data), { actor: { ...actor, account: owner } });
const past = (owner: string, ...more: readonly DomainEvent[]) =>
  world({ [`webhook-${college}`]: [registered(owner), ...more] });
const own = (...more: readonly DomainEvent[]) => past(administrator, ...more);
const paused = happened('WebhookPaused', { webhook: id, cause: 'asked' });

describe('a webhook', () => {
  it('is registered by an administrator, and neither by a teacher nor by a deputy', () => {
    given(world(), office).when(register()).thenRecords({ type: 'WebhookRegistered', data: asked });
    for (const by of [petrova, deputy])
      given(world(), { ...office, by })
        .when(register())
        .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('goes to one address once, and a college has a bounded number of them', () => {
    given(own(), office).when(register()).thenRefuses({ code: 'ALREADY_EXISTS' });
    given(own(), office)
      .when(register({ webhook: idOf('another') }))
      .thenRefuses({ code: 'ALREADY_EXISTS' });
    const many = Array.from({ length: MOST_WEBHOOKS }, (_, index) =>
      registered(administrator, {
        ...asked,
        webhook: idOf(`w${String(index)}`),
        url: `${url}/${String(index)}`,
      }),
    );
    given(world({ [`webhook-${college}`]: many }), office)
      .when(register())
      .thenRefuses({ code: 'LIMIT_REACHED', facts: { limit: MOST_WEBHOOKS } });
  });

  it('goes to an address of the open network alone; the refusal says what is wrong with another', () => {
    for (const [address, why] of [
      ['http://receiver.example/', 'notHttps'],
      ['https://user:secret@receiver.example/', 'credentials'],
      ['https://receiver.example/?key=secret', 'query'],
      ['https://127.0.0.1/', 'notPublic'],
      ['https://receiver.example:22/', 'port'],
      ['receiver', 'malformed'],
    ])
      given(world(), office)
        .when(register({ url: address }))
        .thenRefuses({ code: 'ADDRESS_NOT_ALLOWED', facts: { why } });
    given(own(), office)
      .when(command('ChangeWebhook', { webhook: id, url: 'http://localhost/', kinds: [], loopback: false }))
      .thenRefuses({ code: 'ADDRESS_NOT_ALLOWED' });
  });

  it('has a secret from its owner’s first on, and the one before signs for a day more unless it must not', () => {
    given(own(), office)
      .when(secret)
      .thenRecords({ type: 'WebhookSecretIssued', data: { webhook: id, generation: 1, formerUntil: null } });
    const first = happened('WebhookSecretIssued', { webhook: id, generation: 1, formerUntil: null });
    given(own(first), office)
      .when(secret)
      .thenRecords({
        type: 'WebhookSecretIssued',
        data: { webhook: id, generation: 2, formerUntil: '2024-09-04T06:00:00.000Z' },
      });
    given(own(first), office)
      .when(command('IssueWebhookSecret', { webhook: id, overlap: false }))
      .thenRecords({ type: 'WebhookSecretIssued', data: { webhook: id, generation: 2, formerUntil: null } });
  });

  it('is opened further by its owner alone, and shut by whoever keeps webhooks', () => {
    for (const opens of [secret, change, resume, replay])
      given(past(petrova, paused), office).when(opens).thenRefuses({ code: 'NOT_THE_OWNER' });
    given(past(petrova), office)
      .when(pause)
      .thenRecords({ type: 'WebhookPaused', data: { webhook: id, cause: 'asked' } });
    given(past(petrova), office).when(remove).thenRecords({ type: 'WebhookRemoved' });
    for (const any of [secret, change, pause, resume, replay, remove])
      given(world(), office).when(any).thenRefuses({ code: 'NOT_FOUND' });
  });

  it('is paused, resumed and changed once: nothing left to do is a yes', () => {
    given(own(), office).when(change).thenRecords({ type: 'WebhookChanged' });
    given(own(), office)
      .when(command('ChangeWebhook', { webhook: id, url, kinds: ['MarkRecorded'], loopback: false }))
      .thenNothingChanges();
    given(own(paused), office).when(pause).thenNothingChanges();
    given(own(), office).when(resume).thenNothingChanges();
    given(own(paused), office).when(resume).thenRecords({ type: 'WebhookResumed' });
    given(own(paused), office)
      .when(replay)
      .thenRecords({ type: 'WebhookReplayed', data: { webhook: id, after: 5 } });
  });

  it('is stopped by the server in the name of its owner, though the right has ended, and by nobody else so', () => {
    const dismissed = revoked(administrator, 'journalAdministrator', '2024-09-02');
    const base = own();
    const history = {
      ...base,
      [`access-${administrator}`]: [...(base[`access-${administrator}`] ?? []), dismissed],
    };
    const suspend = command('SuspendWebhook', { webhook: id, cause: 'rightEnded' });
    given(history, office).when(resume).thenRefuses({ code: 'NOT_PERMITTED' });
    given(history, office)
      .when(suspend)
      .thenRecords(
        { type: 'WebhookPaused', data: { webhook: id, cause: 'rightEnded' } },
        { right: 'journalAdministrator' },
      );
    given(own(paused), office).when(suspend).thenNothingChanges();
    given(own(), { ...office, by: deputy })
      .when(suspend)
      .thenRefuses({ code: 'NOT_FOUND' });
  });
});
