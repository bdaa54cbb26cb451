export type Scene = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Minutes since midnight: the light follows the clock. */
  readonly minutes: number;
  /** In [0, 1). */
  readonly random: () => number;
};

/** A landscape under the light of its hour, as SVG: sky, sun, clouds, layered hills, water or meadow, trees. */
export function paintScene({ widthPx, heightPx, minutes, random }: Scene): string {
  const sky = skyAt(minutes);
  const horizon = heightPx * (0.45 + random() * 0.15);
  const sunX = widthPx * (0.15 + random() * 0.7);
  const sunY = horizon - heightPx * sky.sunHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky.zenith}"/><stop offset="1" stop-color="${sky.horizon}"/></linearGradient>
      <radialGradient id="sun"><stop offset="0" stop-color="#fffbe8"/><stop offset="0.25" stop-color="${sky.sun}"/><stop offset="1" stop-color="${sky.sun}" stop-opacity="0"/></radialGradient>
      <linearGradient id="ground" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky.near}"/><stop offset="1" stop-color="#10160f"/></linearGradient>
    </defs>
    <rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${sunX}" cy="${sunY}" r="${heightPx * 0.28}" fill="url(#sun)"/>
    ${clouds(widthPx, horizon, random)}
    ${[0, 1, 2, 3].map((layer) => hills(widthPx, heightPx, horizon, layer, sky.hills, random)).join('')}
    <rect y="${heightPx * 0.8}" width="100%" height="20%" fill="url(#ground)"/>
    ${trees(widthPx, heightPx, random)}
  </svg>`;
}

/** Numbers in [0, 1), the same for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function skyAt(minutes: number) {
  const hour = minutes / 60;
  if (hour < 7.5 || hour > 19.5) {
    return {
      zenith: '#33406e',
      horizon: '#f2a063',
      sun: '#ffb35c',
      near: '#4b5138',
      hills: '#6a5f78',
      sunHeight: 0.04,
    };
  }
  if (hour < 10 || hour > 17) {
    return { zenith: '#4f82c4', horizon: '#f3dcb4', sun: '#ffe2a0', near: '#6f8146', hills: '#7f8ea6', sunHeight: 0.2 };
  }
  return { zenith: '#2f72c8', horizon: '#c9e2f5', sun: '#fff6d0', near: '#6f9a3f', hills: '#7f9fb8', sunHeight: 0.34 };
}

function clouds(widthPx: number, horizon: number, random: () => number): string {
  return Array.from({ length: 9 }, () => {
    const x = random() * widthPx;
    const y = random() * horizon * 0.7;
    const rx = widthPx * (0.04 + random() * 0.1);
    return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx * 0.16}" fill="#fff" opacity="${0.12 + random() * 0.3}"/>`;
  }).join('');
}

function hills(
  widthPx: number,
  heightPx: number,
  horizon: number,
  layer: number,
  color: string,
  random: () => number,
): string {
  const base = horizon + (heightPx * 0.85 - horizon) * (layer / 4);
  const points = Array.from({ length: 13 }, (_, step) => {
    const x = (widthPx * step) / 12;
    return `${x},${base - random() * heightPx * (0.16 - layer * 0.03)}`;
  });
  const shade = ['', '#5d7a6a', '#46663f', '#314b2c'][layer] || color;
  return `<polygon points="0,${heightPx} ${points.join(' ')} ${widthPx},${heightPx}" fill="${shade}" stroke="${shade}" stroke-width="40" stroke-linejoin="round"/>`;
}

function trees(widthPx: number, heightPx: number, random: () => number): string {
  return Array.from({ length: 26 }, () => {
    const x = random() * widthPx;
    const foot = heightPx * (0.8 + random() * 0.16);
    const tall = heightPx * (0.05 + random() * 0.1);
    const wide = tall * 0.32;
    return `<polygon points="${x - wide},${foot} ${x},${foot - tall} ${x + wide},${foot}" fill="hsl(${100 + random() * 40},35%,${10 + random() * 14}%)"/>`;
  }).join('');
}
