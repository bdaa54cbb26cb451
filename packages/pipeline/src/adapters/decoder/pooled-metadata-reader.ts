import type { MetadataReader } from '@proofline/domain/metadata-reader.ts';
import { METADATA_READER_VERSION } from '../metadata/metadata-reader-version.ts';
import type { DecoderPool } from './pool.ts';

/** Reads metadata in a decoder process: a fuzzed file can make a parser loop for ever or eat all memory. */
export function pooledMetadataReader(pool: DecoderPool): MetadataReader {
  return {
    version: METADATA_READER_VERSION,
    read: (path, signal) => pool.run({ kind: 'read-metadata', path }, signal),
  };
}
