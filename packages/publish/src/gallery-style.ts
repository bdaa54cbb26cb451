/** A dark neutral grey without tint, so that the page does not change how a photo's colours look. Contrast of text is 7:1 or more. */
export const galleryStyle = `
:root { color-scheme: dark; --ground: #1f1f1f; --raised: #2a2a2a; --line: #484848; --text: #ececec; --quiet: #b9b9b9; }
* { box-sizing: border-box; }
body { margin: 0; padding: 0 clamp(1rem, 3vw, 3rem) 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
header { padding: 2rem 0 1.25rem; }
h1 { margin: 0; font-size: 1.75rem; font-weight: 600; line-height: 1.2; }
header p { margin: 0.25rem 0 0; color: var(--quiet); }
nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; margin: 1rem 0 0; color: var(--quiet); }
nav [aria-current] { color: var(--text); font-variant-numeric: tabular-nums; }
a { color: #a9cbff; }
a:focus-visible, summary:focus-visible { outline: 3px solid #a9cbff; outline-offset: 2px; }
.photos { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.5rem;
  align-items: start; margin: 0; padding: 0; list-style: none; }
.photos li { content-visibility: auto; contain-intrinsic-size: auto 19rem; }
figure { margin: 0; background: var(--raised); border-radius: 6px; overflow: hidden; }
figure a { display: block; }
figure a:focus-visible { outline-offset: -3px; }
img { display: block; width: 100%; height: auto; aspect-ratio: 3 / 2; object-fit: contain; background: #161616; color: var(--quiet); }
figcaption { padding: 0.75rem 1rem 1rem; overflow-wrap: anywhere; }
figcaption p { margin: 0; white-space: pre-line; }
details { margin-top: 0.5rem; color: var(--quiet); font-size: 0.875rem; }
summary { cursor: pointer; width: max-content; }
summary:hover { color: var(--text); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; margin: 0.75rem 0 0; padding-top: 0.75rem;
  border-top: 1px solid var(--line); }
dd { margin: 0; color: var(--text); }
.for-screen-readers { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
