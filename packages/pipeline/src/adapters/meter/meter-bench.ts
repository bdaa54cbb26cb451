import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brisqueModelFiles } from '../../fixtures/test-photos.ts';
import { analysedPhoto } from './fixtures/pictures.ts';
import { lumaOf } from '../renderer/luma-plane.ts';
import { readPixels, readPlanes } from './read-planes.ts';

/**
 * All measurements of one photo beside OpenCV's BRISQUE features of the same plane, in turns in one run: `node meter-bench.ts --rounds 9`. Needs
 * /usr/bin/python3 with cv2.quality (Debian: python3-opencv); only the ratios mean anything.
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const folder = mkdtempSync(join(tmpdir(), 'proofline-meter-'));
const photo = await analysedPhoto('photos/vivo-x90pro.jpg');
const analysis = { path: join(folder, 'analysis.rgb'), widthPx: photo.widthPx, heightPx: photo.heightPx };
const luma = { ...analysis, path: join(folder, 'luma.gray') };
writeFileSync(analysis.path, photo.rgb);
writeFileSync(luma.path, lumaOf(photo.rgb));

const python = `
import cv2, numpy, sys, time
cv2.setNumThreads(1)
a = numpy.fromfile(sys.argv[1], numpy.uint8).reshape(int(sys.argv[3]), int(sys.argv[2]), 3)[:, :, ::-1].copy()
times = []
for _ in range(5):
    t = time.process_time(); cv2.quality.QualityBRISQUE_computeFeatures(a); times.append((time.process_time() - t) * 1000)
print(sorted(times)[2])`;

const ratios: number[] = [];
for (let round = 0; round < Number(values.rounds); round += 1) {
  const ours = await medianMs(() => readPlanes({ luma, analysis, isReduced: true }, brisqueModelFiles));
  const pixels = await medianMs(() => readPixels(photo.rgb, { analysis, isReduced: true }));
  const size = [String(analysis.widthPx), String(analysis.heightPx)];
  const theirs = Number(execFileSync('/usr/bin/python3', ['-c', python, analysis.path, ...size], { encoding: 'utf8' }));
  ratios.push(ours / theirs);
  process.stdout.write(
    `round ${round + 1}: everything ${ours.toFixed(1)} ms (pixels ${pixels.toFixed(1)}), OpenCV's features ${theirs.toFixed(1)} ms, ratio ${(ours / theirs).toFixed(2)}\n`,
  );
}
ratios.sort((a, b) => a - b);
process.stdout.write(
  `median ratio ${ratios[ratios.length >> 1]!.toFixed(2)} (processor time, ${analysis.widthPx} × ${analysis.heightPx})\n`,
);
rmSync(folder, { recursive: true });

async function medianMs(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const before = process.cpuUsage();
    await work();
    const used = process.cpuUsage(before);
    times.push((used.user + used.system) / 1000);
  }
  return times.toSorted((a, b) => a - b)[2]!;
}
