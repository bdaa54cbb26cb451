import { fitAsymmetricGaussian, meanOf, type Moments } from './generalised-gaussian.ts';
import { kernel } from './kernel.ts';

/** Edge of a block at full size; half of it at half size, so that both cover the same part of the photo. NIQE's choice. */
const BLOCK_PX = 96;

/** Sets of one block: the normalised pixels, and their products with the right, lower, lower right and upper right neighbour. */
const SETS = 5;
const FIELDS_PER_SET = 5;
const FIELDS_PER_BLOCK = SETS * FIELDS_PER_SET + 1;

/** Moments of one scale, block by block, row after row. */
export type SceneScale = {
  readonly columns: number;
  readonly rows: number;
  readonly blockPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fields: Float64Array;
};

/** Full and half size; null where half of the plane would be nothing. */
export type NaturalScene = readonly [SceneScale, SceneScale] | null;

/** `luma` is an address in the kernel's memory. */
export function naturalSceneOf(luma: number, widthPx: number, heightPx: number): NaturalScene {
  if (widthPx < 2 || heightPx < 2) return null;
  const code = kernel();
  const halfWidthPx = widthPx >> 1;
  const halfHeightPx = heightPx >> 1;
  const half = code.allocate(halfWidthPx * halfHeightPx * 4);
  code.halve(luma, widthPx, heightPx, code.allocate(code.halveScratchBytes(widthPx)), half);
  return [
    scaleOf(luma, false, widthPx, heightPx, BLOCK_PX),
    scaleOf(half, true, halfWidthPx, halfHeightPx, BLOCK_PX / 2),
  ];
}

function scaleOf(source: number, isFloat: boolean, widthPx: number, heightPx: number, blockPx: number): SceneScale {
  const code = kernel();
  const columns = Math.ceil(widthPx / blockPx);
  const rows = Math.ceil(heightPx / blockPx);
  const length = columns * rows * FIELDS_PER_BLOCK;
  const blocks = code.allocate(length * 8);
  code.sumScale(source, Number(isFloat), widthPx, heightPx, blockPx, code.allocate(code.scratchBytes(widthPx)), blocks);
  return { columns, rows, blockPx, widthPx, heightPx, fields: code.floats(blocks, length).slice() };
}

/** BRISQUE's 36 numbers in OpenCV's order: for each scale 2 of the pixels and 4 of each product. */
export function brisqueFeatures(scene: NaturalScene): readonly number[] | null {
  return scene?.flatMap((scale) => featuresOf(wholeOf(scale), scale.widthPx * scale.heightPx)) ?? null;
}

/** The same 36 numbers for the blocks at `column` and `row` of both scales. */
export function blockFeatures([full, half]: NonNullable<NaturalScene>, column: number, row: number): readonly number[] {
  return [full, half].flatMap((scale) => featuresOf(blockOf(scale, column, row), scale.blockPx ** 2));
}

/** Mean local deviation of a block at full size, 0 … about 0.5: how much there is to see. */
export function blockDeviation([full]: NonNullable<NaturalScene>, column: number, row: number): number {
  return blockOf(full, column, row)[SETS * FIELDS_PER_SET]! / full.blockPx ** 2;
}

/** How many blocks are whole, across and down. */
export function wholeBlocks([full, half]: NonNullable<NaturalScene>): {
  readonly columns: number;
  readonly rows: number;
} {
  return {
    columns: Math.min(Math.floor(full.widthPx / full.blockPx), Math.floor(half.widthPx / half.blockPx)),
    rows: Math.min(Math.floor(full.heightPx / full.blockPx), Math.floor(half.heightPx / half.blockPx)),
  };
}

function featuresOf(fields: Float64Array, samples: number): readonly number[] {
  return Array.from({ length: SETS }, (_, set) => {
    const fit = fitAsymmetricGaussian(momentsOf(fields, set, samples));
    const { shape, left, right } = fit;
    if (set === 0) return [shape, (left ** 2 + right ** 2) / 2];
    return [shape, meanOf(fit), left ** 2, right ** 2];
  }).flat();
}

function momentsOf(fields: Float64Array, set: number, samples: number): Moments {
  const at = set * FIELDS_PER_SET;
  return {
    above: fields[at]!,
    below: fields[at + 1]!,
    squares: fields[at + 2]!,
    squaresAbove: fields[at + 3]!,
    magnitudes: fields[at + 4]!,
    samples,
  };
}

function blockOf({ columns, fields }: SceneScale, column: number, row: number): Float64Array {
  const at = (row * columns + column) * FIELDS_PER_BLOCK;
  return fields.subarray(at, at + FIELDS_PER_BLOCK);
}

function wholeOf({ columns, rows, fields }: SceneScale): Float64Array {
  const sum = new Float64Array(FIELDS_PER_BLOCK);
  for (let block = 0; block < columns * rows; block += 1)
    for (let field = 0; field < FIELDS_PER_BLOCK; field += 1) sum[field]! += fields[block * FIELDS_PER_BLOCK + field]!;
  return sum;
}
