import type { Refusal } from '../src/decisions/refusal.ts';
import type { Command } from '../src/decisions/register.ts';
import { carryOut } from './commands/carry-out.ts';
import type { Context } from './context.ts';
import { globalId } from './global-id.ts';
import { explain } from './refusal.ts';
import type { UserError } from './user-error.ts';

/** The same command changes no credential a second time, which would leave no trace of its own (T-57). */
const DONE_BEFORE: Refusal = {
  code: 'ALREADY_DONE',
  facts: {},
  parameter: null,
  clause: null,
  grantable: false,
};

/** Records that a credential changes, before it does: why it may not, or nothing, and then it has to be changed. */
export const recordCredential = async (
  context: Context,
  commandId: string,
  account: string,
  command: Command,
): Promise<readonly UserError[]> => {
  const { log, id } = context.college();
  const earlier = await log.findCommand(id, commandId);
  const { userErrors } = await carryOut(context, commandId, { command, id: globalId('Account', account) });
  if (userErrors.length > 0) return userErrors;
  if (!earlier && (await context.doors.isFirstFor(`${id} ${commandId}`))) return [];
  return [await explain(DONE_BEFORE, context)];
};
