/** Takes secrets out of a text wherever they stand in it, and credentials out of any address. */
export function secretScrubber(secrets: readonly string[]): (text: string) => string {
  const written = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return (text) => {
    let clean = text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@"]+@/gi, '$1[redacted]@');
    for (const secret of written) clean = clean.replaceAll(secret, '[redacted]');
    return clean;
  };
}
