/** The colours of the report are readable: every ink against every ground that it stands on, in light and in dark. */
import { expect, test } from 'vitest';
import { styles } from '../reports/html/styles.ts';

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number => {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => channel(Number.parseInt(full.slice(start, start + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
};
const tokensOf = (block: string): Map<string, string> =>
  new Map([...block.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name = '', value = '']) => [name, value]));

const [light = '', dark = ''] = [...styles.matchAll(/:root\{[^}]*--page[^}]*\}/g)].map(([block]) => block);
const verdicts = ['pass', 'fail', 'error', 'inconclusive', 'skipped'];
const pairs: readonly (readonly [string, string])[] = [
  ...['ink', 'quiet', 'link', ...verdicts].flatMap((ink) => ['page', 'card'].map((ground) => [ink, ground] as const)),
  ...verdicts.flatMap((verdict) => [
    ['ink', `${verdict}-wash`] as const,
    ['quiet', `${verdict}-wash`] as const,
    [verdict, `${verdict}-wash`] as const,
  ]),
  ['ink', 'chip'],
];

test.each([
  ['light', tokensOf(light)],
  ['dark', tokensOf(dark)],
] as const)('every text has a contrast of at least 4.5 to 1 in %s', (_, tokens) => {
  expect(tokens.size).toBeGreaterThan(15);
  const faint = pairs.filter(([ink, ground]) => contrast(tokens.get(ink) ?? '#000', tokens.get(ground) ?? '#000') < 4.5);
  expect(faint).toEqual([]);
});
