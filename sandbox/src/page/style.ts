export const STYLE = `
:root { color-scheme: light dark; --edge: #8886; --quiet: #666; --good: #1a6b2f; --bad: #a3201b; --accent: #0b57a4; }
@media (prefers-color-scheme: dark) {
  :root { --quiet: #aaa; --good: #7fd396; --bad: #ff9d94; --accent: #8ec2ff; }
}
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 78rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
p { margin: 0.25rem 0; }
a { color: var(--accent); }
.quiet { color: var(--quiet); }
.scroll { overflow: auto; max-height: 26rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--edge); }
th[scope='row'] { font-weight: 600; }
td.number { white-space: nowrap; }
code { user-select: all; font: 0.85rem ui-monospace, monospace; overflow-wrap: anywhere; }
.key { display: inline-block; max-width: 30rem; max-height: 3em; overflow: hidden; }
button { font: inherit; font-size: 0.85rem; padding: 0.1rem 0.6rem; }
.accepted { color: var(--good); }
.refused { color: var(--bad); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
