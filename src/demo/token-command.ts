import { Command, Option } from 'commander';
import { ROLES, type Role } from '../../events/role.ts';
import { systemClock, type House } from '../house.ts';
import { StartFault } from '../start-fault.ts';
import { demoColleges } from './college.ts';
import { isComplete } from './demo.ts';
import { demoToken } from './token.ts';

interface TokenOptions {
  readonly role: Role;
  readonly college: string;
}

/** What prints: a console for a person, an array for a test. */
type Say = (line: string) => void;

const say: Say = (line) => {
  console.log(line);
};

const tokenFor = async (house: House, { role, college: origin }: TokenOptions): Promise<string> => {
  const college = (await house.colleges()).find((one) => one.origin === origin);
  const demo = demoColleges.find((one) => one.origin === origin);
  if (demo && !(college && (await isComplete(house.log, demo))))
    throw new StartFault('The demo is not ready: npm start makes it, and tells when it has.');
  if (!college) throw new StartFault(`There is no college ${origin}.`);
  return await demoToken(house.database.app.pool(1), college, role, systemClock());
};

/** `token --role <role>`: prints nothing but an access token for a demo user of a role. */
export const tokenCommand = (open: () => Promise<House>, print = say): Command =>
  new Command('token')
    .description('Print an access token for a demo user: in a demo college only.')
    .addOption(new Option('--role <role>', 'whose').choices(ROLES).makeOptionMandatory())
    .option('--college <origin>', 'where', demoColleges[0]?.origin)
    .exitOverride()
    .action(async (options: TokenOptions) => {
      print(await tokenFor(await open(), options));
    });
