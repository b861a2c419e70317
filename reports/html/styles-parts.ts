/** Marks, cards, tables, timeline and the small lists inside them. */

const marks = `
.mark{width:1.15em;height:1.15em;flex:none;vertical-align:-.2em;fill:currentColor;stroke:var(--on-mark);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.mark.pass{color:var(--pass)}.mark.fail{color:var(--fail)}.mark.error{color:var(--error)}.mark.inconclusive{color:var(--inconclusive)}
.mark.skipped{color:var(--skipped);fill:none;stroke:currentColor}
symbol path:not(.solid){fill:none}symbol .solid,symbol circle:not(.hollow){stroke:none}
.badge{display:inline-flex;gap:.35rem;align-items:center;font-weight:600;font-size:.92rem;white-space:nowrap}
.badge.pass{color:var(--pass)}.badge.fail{color:var(--fail)}.badge.error{color:var(--error)}.badge.inconclusive{color:var(--inconclusive)}.badge.skipped{color:var(--skipped)}
.id,.ids{font:.82rem/1.5 var(--mono);color:var(--quiet)}.ids{display:inline-flex;flex-wrap:wrap;gap:0 .8em}.ids span{white-space:nowrap}th .ids{display:flex;font-weight:400}a.id{color:var(--link)}.ids [title]{cursor:help}
.titled{display:grid;gap:.1rem;font-size:.9rem}.titled li{display:grid;grid-template-columns:3.4rem minmax(0,1fr);gap:.4rem}.titled .id{white-space:nowrap}.departures .titled{margin-top:.35rem;color:var(--quiet)}
tbody th .title{display:block;font-weight:400}
.caution{display:flex;gap:.6rem;align-items:flex-start;max-width:52rem;margin:.8rem 0;padding:.6rem .9rem;background:var(--inconclusive-wash);border-left:5px solid var(--inconclusive);border-radius:8px}.caution .mark{margin-top:.2em}.caution code,.departures code,.note code{white-space:nowrap}
`;

const cards = `
.group{border-top:1px solid var(--rule);padding:.2rem 0}.group>summary{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline;padding:.55rem .2rem;border-radius:8px}.group>summary:hover .capability{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.capability{font:600 1.08rem/1.4 var(--serif);flex:1 1 12rem}.capability::before{content:"+";display:inline-block;width:1.2rem;font-family:var(--mono);color:var(--quiet)}.group[open]>summary .capability::before{content:"−"}
.group-counts{display:flex;flex-wrap:wrap;gap:.1rem .9rem;font-size:.92rem}.group>summary .took{min-width:5rem;margin-left:auto;text-align:right}.controls{margin-bottom:.8rem}.members{padding:.3rem 0 .6rem}
.held>summary{font-weight:600;padding:.4rem 0}.held>summary::before{content:"+";display:inline-block;width:1.2rem;font-family:var(--mono);color:var(--quiet)}.held[open]>summary::before{content:"−"}.more>summary{color:var(--link)}.more[open]>summary{margin-bottom:.3rem}.not-judged{columns:22rem auto;font-size:.95rem}.not-judged li{break-inside:avoid;padding:.2rem 0}.not-judged .quiet{display:block;font:.78rem/1.4 var(--mono)}
.card,.drill{background:var(--card);border:1px solid var(--rule);border-radius:10px;margin:0 0 .6rem}
.card.fail{border-left:5px solid var(--fail)}.card.error{border-left:5px solid var(--error)}.card.inconclusive{border-left:5px solid var(--inconclusive)}
summary{cursor:pointer;list-style:none}summary::-webkit-details-marker{display:none}
.card>summary{padding:.75rem 1rem;display:grid;gap:.15rem 1rem;border-radius:10px}
.card>summary:hover h3,.reading>summary:hover h2{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
.meta{display:flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:center}.took{color:var(--quiet);font-size:.88rem}
.card>.inside{padding:.2rem 1rem 1rem;display:grid;gap:1.2rem}.card>.inside>*{min-width:0}
@media (min-width:48rem){.card>summary{grid-template-columns:minmax(0,1fr) auto}.meta{justify-content:flex-end;max-width:22rem}}
.why{margin:0;padding:.7rem .9rem;border-radius:8px;background:var(--skipped-wash)}
.why.pass{background:var(--pass-wash)}.why.fail{background:var(--fail-wash)}.why.error{background:var(--error-wash)}.why.inconclusive{background:var(--inconclusive-wash)}
dl.why{display:grid;gap:.5rem}dl.why dt{font-size:.8rem;color:var(--quiet);font-weight:600}
@media (min-width:40rem){dl.why{grid-template-columns:1fr 1fr;gap:1.2rem}}
.facts{display:grid;gap:.35rem;font-size:.92rem}.facts div,.words div,.passed-over div{display:grid;gap:0 1rem}.facts dt,.passed-over dt{color:var(--quiet)}
.words dt{font-weight:600}.words{display:grid;gap:.5rem;margin:0 0 1rem}.passed-over{display:grid;gap:.5rem;font-size:.95rem}
@media (min-width:40rem){.facts div,.words div{grid-template-columns:9rem minmax(0,1fr)}.passed-over div{grid-template-columns:16rem minmax(0,1fr)}}
.reading>summary{display:flex;align-items:baseline;gap:.5rem}.reading>summary h2{margin:0}.reading>summary::before{content:"+";font:600 1.4rem/1 var(--mono);color:var(--quiet)}
.reading[open]>summary::before{content:"−"}.reading>.inside{padding-top:.9rem;max-width:48rem}
.expectations li,.attention>li{display:grid;gap:.1rem 1rem;padding:.5rem 0;border-top:1px solid var(--rule)}
.expectations li:first-child{border-top:0;padding-top:0}.expectations p,.attention p{margin:0}.expectations .badge,.attention .badge{align-self:start}
@media (min-width:40rem){.expectations li{grid-template-columns:7rem minmax(0,1fr)}.attention>li{grid-template-columns:8.5rem minmax(0,1fr)}}
.sightings{display:grid;gap:.5rem}@media (min-width:40rem){.sightings{grid-template-columns:repeat(auto-fit,minmax(10rem,1fr))}}
.sightings li{border-top:3px solid var(--rule);padding-top:.35rem;display:grid;align-content:start}.sightings li.present{border-top-color:var(--inconclusive)}
.sightings .when{font-size:.8rem;color:var(--quiet)}.sightings .seen{font-weight:600}
.pictures{display:grid;gap:.8rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr))}.pictures img{display:block;max-width:100%;border:1px solid var(--rule);border-radius:6px;background:#fff}
figcaption{font-size:.88rem;color:var(--quiet);padding-top:.25rem}.files{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin-top:.5rem;font-size:.92rem}
.departures{display:grid;gap:.8rem}.departures>li{border-left:4px solid var(--inconclusive);padding:.1rem 0 .1rem .9rem;max-width:48rem}.departures p{margin:.15rem 0 0}
.warnings li{padding:.6rem .9rem;background:var(--inconclusive-wash);border-radius:8px;margin-bottom:.4rem}
.contradiction{border:3px solid var(--fail);border-radius:10px;padding:1rem 1.2rem!important;margin-top:1.5rem}.contradiction li{list-style:disc;margin-left:1.2rem}
.controls{display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:center;font-size:.92rem}.controls[hidden]{display:none}
.controls input,.controls select,.controls button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--quiet);border-radius:7px;padding:.35rem .6rem;min-height:2.2rem}
.controls button{cursor:pointer}.controls button:hover{background:var(--chip)}.controls output{color:var(--quiet)}
`;

