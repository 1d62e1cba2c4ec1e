import { Migration } from '@mikro-orm/migrations';
import { APP, OWNER } from './roles.ts';

/** The schema of the projections: the application makes, swaps and drops its tables there as it likes. */
export class ReadSchema extends Migration {
  override up(): void {
    this.addSql(`ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`);
    this.addSql('CREATE SCHEMA read');
    this.addSql(`GRANT USAGE, CREATE ON SCHEMA read TO ${APP}`);
  }
}
