import type { Picture } from './picture-input.ts';

const EDGE_PX = 256;
/** Answers that lie nearer together are the same: noise of the arithmetic. */
const SAME = 1e-4;

/** Throws when a model gives all of some very different pictures the same answer: random or empty weights, or a wrong input. */
export async function assertAnswersVary(path: string, answer: (picture: Picture) => Promise<number>): Promise<void> {
  const answers: number[] = [];
  for (const picture of sanityPictures()) answers.push(await answer(picture));
  if (answers.some((value) => !Number.isFinite(value))) throw new Error(`${path} answers with what is no number`);
  if (Math.max(...answers) - Math.min(...answers) < SAME)
    throw new Error(
      `${path} gives every picture the same answer (${answers[0]!.toFixed(4)}): it was not trained, or not exported as it was trained`,
    );
}

/** Black, white, a red slope, and a pattern of fine green and blue squares. */
function sanityPictures(): readonly Picture[] {
  const draw = (colourAt: (x: number, y: number) => readonly [number, number, number]): Picture => ({
    rgb: Uint8Array.from({ length: EDGE_PX * EDGE_PX * 3 }, (_, at) => {
      const pixel = Math.floor(at / 3);
      return colourAt(pixel % EDGE_PX, Math.floor(pixel / EDGE_PX))[at % 3]!;
    }),
    widthPx: EDGE_PX,
    heightPx: EDGE_PX,
  });
  return [
    draw(() => [4, 4, 4]),
    draw(() => [250, 250, 250]),
    draw((x, y) => [Math.min(255, x), Math.floor(y / 4), 20]),
    draw((x, y) => (((x >> 3) + (y >> 3)) % 2 === 0 ? [20, 220, 40] : [10, 30, 200])),
  ];
}
