/** Bytes sent at once, and the room that a value of fixed width needs at most. */
const [CHUNK, ROOM] = [65_536, 32];

/** Code units up to which a text is written here: a call of the runtime costs more. */
const SHORT = 64;

const HEX = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[digit.toString(16).charCodeAt(0)] = digit;
  HEX[digit.toString(16).toUpperCase().charCodeAt(0)] = digit;
}

const hexAt = (text: string, at: number): number => HEX[text.charCodeAt(at)] ?? -1;

/** Bytes in the form that COPY BINARY takes: numbers in network order, each value after its length. */
export class BinaryRow {
  #buffer = Buffer.allocUnsafeSlow(CHUNK);
  #at = 0;

  /** Whether so much is written that it should be sent. */
  get isFull(): boolean {
    return this.#at > CHUNK - 4 * ROOM;
  }

  /** What was written since the last time. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#at);
    this.#buffer = Buffer.allocUnsafeSlow(CHUNK);
    this.#at = 0;
    return taken;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  nothing(): void {
    this.int4(-1);
  }

  int2(value: number): void {
    this.#reserve(2);
    this.#at = this.#buffer.writeInt16BE(value, this.#at);
  }

  int4(value: number): void {
    this.#reserve(4);
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  int8(value: bigint): void {
    this.#reserve(8);
    this.#at = this.#buffer.writeBigInt64BE(value, this.#at);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#at = this.#buffer.writeUInt8(value, this.#at);
  }

  /** The 16 bytes of an id; throws on a text that is none. */
  uuid(text: string): void {
    this.#reserve(16);
    const buffer = this.#buffer;
    let at = this.#at;
    let seen = text.length === 36 ? 0 : -1;
    for (let from = 0; from < 36; from += 2) {
      if (from === 8 || from === 13 || from === 18 || from === 23) {
        if (text.charCodeAt(from) !== 0x2d) seen = -1;
        from += 1;
      }
      const byte = (hexAt(text, from) << 4) | hexAt(text, from + 1);
      seen |= byte;
      buffer[at] = byte;
      at += 1;
    }
    if (seen < 0) throw new Error('A column of ids was to take a text that is no id.');
    this.#at = at;
  }

  /** A text after its length, in UTF-8; `first` is a byte before it, which the length counts. */
  text(text: string, first?: number): void {
    this.#reserve(5 + 3 * text.length);
    const start = this.#at;
    this.#at += 4;
    if (first !== undefined) this.byte(first);
    this.#at = this.#ascii(text) ?? this.#at + this.#buffer.write(text, this.#at, 'utf8');
    this.#buffer.writeInt32BE(this.#at - start - 4, start);
  }

  /** Writes a short text of plain letters, and gives where it ends. */
  #ascii(text: string): number | null {
    const { length } = text;
    if (length > SHORT) return null;
    const buffer = this.#buffer;
    const start = this.#at;
    for (let index = 0; index < length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7f) return null;
      buffer[start + index] = code;
    }
    return start + length;
  }
}
