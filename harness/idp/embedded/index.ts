/** The door of the driver for the embedded identity provider. */
export { embedded } from './driver.ts';
