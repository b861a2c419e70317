/** A zip archive of small files, stored without compression and with one fixed date, so that equal content gives equal bytes. */
import { crc32 } from 'node:zlib';

export type ZipContent = { readonly name: string; readonly content: Buffer };

/** 1980-01-01 00:00, the earliest date that the format knows. */
const earliestDate = 0x0021;

/** PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16, version 2.0. For fewer than 65,536 files and less than 4 GiB. */
export function storedZip(files: readonly ZipContent[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const nameBytes = Buffer.from(name, 'utf8');
    const facts = sharedFields(nameBytes, content);
    const local = Buffer.concat([uint32(0x04034b50), facts, nameBytes, content]);
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(20), facts, Buffer.alloc(10), uint32(offset), nameBytes]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const count = uint16(files.length);
  const end = Buffer.concat([uint32(0x06054b50), Buffer.alloc(4), count, count, uint32(listing.length), uint32(offset), uint16(0)]);
  return Buffer.concat([...parts, listing, end]);
}

/** From "version needed" to "extra field length", the same in both headers. */
const sharedFields = (name: Buffer, content: Buffer): Buffer =>
  Buffer.concat([
    uint16(20),
    uint16(0x0800),
    uint16(0),
    uint16(0),
    uint16(earliestDate),
    uint32(crc32(content)),
    uint32(content.length),
    uint32(content.length),
    uint16(name.length),
    uint16(0),
  ]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
