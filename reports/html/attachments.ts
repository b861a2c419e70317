/** Shows what a scenario kept: screenshots inside the page, everything else as links into the results folder. */
import type { Attachment } from '../../harness/verdict/results.ts';
import { html, type Markup } from '../markup.ts';

/** Returns the bytes of a file of the results folder, or undefined when it cannot be read. */
export type ReadAttachment = (file: string) => Uint8Array | undefined;

const signatures: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

const imageType = (bytes: Uint8Array): string | undefined =>
  signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0];

/** A link that stays inside the results folder; undefined for names that would leave it. */
function linkInside(file: string): string | undefined {
  const parts = file.toWellFormed().split(/[/\\]/);
  const leaves = parts.some((part) => part === '..' || part === '') || /^[a-z]:/i.test(file);
  return leaves ? undefined : `./${parts.map(encodeURIComponent).join('/')}`;
}

const link = ({ kind, title, file }: Attachment): Markup => {
  const target = linkInside(file);
  return target === undefined ? html`<span>${kind}: ${title} (${file})</span>` : html`<a href="${target}">${kind}: ${title}</a>`;
};

/** The page may grow by this much in all; what is beyond it becomes a link. */
const maxInlineBytes = 12 * 1024 * 1024;

/** Makes the function that shows one scenario's attachments; it keeps count of what it has put into the page. */
export function attachmentShow(read: ReadAttachment): (attachments: readonly Attachment[]) => Markup | false {
  let inlineBytes = 0;
  const picture = (attachment: Attachment): Markup => {
    const bytes = read(attachment.file);
    const type = bytes && imageType(bytes);
    if (!bytes || type === undefined)
      return html`<li class="lost">${link(attachment)} <span class="quiet">(not readable when this page was made)</span></li>`;
    if (inlineBytes + bytes.length > maxInlineBytes) return html`<li>${link(attachment)}</li>`;
    inlineBytes += bytes.length;
    return html`<li><figure><img src="data:${type};base64,${Buffer.from(bytes).toString('base64')}" alt="${`Screenshot: ${attachment.title}`}"><figcaption>${attachment.title}</figcaption></figure></li>`;
  };
  return (attachments) => {
    const pictures = attachments.filter(({ kind }) => kind === 'screenshot');
    const others = attachments.filter(({ kind }) => kind !== 'screenshot');
    if (attachments.length === 0) return false;
    return html`<section class="kept"><h4>What was kept</h4>${pictures.length > 0 && html`<ul class="pictures">${pictures.map(picture)}</ul>`}${
      others.length > 0 && html`<ul class="files">${others.map((attachment) => html`<li>${link(attachment)}</li>`)}</ul>`
    }</section>`;
  };
}
