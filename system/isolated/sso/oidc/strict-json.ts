/** Reads one JSON object in the one way in which every reader reads it: no member twice, no broken text. RFC 8259 §4. Threat: two parsers that take two members of the same name differently. */

export type JsonObject = Readonly<Record<string, unknown>>;
export type StrictObject = { readonly value: JsonObject; readonly namesRepeated: boolean };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Undefined for what is not UTF-8, not JSON, or not an object. */
export function readJsonObject(bytes: Uint8Array): StrictObject | undefined {
  try {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { value, namesRepeated: hasRepeatedNames(text) } : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether any object in `json`, which is valid JSON, has a member twice; names are compared as they read, whatever escapes they are written with. */
function hasRepeatedNames(json: string): boolean {
  const open: Set<string>[] = [];
  let latest = '';
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') latest = token;
    else {
      const names = open.at(-1);
      const name = String(JSON.parse(latest));
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
