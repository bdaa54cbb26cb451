import type { PhotoFields } from '@proofline/domain/photo-metadata.ts';
import type { PhotoReading } from '@proofline/domain/photo-reading.ts';
import type { PhotoPlanes, Plane } from '@proofline/domain/quality-meter.ts';
import type { Refusal } from '@proofline/domain/refusal.ts';
import type { Rendition, RenderSettings } from '@proofline/domain/rendition.ts';
import type { AestheticModels, AestheticReading } from '../aesthetics/judge-plane.ts';
import type { BrisqueFiles } from '../meter/brisque-score.ts';
import type { ViewRequest } from '../renderer/write-view.ts';

/** What a decoder process can be asked to do. Files travel by path; no pixel ever crosses the process border. */
export type DecoderTask =
  | { readonly kind: 'copy'; readonly source: string; readonly temporaryPath: string; readonly destination: string }
  | { readonly kind: 'inspect'; readonly originalPath: string; readonly settings: RenderSettings }
  | { readonly kind: 'read-metadata'; readonly path: string }
  | {
      readonly kind: 'render';
      readonly originalPath: string;
      readonly folder: string;
      readonly settings: RenderSettings;
    }
  | ({ readonly kind: 'view' } & ViewRequest)
  | { readonly kind: 'measure'; readonly planes: PhotoPlanes; readonly brisque: BrisqueFiles | null }
  | { readonly kind: 'judge'; readonly plane: Plane; readonly models: AestheticModels };

type DecoderResults = {
  readonly copy: { readonly sha256: string; readonly bytes: number };
  readonly inspect: undefined;
  readonly 'read-metadata': PhotoFields;
  readonly render: readonly Rendition[];
  readonly view: undefined;
  readonly measure: PhotoReading;
  readonly judge: AestheticReading;
};

export type DecoderResult<Task extends DecoderTask> = DecoderResults[Task['kind']];

/** A refusal crosses the border as data; a fault keeps the code of the system call (`ENOSPC`) and the file, for whoever reacts to them. */
export type DecoderReply =
  /** Said once, before the first task is taken: what dies after it dies over a task. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string; readonly system: SystemFault };

/** What Node says of a fault of the system; nothing where it was none. */
export type SystemFault = { readonly code?: string; readonly path?: string };
