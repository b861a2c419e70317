/** How records show what came from outside and is not believed: bounded, and of printable ASCII alone, so that nobody writes lines or reverses text in them. */

export const maxShownCharacters = 120;
/** `none` for what is missing, `not text` for what is neither text nor number. */
export const shown = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replaceAll(/[^\x20-\x7e]/g, '?')
        .slice(0, maxShownCharacters)
    : value === undefined
      ? 'none'
      : 'not text';
