import { Migration } from '@mikro-orm/migrations';
import { PROJECTOR, READER } from './roles.ts';

/** The schema of the projections: the projector makes, swaps and drops its tables there, and admits the reader to each. */
export class ReadSchema extends Migration {
  override up(): void {
    // Its tables are copies of what the log says: those of another owner are made anew.
    this.addSql('DROP SCHEMA IF EXISTS read CASCADE');
    this.addSql('CREATE SCHEMA read');
    this.addSql(`GRANT USAGE, CREATE ON SCHEMA read TO ${PROJECTOR}`);
    this.addSql(`GRANT USAGE ON SCHEMA read TO ${READER}`);
  }
}
