/** The look of the report: one column of text, calm colours that hold up in light, dark and print. */
import { layout } from './styles-layout.ts';
import { parts } from './styles-parts.ts';

/** Colours: each verdict has an ink and a wash; every ink has a contrast of at least 4.5 to 1 on page and card. */
const tokens = `
:root{color-scheme:light dark;
--page:#f6f5f1;--card:#fffefb;--ink:#1e2226;--quiet:#5a6068;--rule:#dcd9d0;--link:#0b5560;--chip:#eceae3;--focus:#0b5560;
--pass:#17694f;--pass-wash:#e3f1ea;--fail:#ac2410;--fail-wash:#fbe6e0;--error:#7a2f93;--error-wash:#f5e8f8;
--inconclusive:#855400;--inconclusive-wash:#faeecf;--skipped:#59626c;--skipped-wash:#eceef0;--on-mark:#fffefb;
--serif:ui-serif,"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4",Georgia,"DejaVu Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Open Sans","Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,"SF Mono","Cascadia Code",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{
--page:#14171a;--card:#1c2024;--ink:#e8e6e1;--quiet:#a2a8af;--rule:#343a40;--link:#7fcbd6;--chip:#2a2f34;--focus:#7fcbd6;
--pass:#6fcfa6;--pass-wash:#173027;--fail:#ff8d78;--fail-wash:#3b1c17;--error:#dda0f0;--error-wash:#321c3a;
--inconclusive:#f0bd58;--inconclusive-wash:#352a12;--skipped:#a4adb6;--skipped-wash:#262b30;--on-mark:#14171a}}
`;

/** The whole style sheet, as it stands in the page. */
export const styles = `${tokens}${layout}${parts}`;
