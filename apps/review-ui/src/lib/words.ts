const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `4.2 MB`, decimal as disks and networks count. */
export function bytesInWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}

/**
 * `12,345.678`: thousands apart, at most three decimals, as `toLocaleString('en')` writes it. That and `Intl` read the browser's data of all languages at
 * their first use, 100 ms of a page's first draw.
 */
export function figure(number: number): string {
  const [whole = '', fraction] = String(Math.abs(Number(number.toFixed(3)))).split('.');
  const apart = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${number < 0 ? '-' : ''}${apart}${fraction === undefined ? '' : `.${fraction}`}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const;

/** The clock of this machine; the day too, when it is another one than today. */
export function timeInWords(at: string, now = new Date()): string {
  const when = new Date(at);
  const time = [when.getHours(), when.getMinutes(), when.getSeconds()].map((part) => String(part).padStart(2, '0'));
  const day = `${when.getDate()} ${months[when.getMonth()]} ${when.getFullYear()}, `;
  return `${when.toDateString() === now.toDateString() ? '' : day}${time.join(':')}`;
}

export function secondsInWords(seconds: number): string {
  if (seconds < 90) return count(Math.max(1, Math.round(seconds)), 'second');
  return seconds < 5400 ? count(Math.round(seconds / 60), 'minute') : `${(seconds / 3600).toFixed(1)} hours`;
}

/** `draft-text` as `draft text`. */
export const stageInWords = (stage: string) => stage.replaceAll('-', ' ');
