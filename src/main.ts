import { readConfig } from './config.ts';
import { checkBoot } from './database/boot-check.ts';
import { openDemo } from './demo/open-demo.ts';
import { giveBackLater } from './give-back.ts';
import { openHouse } from './house.ts';
import { demandLeastRights, demandRealKeys, productionWarnings } from './production-guard.ts';
import { serve } from './serve.ts';
import { keepSigner, type SignerBeside } from './signer-beside.ts';
import { StartFault } from './start-fault.ts';

/** Ends the process once what is open has been closed; a second signal does not wait. */
const closeOnSignal = (close: () => Promise<void>): void => {
  let closing = false;
  const stop = (): void => {
    if (closing) process.exit(130);
    closing = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

/** What a person reads when the server is ready. */
const screen = (
  origin: string,
  signer: readonly string[],
  notice: string | null,
  demo: readonly string[],
): string =>
  [
    '',
    'GradeLedger is ready. Stop it with Ctrl-C.',
    `  API        ${origin}/graphql`,
    `  GraphiQL   ${origin}/graphiql`,
    `  Reference  ${origin}/docs`,
    `  Schema     ${origin}/schema.graphql`,
    ...signer,
    ...(notice === null ? [] : [notice]),
    '',
    ...demo,
  ].join('\n');

const start = async (): Promise<void> => {
  const config = readConfig();
  if (config.isProduction) await demandRealKeys(config);
  const house = await openHouse(config, 'server');
  let signer: SignerBeside | null = null;
  try {
    await checkBoot(house.database);
    if (config.isProduction) await demandLeastRights(house.database);
    const serving = await serve(house, config);
    signer = config.isSignerBeside
      ? keepSigner({
          databaseUrl: house.database.signer.url,
          folder: config.signerFolder,
          makeKeys: config.makeSignerKeys,
        })
      : null;
    closeOnSignal(async () => {
      await serving.close();
      await signer?.close();
      await house.close();
    });
    const metrics = serving.metricsUrl === null ? [] : [`  Metrics    ${serving.metricsUrl}`];
    const demo = config.demo ? await openDemo(house, serving, config) : [];
    const signed = (await signer?.screen((await house.colleges()).length)) ?? [];
    const warnings = config.isProduction ? await productionWarnings(house.database) : [];
    console.log(screen(serving.origin, [...metrics, ...signed, ...warnings], house.database.notice, demo));
    giveBackLater().catch(() => undefined);
  } catch (error) {
    await signer?.close();
    await house.close();
    throw error;
  }
};

try {
  await start();
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
