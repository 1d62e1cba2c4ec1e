import { readFileSync } from 'node:fs';
import { Migration } from '@mikro-orm/migrations';

const sql = (file: string): string => readFileSync(new URL(`migrations/${file}`, import.meta.url), 'utf8');

/** The log's tables, and who may do what. */
class CreateLog extends Migration {
  override up(): void {
    for (const file of ['tables.sql', 'rights.sql']) this.addSql(sql(file));
  }
}

/** Lets the signer and the auditor read. */
class AdmitReaders extends Migration {
  override up(): void {
    this.addSql(sql('readers.sql'));
  }
}

/** Keeps colleges and the heads of their streams from being rewritten, as events are. */
class KeepHeads extends Migration {
  override up(): void {
    this.addSql(sql('heads.sql'));
  }
}

/** Stops at a log that was written in words this program never learned: better no start than half a history. */
class SettleVocabulary extends Migration {
  override up(): void {
    this.addSql(sql('vocabulary.sql'));
  }
}

/** Sealed texts and the two append functions; stops at a log that was written with its texts in the clear. */
class SealTexts extends Migration {
  override up(): void {
    for (const file of ['sealed.sql', 'append.sql', 'append-one.sql', 'append-rights.sql'])
      this.addSql(sql(file));
  }
}

/** Lays events into leaves, a college's own, ranges of positions; what was written before is copied byte for byte. */
class LayInLeaves extends Migration {
  override up(): void {
    for (const file of ['partitions.sql', 'append.sql', 'append-one.sql', 'append-rights.sql'])
      this.addSql(sql(file));
    this.addSql('GRANT EXECUTE ON FUNCTION log.make_ahead TO gradeledger_app');
  }
}

/** The append functions as they are now. */
class AppendAtOnce extends Migration {
  override up(): void {
    this.addSql('DROP FUNCTION log.append, log.append_one');
    for (const file of ['append.sql', 'append-one.sql', 'append-rights.sql']) this.addSql(sql(file));
  }
}

/** Lets whole leaves be taken out into a file and brought back; what is told of them stays. */
class ArchiveLeaves extends Migration {
  override up(): void {
    this.addSql(sql('archive.sql'));
  }
}

/** Commands by their id, and the append functions that look for them so. */
class FindCommandsById extends Migration {
  override up(): void {
    this.addSql('DROP FUNCTION log.append, log.append_one');
    for (const file of ['command-key.sql', 'append.sql', 'append-one.sql', 'append-rights.sql'])
      this.addSql(sql(file));
  }
}

/** What the database says of such a log. */
export const UNSETTLED_VOCABULARY = 'GL001';

/** Run by the owner of the database's objects; the application's role gets what the files of rights grant, no more. */
export const logMigrations = [
  { name: '2026-11-22-log', class: CreateLog },
  { name: '2026-11-22-vocabulary', class: SettleVocabulary },
  { name: '2026-11-22-sealed', class: SealTexts },
  { name: '2026-11-22-log-readers', class: AdmitReaders },
  { name: '2026-11-22-log-heads', class: KeepHeads },
  { name: '2026-11-22-log-leaves', class: LayInLeaves },
  { name: '2026-11-22-append-at-once', class: AppendAtOnce },
  { name: '2026-11-22-commands-by-id', class: FindCommandsById },
  { name: '2026-11-22-append-looks-once', class: AppendAtOnce },
  { name: '2026-11-22-log-archive', class: ArchiveLeaves },
  { name: '2026-11-22-append-tells-nobody', class: AppendAtOnce },
];
