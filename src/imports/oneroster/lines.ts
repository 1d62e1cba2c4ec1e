const NEW_LINE = 0x0a;

/** The bytes of a text from the given line on, counted from 1. */
export async function* fromLine(bytes: AsyncIterable<Buffer>, first: number): AsyncGenerator<Buffer> {
  let line = 1;
  for await (const chunk of bytes) {
    let start = 0;
    while (line < first) {
      const end = chunk.indexOf(NEW_LINE, start);
      if (end < 0) break;
      start = end + 1;
      line += 1;
    }
    if (line === first) yield start === 0 ? chunk : chunk.subarray(start);
  }
}
