/** A scenario's claim: its file name, read as a sentence. */

/** Names that are not written as a file name spells them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bidp\b/g, 'IdP'],
  [/\bapi\b/g, 'API'],
  [/\bhand over\b/g, 'hand-over'],
  [/\bid (tokens?)\b/g, 'ID $1'],
  [/\be mail\b/g, 'e-mail'],
  [/\bjson\b/g, 'JSON'],
  [/\bjwt\b/g, 'JWT'],
  [/\btls\b/g, 'TLS'],
  [/\bsaml\b/g, 'SAML'],
  [/\badmin hub\b/g, 'AdminHub'],
  [/\bbreak glass\b/g, 'break-glass'],
  [/\bsign in\b/g, 'sign-in'],
  [/\bsingle sign on\b/g, 'single sign-on'],
];

/** The file name as a sentence. */
export const claimOf = (id: string): string => {
  const words = spellings.reduce(
    (text, [name, spelling]) => text.replace(name, spelling),
    id.slice(id.lastIndexOf('/') + 1).replaceAll('-', ' '),
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
};
