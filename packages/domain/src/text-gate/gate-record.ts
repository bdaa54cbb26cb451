import type { Finding, GateField, GateText, Repair } from './finding.ts';

/** How far each part of a text can be trusted, 0…1, and the least of them, halved where something blocks: review lists begin with the worst. */
export type TextConfidence = Readonly<Record<GateField, number>> & { readonly overall: number };

/** What the gate says of a text as it stands. */
export type Judgement = {
  readonly gateVersion: number;
  /** Of the operator's settings that it was judged by. */
  readonly rulingVersion: string;
  readonly findings: readonly Finding[];
  readonly confidence: TextConfidence;
};

/** How a draft went through the gate. JSON-safe; stored with the draft. */
export type GateRecord = Judgement & {
  /** As the captioner gave it; the draft itself holds the repaired text. */
  readonly raw: GateText;
  readonly repairs: readonly Repair[];
  /** What the captioner thought of its draft; the draft's own level is the gate's. */
  readonly captionerTrust: 'low' | 'medium' | 'high';
  /** What was known when it was drafted and cannot be read from the rows alone: kept, so that a later judgement knows it too. */
  readonly known: { readonly sunAltitudeDegrees?: number; readonly allowedPlaceNames: readonly string[] };
};
