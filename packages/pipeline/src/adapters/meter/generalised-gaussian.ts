/** Sums over one set of samples: what the kernel adds up for each block. */
export type Moments = {
  readonly above: number;
  readonly below: number;
  readonly squares: number;
  readonly squaresAbove: number;
  readonly magnitudes: number;
  /** How many samples there are, zeros and what is no number included. */
  readonly samples: number;
};

/** An asymmetric generalised Gaussian distribution: its shape, and the standard deviations left and right of zero. */
export type AsymmetricGaussian = { readonly shape: number; readonly left: number; readonly right: number };

/** The search of OpenCV's `AGGDfit`: shapes from 0.2 on in steps of 0.001, added up one by one, below 10. */
const shapes = searchedShapes();

/** Γ(2/a)² / (Γ(1/a) Γ(3/a)) of each shape; rises with it. */
const ratios = shapes.map((shape) => Math.exp(2 * logGamma(2 / shape) - logGamma(1 / shape) - logGamma(3 / shape)));

/** By moments, as Lasmar, Stitou, Berthoumieu 2009 and BRISQUE. A side without samples is no number, and so is what follows from it. */
export function fitAsymmetricGaussian(moments: Moments): AsymmetricGaussian {
  const { above, below, squares, squaresAbove, magnitudes, samples } = moments;
  const left = Math.sqrt((squares - squaresAbove) / below);
  const right = Math.sqrt(squaresAbove / above);
  const g = left / right;
  const spread = (magnitudes / samples) ** 2 / (squares / samples);
  const wanted = (spread * (g ** 3 + 1) * (g + 1)) / (g ** 2 + 1) ** 2;
  return { shape: shapeWithRatio(wanted), left, right };
}

/** Mean of the distribution, the third parameter of BRISQUE's products. */
export function meanOf({ shape, left, right }: AsymmetricGaussian): number {
  const scale = Math.exp(0.5 * (logGamma(1 / shape) - logGamma(3 / shape)));
  return (right - left) * Math.exp(logGamma(2 / shape) - logGamma(1 / shape)) * scale;
}

/** The shape whose ratio is nearest; OpenCV's search ends on the last one when there is nothing to compare with. */
function shapeWithRatio(wanted: number): number {
  if (Number.isNaN(wanted)) return shapes.at(-1)!;
  let low = 0;
  let high = ratios.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ratios[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  const isBelowNearer = low > 0 && Math.abs(ratios[low - 1]! - wanted) < Math.abs(ratios[low]! - wanted);
  return shapes[isBelowNearer ? low - 1 : low]!;
}

function searchedShapes(): readonly number[] {
  const found: number[] = [];
  for (let shape = 0.2; shape < 10; shape += 0.001) found.push(shape);
  return found;
}

/** Lanczos' approximation (g = 7, n = 9), to about 1e-13 for positive arguments. */
function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const z = x - 1;
  const t = z + 7.5;
  const series = coefficients.reduce(
    (sum, coefficient, index) => sum + (index === 0 ? coefficient : coefficient / (z + index)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(series);
}
