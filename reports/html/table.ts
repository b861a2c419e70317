/** A table that becomes a list of labelled blocks on a narrow screen and stays a table for assistive technology. */
import { html, type Markup, type Piece } from '../markup.ts';

export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row, index: number) => Piece;
  /** `number` aligns to the right and keeps digits in columns; `main` names the row. */
  readonly kind?: 'number' | 'main';
};

const headCell = <Row>(column: Column<Row>): Markup =>
  html`<th role="columnheader" scope="col" class="${column.kind ?? 'plain'}">${column.title}</th>`;

const bodyCell = <Row>(column: Column<Row>, row: Row, index: number): Markup => {
  const content = html`<span class="value">${column.cell(row, index)}</span>`;
  return column.kind === 'main'
    ? html`<th role="rowheader" scope="row" class="main" data-label="${column.title}">${content}</th>`
    : html`<td role="cell" class="${column.kind ?? 'plain'}" data-label="${column.title}">${content}</td>`;
};

/** Rows as a table with a caption, which is read out but not shown. The roles repeat what the elements say because a changed `display` would silence them. */
export const table = <Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Markup => html`
<table role="table">
<caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(headCell)}</tr></thead>
<tbody role="rowgroup">${rows.map((row, index) => html`<tr role="row">${columns.map((column) => bodyCell(column, row, index))}</tr>`)}</tbody>
</table>`;
