/** Why a file system said no, in plain words with the way out. */

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the disk quota is used up; make room',
  EACCES: 'this user may not write there; change its permissions',
  EPERM: 'this user may not write there; change its permissions',
  EROFS: 'the file system is read-only; mount it writable',
  ENOTDIR: 'a part of the path is a file; move that file away',
  EEXIST: 'a file of that name is in the way; move it away',
  EISDIR: 'a folder of that name is in the way; move it away',
  ENOTEMPTY: 'a folder of that name is in the way; move it away',
  ENAMETOOLONG: 'the path is too long',
  ENOENT: 'nothing can be made there: a folder of its path is gone, a link in it leads nowhere, or the file system takes none',
  ELOOP: 'the links in its path lead in a circle; remove them',
  EMFILE: 'too many files are open',
  EIO: 'the disk reported an error',
};

/** The code of the system (`ENOSPC`), or `unknown`, and a clause that says what happened and what to do. */
export function diskProblem(cause: unknown): { readonly code: string; readonly words: string } {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown';
  return { code, words: words[code] ?? (cause instanceof Error ? cause.message : 'for an unknown reason') };
}
