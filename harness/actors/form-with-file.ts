/** A form of AdminHub's that carries a file, as a browser sends it: the token first, as it stands in the page. RFC 7578 §4. */

const boundary = '----what-stands-between-the-parts-of-a-form';
export const formWithFileType = `multipart/form-data; boundary=${boundary}`;

export function formWithFile(formToken: string, file: Uint8Array): Uint8Array {
  const part = (disposition: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`;
  return Buffer.concat([
    Buffer.from(`${part('name="form-token"')}\r\n${formToken}\r\n`),
    Buffer.from(`${part('name="feed"; filename="people.csv"')}Content-Type: text/csv\r\n\r\n`),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}
