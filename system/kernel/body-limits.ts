/** How large a request may be, from the edge to the part that takes a file. */

/** The largest file that a form may carry, exactly. */
export const maxFileBytes = 4 * 1_024 * 1_024;
/** The largest body of all, with what a form needs around its file: whoever takes files in sees a little more than the limit, and can say that it was passed. */
export const maxBodyBytes = maxFileBytes + 64 * 1_024;
