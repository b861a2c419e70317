/** A page without the one script of ours that stands on every page: whatever script is left was written by somebody else. */
import { leftPageScript } from '../system/kernel/left-page.ts';

const ours = `<script>${leftPageScript}</script>`;

export const withoutOurScript = (page: string): string => page.replace(ours, '');
