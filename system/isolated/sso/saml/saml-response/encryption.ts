/** Opens an encrypted assertion with our key: RSA-OAEP around AES-GCM, and nothing older. XML Encryption 1.1 §5.2.4, §5.5.2. Threats: a padding oracle, an assertion encrypted for somebody else. */
import { decrypt as decryptXml } from 'xml-encryption';
import { type Parsed, parse, type XmlElement } from '../xml/tree.ts';

/** The assertion in it as a document of its own; undefined when our key does not open it. Never throws, and never says why. */
export async function decrypted(encrypted: XmlElement, privateKeyPem: string): Promise<Parsed | undefined> {
  const text = await opened(encrypted.toString(), privateKeyPem);
  return text === undefined ? undefined : parse(text);
}

function opened(xml: string, key: string): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  try {
    decryptXml(xml, { key, disallowDecryptionWithInsecureAlgorithm: true }, (error, text) => resolve(error ? undefined : text));
  } catch {
    resolve(undefined);
  }
  return promise;
}
