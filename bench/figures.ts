/** The figures that there are, in the order in which they are measured: what needs a quiet machine most comes first. */
import { breakGlassRefusals } from './break-glass-refusals.ts';
import { browserSignIn } from './browser-sign-in.ts';
import { directoryImport } from './directory-import.ts';
import { edgeToProduct } from './edge-to-product.ts';
import type { Figure } from './figure.ts';
import { idpReady } from './idp-ready.ts';
import { memory } from './memory.ts';
import { signIns } from './sign-ins.ts';
import { suite } from './suite.ts';

export const figures: readonly Figure[] = [
  breakGlassRefusals,
  edgeToProduct,
  signIns,
  directoryImport,
  browserSignIn,
  memory,
  idpReady,
  suite,
];
