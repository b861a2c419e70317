/** Reads a form that carries a file, with the platform's own reader. RFC 7578 §4. Threats: a field that two readers take from two places; a body that is read before anybody knows whose it is. */

export const multipartType = 'multipart/form-data';

/** As it came: bounded by whoever took it in. */
export type Multipart = { readonly type: string; readonly bytes: Uint8Array };
/** Each text that came once, and the one file. Of what came more than once nothing is taken. */
type MultipartForm = { readonly form: Readonly<Record<string, string>>; readonly file: Uint8Array | undefined };

const nothing: MultipartForm = { form: {}, file: undefined };

/** What cannot be read has no field and no file. A file of no bytes and without a name is none: so browsers send a field that was left empty (HTML §4.10.22.8). */
export async function readMultipart({ type, bytes }: Multipart): Promise<MultipartForm> {
  const parts = await partsOf(type, bytes);
  if (!parts) return nothing;
  const names = parts.map(([name]) => name);
  const single = parts.filter(([name]) => names.indexOf(name) === names.lastIndexOf(name));
  const files = single.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]));
  const [file] = files;
  return {
    form: Object.fromEntries(single.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    file: file && files.length === 1 && (file.size > 0 || file.name !== '') ? new Uint8Array(await file.arrayBuffer()) : undefined,
  };
}

const mostParts = 50;

async function partsOf(type: string, bytes: Uint8Array): Promise<readonly (readonly [string, string | File])[] | undefined> {
  try {
    const parts = [...(await new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData())];
    return parts.length <= mostParts ? parts : undefined;
  } catch {
    return undefined;
  }
}
