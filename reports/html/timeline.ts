/** The timeline of a drill: what was marked, drawn to scale, and then told moment by moment with the time between. */
import type { Mark, ScenarioResult } from '../../harness/verdict/results.ts';
import { amount, duration } from '../amounts.ts';
import { sentence } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import type { Anchors } from './anchors.ts';
import { drillSpans, inOrder, isDrill, type Span } from './drill-moments.ts';
import { momentList } from './moments.ts';
import { mark as verdictMark } from './verdict-mark.ts';

/** Marks need this much room, in percent of the width, so that their numbers do not touch on a narrow screen. */
const roomPercent = 8;
const laneHeight = 26;
const bandHeight = 26;

type Placed = { readonly mark: Mark; readonly number: number; readonly atPercent: number; readonly lane: number };
type Scale = { readonly startMs: number; readonly lengthMs: number };

const scaleOf = (marks: readonly Mark[]): Scale => {
  const startMs = marks[0]?.atMs ?? 0;
  return { startMs, lengthMs: Math.max(1, (marks.at(-1)?.atMs ?? startMs) - startMs) };
};

const percent = (scale: Scale, atMs: number): number => Math.round(((atMs - scale.startMs) / scale.lengthMs) * 10_000) / 100;

/** Puts each mark in the lowest lane where it has room. */
function place(marks: readonly Mark[], scale: Scale): readonly Placed[] {
  const lastInLane: number[] = [];
  return marks.map((mark, index) => {
    const atPercent = percent(scale, mark.atMs);
    const free = lastInLane.findIndex((last) => atPercent - last >= roomPercent);
    const lane = free === -1 ? lastInLane.length : free;
    lastInLane[lane] = atPercent;
    return { mark, number: index + 1, atPercent, lane };
  });
}

/** Step of a ruler with at most five steps, in milliseconds: 1, 2 or 5 times a power of ten below a minute, whole minutes above. */
function rulerStepMs(lengthMs: number): number {
  const least = lengthMs / 5;
  const decimal = [1, 2, 5, 10].map((factor) => factor * 10 ** Math.floor(Math.log10(Math.max(1, least))));
  const steps = least > 20_000 ? [30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000] : decimal;
  return steps.find((step) => step >= least) ?? Math.ceil(least / 3_600_000) * 3_600_000;
}

const ruler = (scale: Scale, topPx: number): Markup => {
  const stepMs = rulerStepMs(scale.lengthMs);
  const ticks = Array.from({ length: Math.floor(scale.lengthMs / stepMs) + 1 }, (_, index) => index * stepMs);
  return html`<line class="axis" x1="0" x2="100%" y1="${topPx}" y2="${topPx}"/>${ticks.map((tickMs) => {
    const at = Math.round((tickMs / scale.lengthMs) * 10_000) / 100;
    return html`<line class="tick" x1="${at}%" x2="${at}%" y1="${topPx}" y2="${topPx + 5}"/><text class="when" x="${at}%" y="${topPx + 18}">${tickMs === 0 ? '0' : shortly(tickMs)}</text>`;
  })}`;
};

const shortly = (ms: number): string => (ms >= 60_000 ? `${ms / 60_000} min` : ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`);

const band = (span: Span, scale: Scale, topPx: number): Markup =>
  html`<line class="band ${span.kind}" x1="${percent(scale, span.fromMs)}%" x2="${percent(scale, span.toMs)}%" y1="${topPx}" y2="${topPx}"/>`;

const dot = ({ number, atPercent, lane }: Placed, axisPx: number): Markup => {
  const middlePx = axisPx - 20 - lane * laneHeight;
  return html`<line class="stem" x1="${atPercent}%" x2="${atPercent}%" y1="${middlePx}" y2="${axisPx}"/><circle class="moment" cx="${atPercent}%" cy="${middlePx}" r="11"/><text class="number" x="${atPercent}%" y="${middlePx + 4}">${number}</text>`;
};

function drawing(marks: readonly Mark[]): Markup {
  const scale = scaleOf(marks);
  const placed = place(marks, scale);
  const bands = drillSpans(marks).filter(({ kind }) => kind !== 'plain');
  const axisPx = 34 + Math.max(...placed.map(({ lane }) => lane)) * laneHeight;
  const heightPx = axisPx + 30 + bands.length * bandHeight;
  return html`<svg class="timeline" width="100%" height="${heightPx}" role="img" aria-label="${`Timeline of ${amount(marks.length, 'moment')} in ${duration(scale.lengthMs)}; the list below tells it`}">
${ruler(scale, axisPx)}${placed.toReversed().map((one) => dot(one, axisPx))}${bands.map((span, index) => band(span, scale, axisPx + 32 + index * bandHeight))}</svg>`;
}

const legend = (spans: readonly Span[]): Markup =>
  html`<dl class="spans">${spans.map((span) => html`<div class="${span.kind}"><dt>${span.title}</dt><dd>${duration(span.toMs - span.fromMs)}</dd></div>`)}</dl>`;

/** The timeline of one scenario, or nothing when it is no drill: whatever else was marked stands in its card. */
export function timeline(scenario: ScenarioResult, anchors: Anchors): Markup | false {
  if (!isDrill(scenario)) return false;
  const marks = inOrder(scenario.marks);
  return html`<article class="drill"><h3>${verdictMark(scenario.verdict.kind)}<a href="#${anchors(scenario)}">${sentence(scenario.claim)}</a></h3>
${legend(drillSpans(marks))}${drawing(marks)}${momentList(marks, marks[0]?.atMs ?? 0)}</article>`;
}
