/** Which addresses a process of this machine listens on, as the Linux kernel lists them. */
import { readdir, readFile, readlink } from 'node:fs/promises';

export type Listener = { readonly address: string; readonly port: number };

const listening = '0A';

/** IPv4 and IPv6 sockets; an IPv4-mapped address is given as IPv4, any other IPv6 address in the kernel's form. */
export async function listenersOf(pid: number): Promise<readonly Listener[]> {
  const descriptors = await readdir(`/proc/${pid}/fd`);
  const links = await Promise.all(descriptors.map((descriptor) => readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '')));
  const own = new Set(links.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1]));
  const tables = await Promise.all(['tcp', 'tcp6'].map((table) => readFile(`/proc/${pid}/net/${table}`, 'utf8')));
  const rows = tables.flatMap((table) => table.trim().split('\n').slice(1)).map((row) => row.trim().split(/\s+/));
  return rows.filter((row) => row[3] === listening && own.has(row[9])).map((row) => listenerOf(row[1] ?? ''));
}

function listenerOf(local: string): Listener {
  const [address = '', port = ''] = local.split(':');
  const mapped = address.length === 32 && address.startsWith('0000000000000000FFFF0000');
  const word = mapped ? address.slice(24) : address;
  const readable =
    word.length === 8
      ? (word.match(/../g) ?? [])
          .toReversed()
          .map((byte) => Number.parseInt(byte, 16))
          .join('.')
      : word;
  return { address: readable, port: Number.parseInt(port, 16) };
}
