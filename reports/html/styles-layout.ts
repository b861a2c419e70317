/** Page frame, type, head, contents, print. */

export const layout = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:anywhere}
h1,h2{font-family:var(--serif);font-weight:600;line-height:1.15;text-wrap:balance;letter-spacing:-.01em}
h1{font-size:clamp(1.7rem,1.1rem + 2.8vw,2.9rem);margin:0}
h2{font-size:clamp(1.3rem,1.1rem + .9vw,1.7rem);margin:0 0 .6rem}
h3{font-size:1.02rem;line-height:1.4;margin:0;font-weight:600}
h4{font-size:.8rem;margin:0 0 .5rem;color:var(--quiet);font-weight:600;letter-spacing:.02em}
p{margin:0 0 .6rem}ul,ol,dl,dd,figure{margin:0;padding:0}ul,ol{list-style:none}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:4px}
code{font:.875em/1.5 var(--mono)}
.command{display:block;background:var(--chip);padding:.4rem .6rem;border-radius:6px}
.quiet{color:var(--quiet);font-size:.9rem}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.4rem .8rem;z-index:2}
.symbols{position:absolute;width:0;height:0}
.lead{max-width:44rem}

header.verdict{padding:1.6rem max(1.1rem,calc((100vw - 70rem)/2)) 1.3rem;border-bottom:1px solid var(--rule);border-top:6px solid currentColor}
header.verdict.pass{border-top-color:var(--pass);background:linear-gradient(var(--pass-wash),var(--page))}
header.verdict.fail{border-top-color:var(--fail);background:linear-gradient(var(--fail-wash),var(--page))}
header.verdict.error{border-top-color:var(--error);background:linear-gradient(var(--error-wash),var(--page))}
header.verdict.inconclusive{border-top-color:var(--inconclusive);background:linear-gradient(var(--inconclusive-wash),var(--page))}
.brand{font-size:.9rem;margin:0 0 1.3rem;color:var(--quiet)}.brand strong{font-family:var(--serif);font-size:1.1rem;color:var(--ink);margin-right:.3rem}
.headline{display:flex;gap:1.1rem;align-items:flex-start}
.headline>.mark{width:clamp(2.4rem,1.6rem + 3.4vw,4rem);height:auto;flex:none}
.exit{margin:.5rem 0 0;color:var(--quiet)}.exit strong{color:var(--ink)}
.counts{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;margin:1.4rem 0 .9rem}
.counts li{display:flex;gap:.4rem;align-items:center}
.counts strong{font:600 1.35rem/1 var(--serif);font-variant-numeric:lining-nums tabular-nums}
.counts .none{color:var(--quiet)}.counts .none .mark{filter:grayscale(1);opacity:.55}
.tape{display:flex;flex-wrap:wrap;gap:2px;margin:0 0 1rem -3px}
.tape a{display:block;padding:3px;border-radius:5px}.tape a:hover{background:var(--chip)}
.tape .mark{width:18px;height:18px;display:block}.tape.many a{padding:1px}.tape.many .mark{width:14px;height:14px}
.glance{margin:0;font-size:.92rem;color:var(--quiet)}.glance strong{color:var(--ink)}

.frame{padding:0 max(1.1rem,calc((100vw - 70rem)/2));display:grid;gap:0 2.6rem}
main{min-width:0;padding-bottom:2rem}
main>section,main>details{padding:1.9rem 0 .6rem}
.contents{padding-top:1rem}
.contents ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem}
.contents a{display:inline-block;padding:.25rem 0;font-size:.92rem;text-decoration:none}.contents a:hover{text-decoration:underline}
@media (min-width:64rem){.frame{grid-template-columns:11rem minmax(0,1fr)}
.contents{padding-top:2.1rem}.contents ul{position:sticky;top:1.4rem;display:block}.contents li{border-left:2px solid var(--rule);padding-left:.8rem}}
footer{border-top:1px solid var(--rule);padding:1.1rem max(1.1rem,calc((100vw - 70rem)/2)) 2rem;color:var(--quiet);font-size:.88rem}

@media print{
:root{--page:#fff;--card:#fff;--chip:#f0f0f0}
body{font-size:10pt}.contents,.controls,.skip{display:none}.frame{display:block}
details::details-content{content-visibility:visible;height:auto}
.card,.drill,figure,tr,.attention li{break-inside:avoid-page}h2,h3,h4,.capability{break-after:avoid}
a{color:inherit}*{print-color-adjust:exact}
}
`;
