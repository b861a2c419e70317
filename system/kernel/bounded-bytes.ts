/** Reads what another side sends to its end, and never more than a bound allows. Threat: a body without end (CWE-770). */

/** There was more; nothing of it is kept. */
export class TooManyBytes extends Error {
  override readonly name = 'TooManyBytes';
}

/** Throws `TooManyBytes`, and what the source throws. */
export async function boundedBytes(source: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > maxBytes) throw new TooManyBytes(`more than ${maxBytes} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
