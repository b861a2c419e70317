/** Unpacks all parts of the bundled browser into the folder that TMPDIR names: its package knows no other way to say where. */

import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { projectFolder } from './cache-folder.js';

const packed = join(projectFolder, 'node_modules', '@sparticuz', 'chromium', 'bin');
await Promise.all(['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => inflate(join(packed, name))));
