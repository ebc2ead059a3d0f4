/** What the pages have in common: colours, type, and the elements as they are. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f7f7f5; --surface: #fff; --ink: #1d2126; --quiet: #545d69; --edge: #d9dce1; --firm: #7f8894;
  --accent: #1f4e8c; --on-accent: #fff;
  --good: #14602f; --good-ground: #e2f3e7;
  --bad: #9c231b; --bad-ground: #fce8e6;
  --going: #704800; --going-ground: #fcefd3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --surface: #1c2026; --ink: #e7e9ec; --quiet: #a9b1bc; --edge: #333a43; --firm: #7d8794;
    --accent: #93bbf5; --on-accent: #10161f;
    --good: #8edba9; --good-ground: #173324;
    --bad: #ffaaa1; --bad-ground: #43211e;
    --going: #f0c97e; --going-ground: #3b2e14;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.25rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.25rem; line-height: 1.3; letter-spacing: -0.01em; margin: 0; }
h2 { font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.015em; margin: 1.5rem 0 0.25rem; }
h3 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
p { margin: 0.25rem 0; max-width: 65ch; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code, pre { font: 0.85rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; user-select: all; }
pre { margin: 0.75rem 0; padding: 1rem; background: var(--surface); border: 1px solid var(--edge); border-radius: 0.5rem; overflow: auto; }
button, input, select { font: inherit; color: inherit; }
button, input:not([type='radio'], [type='checkbox']), select {
  font-size: 0.9rem; min-height: 2rem; padding: 0.2rem 0.7rem; background: var(--surface); border: 1px solid var(--firm); border-radius: 0.375rem;
}
input, select { max-width: 100%; }
button { cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; padding: 0.35rem 1rem; }
button.main:hover { color: var(--on-accent); text-decoration: underline; }
input[type='radio'], input[type='checkbox'] { accent-color: var(--accent); width: 1.05rem; height: 1.05rem; vertical-align: -0.15rem; }
fieldset { min-width: 0; }
summary { cursor: pointer; color: var(--accent); }
[hidden] { display: none !important; }
.quiet { color: var(--quiet); }
.refused { color: var(--bad); }
.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