const tables = `
table{width:100%;border-collapse:collapse;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .8rem .45rem 0;font-weight:400;overflow-wrap:break-word}
thead th{font-size:.8rem;color:var(--quiet);font-weight:600;border-bottom:1px solid var(--rule);white-space:nowrap}
tbody tr+tr>*{border-top:1px solid var(--rule)}th.number,td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tbody th.main{font-weight:600}.part{color:var(--quiet)}.part.act{color:var(--ink);font-weight:600}
.outcome{font-weight:600}.outcome.fault,.outcome.unknown{color:var(--inconclusive)}.canary{white-space:nowrap}
td code,td .quiet{overflow-wrap:anywhere}
tbody .note{margin:.2rem 0 0;font-weight:400;padding-left:.6rem;border-left:3px solid var(--inconclusive);font-size:.9rem}.findings{display:grid;gap:.3rem}.findings li{border-left:3px solid var(--fail);padding-left:.6rem}.speakers li{padding-left:1.7em;text-indent:-1.7em}.speakers li>*{text-indent:0}
@media (max-width:47.99rem){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td{display:block}tr{padding:.6rem 0;border-top:1px solid var(--rule)}tbody tr+tr>*{border-top:0}
tbody th,tbody td,th.number,td.number{display:grid;grid-template-columns:6.6rem minmax(0,1fr);gap:.6rem;padding:.05rem 0;text-align:left;white-space:normal}
tbody th::before,tbody td::before{content:attr(data-label);color:var(--quiet);font-weight:400;font-size:.88rem}
}
`;

const timelines = `
.drill{padding:1rem 1.1rem 1.1rem}.drill h3{display:flex;gap:.5rem;align-items:flex-start}.drill h3 .mark{margin-top:.15em}
.spans{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.2rem,1fr));gap:.8rem 1rem;margin:1rem 0 .4rem}.spans div{display:flex;flex-direction:column;justify-content:space-between}.spans dt{font-size:.88rem;color:var(--quiet)}
.spans dd{font:600 1.5rem/1.2 var(--serif);font-variant-numeric:lining-nums}
.spans .locked-out dt::before,.spans .break-glass dt::before{content:"";display:inline-block;width:1.6rem;height:8px;border-radius:4px;margin-right:.45rem;vertical-align:.08em}
.spans .locked-out dt::before{background:var(--fail)}
.spans .break-glass dt::before{background:repeating-linear-gradient(90deg,var(--inconclusive) 0 6px,transparent 6px 9px)}
.timeline{display:block;overflow:visible;margin:.6rem 14px 1rem;width:calc(100% - 28px)}
.timeline text{font:12px var(--sans);fill:var(--quiet);text-anchor:middle}.timeline .number{fill:var(--card);font-weight:700}
.timeline .axis,.timeline .tick{stroke:var(--quiet)}.timeline .stem{stroke:var(--rule);stroke-width:1.5}.timeline .moment{fill:var(--link);stroke:var(--card);stroke-width:2}
.band{stroke-width:8}.band.locked-out{stroke:var(--fail)}.band.break-glass{stroke:var(--inconclusive);stroke-dasharray:6 3}
.moments li{display:grid;grid-template-columns:1.6rem minmax(0,1fr) auto;gap:0 .8rem;padding:.5rem 0;border-top:1px solid var(--rule)}
.moments .number{width:1.5rem;height:1.5rem;border-radius:50%;background:var(--link);color:var(--card);font:700 .8rem/1.5rem var(--sans);text-align:center}
.moments p{margin:0}.moments .what{font-weight:600}.moments .note{color:var(--quiet);font-size:.92rem}
.moments .when{text-align:right;font-variant-numeric:tabular-nums}.moments .gap{display:block;color:var(--quiet);font-size:.82rem}
`;

export const parts = `${marks}${cards}${tables}${timelines}`;
