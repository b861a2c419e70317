/** Reads one received mail: headers, and a single plain-text part. RFC 5322 §2.1, RFC 2045 §6. */

export type MailMessage = {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Every https address in the text, in order. */
  readonly links: readonly URL[];
  readonly receivedAtMs: number;
};

/** Lower-case names; folded lines joined. */
function readHeaders(head: string): ReadonlyMap<string, string> {
  const lines = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** Soft line breaks vanish, white space before them is content, `=XX` is one byte. RFC 2045 §6.7. */
function fromQuotedPrintable(text: string): Buffer {
  const joined = text.replaceAll(/=[ \t]*\r\n/g, '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

/** `raw` keeps one byte in each character. */
function decoded(raw: string, encoding: string): string {
  switch (encoding) {
    case 'quoted-printable':
      return fromQuotedPrintable(raw).toString('utf8');
    case 'base64':
      return Buffer.from(raw, 'base64').toString('utf8');
    default:
      return Buffer.from(raw, 'latin1').toString('utf8');
  }
}

const linksIn = (text: string): readonly URL[] => (text.match(/https:\/\/[^\s<>"]+/g) ?? []).flatMap((found) => URL.parse(found) ?? []);

/** `recipient` is from the envelope. Throws a TypeError for a mail of several parts, which nothing of ours sends. */
export function readMessage(
  raw: Buffer,
  { recipient, receivedAtMs }: { readonly recipient: string; readonly receivedAtMs: number },
): MailMessage {
  const source = raw.toString('latin1');
  const blank = source.indexOf('\r\n\r\n');
  const headers = readHeaders(source.slice(0, blank));
  if (!(headers.get('content-type') ?? 'text/plain').startsWith('text/plain')) throw new TypeError('this mailbox reads plain text only');
  const text = decoded(source.slice(blank + 4), (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase()).replaceAll(
    '\r\n',
    '\n',
  );
  return {
    to: recipient,
    from: headers.get('from') ?? '',
    subject: headers.get('subject') ?? '',
    text,
    links: linksIn(text),
    receivedAtMs,
  };
}
