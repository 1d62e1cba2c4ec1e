import { forgeries } from './forgeries.ts';
import { databaseSays, signerSays, verifierSays, type Saying } from './sayings.ts';
import { openStage, type Stage } from './stage.ts';

/*
 * `npm run demo:tamper`: what a database administrator can do to a log, what the database says of it, and what the signer and the
 * verifier say. Everything happens on a throw-away server; the exit is 0 when each forgery was found by both.
 */

const tell = (who: string, said: readonly Saying[]): void => {
  for (const { line } of said) console.log(`  ${who.padEnd(9)} ${line}`);
};

const objects = (said: readonly Saying[]): boolean => said.some((one) => one.objects);

/** Shows what is said before anything is forged; whether all is well. */
const isWell = async (stage: Stage): Promise<boolean> => {
  console.log('\nBefore anything is forged');
  const house = await stage.open(await stage.copy('honest', 'now'));
  try {
    const [database, verifier] = [await databaseSays(house), await verifierSays(house, stage, 'honest')];
    tell('database', database);
    tell('verifier', verifier);
    return !objects(database) && !objects(verifier);
  } finally {
    await house.close();
  }
};

const isCaught = async (
  stage: Stage,
  { name, title, from, act }: (typeof forgeries)[number],
): Promise<boolean> => {
  console.log(`\n${title}`);
  const url = await stage.copy(name, from);
  await act(url);
  const house = await stage.open(url);
  try {
    tell('database', await databaseSays(house));
    const signer = await signerSays(house, stage, name);
    const verifier = await verifierSays(house, stage, name);
    tell('signer', [signer]);
    tell('verifier', verifier);
    return signer.objects && objects(verifier);
  } finally {
    await house.close();
  }
};

console.log('A college is founded, and its log signed and witnessed …');
const stage = await openStage();
try {
  const well = await isWell(stage);
  let caught = 0;
  for (const forgery of forgeries) if (await isCaught(stage, forgery)) caught += 1;
  console.log(`\n${caught} of ${forgeries.length} forgeries were found by the signer and by the verifier.`);
  if (!well || caught < forgeries.length) process.exitCode = 1;
} finally {
  await stage.close();
}
