/** Raised with every change that makes the same file be read otherwise; results read by another version are not used again. */
export const METADATA_READER_VERSION = '1';
