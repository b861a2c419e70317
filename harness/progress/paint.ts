/** Whether a stream may be coloured or redrawn, and with which colours. */
import { styleText } from 'node:util';
import type { Paint, Style } from '../../reports/index.ts';

/** As much of a terminal stream as progress needs. */
export type Screen = {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
};
export type Environment = Readonly<Record<string, string | undefined>>;

const said = (value: string | undefined): boolean => value !== undefined && value !== '';

/** A terminal that can move its cursor, and no CI that keeps every frame as a line. */
export const mayRedraw = (screen: Screen, env: Environment): boolean => screen.isTTY === true && env.TERM !== 'dumb' && !said(env.CI);

/** `NO_COLOR` (any value) wins, then `FORCE_COLOR`; else a terminal is coloured and everything else is not. */
function mayColour(screen: Screen, env: Environment): boolean {
  if (said(env.NO_COLOR)) return false;
  if (said(env.FORCE_COLOR)) return env.FORCE_COLOR !== '0';
  return screen.isTTY === true && env.TERM !== 'dumb';
}

const looks: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  pass: 'green',
  fail: ['red', 'bold'],
  error: ['magenta', 'bold'],
  inconclusive: ['yellow', 'bold'],
  skipped: 'gray',
  strong: 'bold',
  quiet: 'dim',
};

/** Dresses text for this screen; without colour it returns the text as it is. */
export const paintFor = (screen: Screen, env: Environment): Paint =>
  mayColour(screen, env) ? (style, text) => styleText(looks[style], text, { validateStream: false }) : (_, text) => text;
