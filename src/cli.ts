import { Command, CommanderError } from 'commander';
import { auditCommand } from './audit-command.ts';
import { readConfig } from './config.ts';
import { tokenCommand } from './demo/token-command.ts';
import { openHouse, type House } from './house.ts';
import { oneRosterCommand } from './imports/oneroster/command.ts';
import { productionCalendarCommand } from './imports/production-calendar/command.ts';
import { keysCommand } from './keys-commands.ts';
import { LogFault } from './log/event-log.ts';
import { logCommand } from './log-commands.ts';
import { migrateCommand } from './migrate-command.ts';
import { rebuildCommand, verifyProjectionsCommand } from './projections-commands.ts';
import { signerCommand, signerKeyCommand } from './signer-command.ts';
import { mirrorCommand, witnessCommand } from './witness-commands.ts';
import { StartFault } from './start-fault.ts';

let house: House | undefined;

/** Opens the house once, beside a running server or alone. */
const open = async (): Promise<House> => (house ??= await openHouse(readConfig(), 'guest'));

const program = new Command('gradeledger')
  .description('GradeLedger from the command line; works beside a running server, and without one.')
  .enablePositionalOptions()
  .addCommand(
    new Command('import')
      .description('Bring history in from another system.')
      .addCommand(oneRosterCommand(open)),
  )
  .addCommand(productionCalendarCommand(open))
  .addCommand(rebuildCommand(open))
  .addCommand(verifyProjectionsCommand(open))
  .addCommand(tokenCommand(open))
  .addCommand(migrateCommand(readConfig))
  .addCommand(keysCommand(open, readConfig))
  .addCommand(auditCommand(open, readConfig))
  .addCommand(signerCommand())
  .addCommand(signerKeyCommand())
  .addCommand(witnessCommand())
  .addCommand(mirrorCommand(open))
  .addCommand(logCommand(open, readConfig))
  .exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof StartFault || error instanceof LogFault) {
    console.error(error.message);
    process.exitCode = 1;
  } else if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else throw error;
} finally {
  await house?.close();
}
