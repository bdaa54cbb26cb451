/** Symmetric matrices by their lower triangle, row after row: `at(row, column)` for column ≤ row. */
const at = (row: number, column: number) => (row * (row + 1)) / 2 + column;

/** L with L Lᵀ = `matrix`. A direction without any extent gets one of 1e-12, so that what lies in it counts as far away. */
export function factorOf(matrix: readonly number[], size: number): readonly number[] {
  const factor = Array.from(matrix, () => 0);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = matrix[at(row, column)]!;
      for (let k = 0; k < column; k += 1) rest -= factor[at(row, k)]! * factor[at(column, k)]!;
      factor[at(row, column)] = row === column ? Math.sqrt(Math.max(rest, 1e-12)) : rest / factor[at(column, column)]!;
    }
  }
  return factor;
}

/** x with L x = `values`. */
export function solveLower(factor: readonly number[], values: readonly number[]): readonly number[] {
  const solution: number[] = [];
  for (let row = 0; row < values.length; row += 1) {
    let rest = values[row]!;
    for (let k = 0; k < row; k += 1) rest -= factor[at(row, k)]! * solution[k]!;
    solution.push(rest / factor[at(row, row)]!);
  }
  return solution;
}
