export { lookAtColours, meanCells } from './colours';
export { halve, halveScratchBytes } from './halve';
export { sumLevels } from './levels';
export { scratchBytes, sumScale } from './natural-scene';
export { measureTile, tileScratchBytes } from './tiles';
