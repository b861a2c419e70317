/** Writes the certificate database from which Chromium on Linux takes the run's authority: trusted for TLS servers, in a private home, with no tool and no root. */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storeKeysOf } from './x509.ts';

/** Attribute numbers of PKCS #11 and of NSS's own vendor range, as the database names its columns. */
const columns = [
  ...['0', '1', '2', '3', '10', '11', '12', '80', '81', '82', '83', '84', '85', '86', '87', '88', '89', '8a', '8b', '90'],
  ...['100', '101', '102', '103', '104', '105', '106', '107', '108', '109', '10a', '10b', '10c', '110', '111'],
  ...['120', '121', '122', '123', '124', '125', '126', '127', '128', '130', '131', '132', '133', '134'],
  ...['160', '161', '162', '163', '164', '165', '166', '170', '180', '181', '200', '201', '202', '210'],
  ...['300', '301', '302', '400', '401', '402', '403', '404', '405', '406', '480', '481', '482', '500', '501', '502', '503'],
  ...['40000211', '40000212', '80000001', 'ce534351', 'ce534352', 'ce534353', 'ce534354', 'ce534355', 'ce534356', 'ce534357', 'ce534358'],
  ...['ce534364', 'ce534365', 'ce534366', 'ce534367', 'ce534368', 'ce534369', 'ce534373', 'ce534374'],
  ...['ce536351', 'ce536352', 'ce536353', 'ce536354', 'ce536355', 'ce536356', 'ce536357', 'ce536358', 'ce536359'],
  ...['ce53635a', 'ce53635b', 'ce53635c', 'ce53635d', 'ce53635e', 'ce53635f', 'ce536360', 'ce5363b4', 'ce5363b5', 'd5a0db00'],
] as const;
type Column = (typeof columns)[number];
type Row = Readonly<Partial<Record<Column, Buffer>>>;

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const notTrusted = hex('ce534353');
const trustedDelegator = hex('ce534352');
const mustVerify = hex('ce53435b');

/**
 * Makes `<homeFolder>/.pki/nssdb/cert9.db` with this one authority. Start the browser with HOME set to that folder.
 * `homeFolder` is private to the run; an existing database there is an error.
 */
export function writeNssDatabase(homeFolder: string, authorityDer: Uint8Array<ArrayBuffer>): void {
  const folder = join(homeFolder, '.pki', 'nssdb');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, 'cert9.db'));
  try {
    database.exec(`CREATE TABLE nssPublic (id PRIMARY KEY UNIQUE ON CONFLICT ABORT, ${columns.map((column) => `a${column}`).join(', ')})`);
    insert(database, 1, certificateRow(authorityDer));
    insert(database, 2, trustRow(authorityDer));
  } finally {
    database.close();
  }
}

function certificateRow(certificateDer: Uint8Array<ArrayBuffer>): Row {
  const { issuer, subject, serial } = storeKeysOf(certificateDer);
  const identity = createHash('sha1').update(certificateDer).digest();
  const object = { '0': hex('00000001'), '1': hex('01'), '2': hex('00'), '3': Buffer.from('Tempered run authority'), '170': hex('01') };
  return {
    ...object,
    '11': Buffer.from(certificateDer),
    '80': hex('00000000'),
    '81': issuer,
    '82': serial,
    '101': subject,
    '102': identity,
  };
}

function trustRow(certificateDer: Uint8Array<ArrayBuffer>): Row {
  const { issuer, serial } = storeKeysOf(certificateDer);
  return {
    '0': hex('ce534353'),
    '1': hex('01'),
    '2': hex('00'),
    '170': hex('01'),
    '81': issuer,
    '82': serial,
    ce536358: trustedDelegator,
    ce536359: mustVerify,
    ce53635a: notTrusted,
    ce53635b: notTrusted,
    ce536360: hex('00'),
    ce5363b4: createHash('sha1').update(certificateDer).digest(),
    ce5363b5: createHash('md5').update(certificateDer).digest(),
  };
}

function insert(database: DatabaseSync, id: number, row: Row): void {
  const entries = Object.entries(row);
  const names = entries.map(([column]) => `a${column}`).join(', ');
  database
    .prepare(`INSERT INTO nssPublic (id, ${names}) VALUES (?${', ?'.repeat(entries.length)})`)
    .run(id, ...entries.map(([, value]) => value));
}
