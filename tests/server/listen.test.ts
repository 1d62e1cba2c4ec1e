import { createServer, type ServerOptions } from '../../src/server/http.ts';
import { StartFault } from '../../src/start-fault.ts';
import type { AccessContext } from '../../schema/access.ts';
import { startApi } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName, contextOf } from '../support/example-viewer.ts';

const options: ServerOptions<AccessContext> = {
  schema: exampleSchema(),
  executor: 'jit',
  context: byRoleName,
  introspection: false,
  graphiql: false,
  health: {},
  log: { write: () => undefined },
};

describe('starting and stopping', () => {
  it('says in one sentence that the port is taken, and what to do', async () => {
    const first = await startApi(exampleSchema(), byRoleName);
    const port = Number(new URL(first.origin).port);
    const second = await createServer(options);
    const failure = await second.listen({ host: '127.0.0.1', port }).catch((error: unknown) => error);
    await second.close();
    await first.close();
    expect(failure).toBeInstanceOf(StartFault);
    expect((failure as Error).message).toBe(
      `Port ${port} is taken by another program: stop it, or choose another port with PORT=${port + 1}.`,
    );
  });

  it('says that an address is not one of this machine', async () => {
    const server = await createServer(options);
    const failure = await server.listen({ host: '192.0.2.1', port: 0 }).catch((error: unknown) => error);
    await server.close();
    expect((failure as Error).message).toContain("192.0.2.1 is not one of this machine's");
  });

  it('lets a request under way finish, and then takes no more', async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<undefined>();
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    const api = await startApi(exampleSchema(), async () => {
      arrive(undefined);
      await released;
      return contextOf(null);
    });
    const answer = api.query('{ hello }');
    await arrived;
    const closed = api.close();
    release(undefined);
    expect((await answer).data).toEqual({ hello: 'hello ' });
    await closed;
    await expect(api.query('{ hello }')).rejects.toThrow('fetch failed');
  });
});
