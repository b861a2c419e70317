/** Encrypts an assertion as Keycloak does by default: AES-256-GCM, its key by RSA-OAEP with SHA-256 in digest and mask. XML Encryption 1.1 §5.2.4, §5.5.2. */
import { constants, createCipheriv, publicEncrypt, randomBytes } from 'node:crypto';
import { element, namespaces, type Xml } from './element.ts';

const xenc = { 'xmlns:xenc': 'http://www.w3.org/2001/04/xmlenc#' };
const xenc11 = { 'xmlns:xenc11': 'http://www.w3.org/2009/xmlenc11#' };
const aes256Gcm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
const rsaOaep = 'http://www.w3.org/2009/xmlenc11#rsa-oaep';

/** Content keys and vectors are of the platform's own randomness: they show in nothing that a run repeats. */
export function encryptedAssertion(assertion: Xml, certificatePem: string): Xml {
  const [key, vector] = [randomBytes(32), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', key, vector);
  const content = Buffer.concat([vector, cipher.update(assertion.xml, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const wrapped = publicEncrypt({ key: certificatePem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, key);
  return element(
    'saml:EncryptedAssertion',
    namespaces.saml,
    element(
      'xenc:EncryptedData',
      { ...xenc, Type: 'http://www.w3.org/2001/04/xmlenc#Element' },
      element('xenc:EncryptionMethod', { Algorithm: aes256Gcm }),
      element('ds:KeyInfo', namespaces.ds, encryptedKey(wrapped)),
      cipherData(content),
    ),
  );
}

const cipherData = (content: Buffer): Xml => element('xenc:CipherData', {}, element('xenc:CipherValue', {}, content.toString('base64')));
const encryptedKey = (wrapped: Buffer): Xml =>
  element(
    'xenc:EncryptedKey',
    {},
    element(
      'xenc:EncryptionMethod',
      { Algorithm: rsaOaep },
      element('ds:DigestMethod', { Algorithm: 'http://www.w3.org/2001/04/xmlenc#sha256' }),
      element('xenc11:MGF', { ...xenc11, Algorithm: 'http://www.w3.org/2009/xmlenc11#mgf1sha256' }),
    ),
    cipherData(wrapped),
  );
