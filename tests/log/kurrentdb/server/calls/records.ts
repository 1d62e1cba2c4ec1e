import { randomUUID } from 'node:crypto';
import protocol from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import type { AppendRecord } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import errors from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js';
import { detailedRefusal } from '../refusals.ts';
import type { NewRecord } from '../store.ts';
import type { Limits } from './guard.ts';

const FORMATS = new Map<number, string>([
  [protocol.SchemaFormat.SCHEMA_FORMAT_JSON, 'Json'],
  [protocol.SchemaFormat.SCHEMA_FORMAT_PROTOBUF, 'Protobuf'],
  [protocol.SchemaFormat.SCHEMA_FORMAT_AVRO, 'Avro'],
  [protocol.SchemaFormat.SCHEMA_FORMAT_BYTES, 'Bytes'],
]);

/** A request that the second protocol does not understand. */
export const invalid = (text: string) => detailedRefusal('INVALID_ARGUMENT', text, 'BAD_REQUEST');

/** Collects the records of one request and weighs them; the whole of it must fit. */
export class RecordScale {
  readonly records: NewRecord[] = [];
  readonly #limits: Limits;
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  add(record: AppendRecord, stream: string, of: number): void {
    const stored = storedRecord(record, of);
    const size = stored.data.length + stored.metadata.length;
    if (size > this.#limits.record) throw recordTooLarge(stream, stored.id, size, this.#limits.record);
    this.#bytes += size;
    if (this.#bytes > this.#limits.append) throw appendTooLarge(this.#bytes, this.#limits.append);
    this.records.push(stored);
  }
}

/** Readers of the first protocol find the properties as JSON metadata, with the schema's name and format among them. */
function storedRecord(record: AppendRecord, of: number): NewRecord {
  const type = record.getSchema()?.getName();
  const format = FORMATS.get(record.getSchema()?.getFormat() ?? 0);
  if (!type || !format) throw invalid('A record names its schema and format.');
  const properties = record
    .getPropertiesMap()
    .toArray()
    .map(([name]) => [name, record.getPropertiesMap().get(name)?.toJavaScript()] as const);
  const metadata = { ...Object.fromEntries(properties), '$schema.format': format, '$schema.name': type };
  return {
    of,
    id: record.getRecordId() ?? randomUUID(),
    type,
    json: format === 'Json',
    data: record.getData_asU8(),
    metadata: Buffer.from(JSON.stringify(metadata)),
  };
}

function recordTooLarge(stream: string, id: string, size: number, most: number) {
  const details = new errors.AppendRecordSizeExceededErrorDetails();
  details.setStream(stream);
  details.setRecordId(id);
  details.setSize(size);
  details.setMaxSize(most);
  return detailedRefusal(
    'INVALID_ARGUMENT',
    `The size of record ${id} (${size}) exceeds the maximum allowed size of ${most} bytes.`,
    'APPEND_RECORD_SIZE_EXCEEDED',
    details,
    'kurrentdb.protocol.v2.streams.errors.AppendRecordSizeExceededErrorDetails',
  );
}

function appendTooLarge(size: number, most: number) {
  const details = new errors.AppendTransactionSizeExceededErrorDetails();
  details.setSize(size);
  details.setMaxSize(most);
  return detailedRefusal(
    'ABORTED',
    `Transaction size (${size}) exceeded the maximum allowed size of ${most} bytes.`,
    'APPEND_TRANSACTION_SIZE_EXCEEDED',
    details,
    'kurrentdb.protocol.v2.streams.errors.AppendTransactionSizeExceededErrorDetails',
  );
}
