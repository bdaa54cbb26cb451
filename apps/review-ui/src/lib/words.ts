const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `4.2 MB`, decimal as disks and networks count. */
export function bytesInWords(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** The clock of this machine; the day too, when it is another one than today. */
export function timeInWords(at: string, now = new Date()): string {
  const when = new Date(at);
  const time = clock.format(when);
  return when.toDateString() === now.toDateString() ? time : `${day.format(when)}, ${time}`;
}

export function secondsInWords(seconds: number): string {
  if (seconds < 90) return count(Math.max(1, Math.round(seconds)), 'second');
  return seconds < 5400 ? count(Math.round(seconds / 60), 'minute') : `${(seconds / 3600).toFixed(1)} hours`;
}

/** `draft-text` as `draft text`. */
export const stageInWords = (stage: string) => stage.replaceAll('-', ' ');
