/** What only the page of the sandbox itself has. One section is shown at a time: the one in the address, or the first. */
export const PAGE_STYLE = `
header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.25rem 2rem; padding: 1.25rem 0 0.75rem; font-size: 0.9rem; }
header > div { flex: 1 1 32rem; }
header p { max-width: 80ch; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: start; }
.links [aria-current] { font-weight: 600; }
nav {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: center; justify-content: space-between;
  background: var(--ground); border-bottom: 1px solid var(--edge); font-size: 0.95rem;
}
nav ul { display: flex; max-width: 100%; gap: 1.25rem; overflow-x: auto; margin: 0; padding: 0 2px; list-style: none; scrollbar-width: none; }
nav li a { display: block; padding: 0.65rem 0 0.5rem; border-bottom: 3px solid transparent; color: var(--quiet); text-decoration: none; white-space: nowrap; }
nav li a:hover { color: var(--ink); }
nav li a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
nav li a:focus-visible { outline-offset: -2px; }
.clock { min-height: 1.5rem; color: inherit; text-decoration: none; font-size: 0.875rem; }
.clock:hover { text-decoration: underline; }
main { min-height: 90vh; padding-bottom: 4rem; }
main > section > p { max-width: 80ch; }
main > section { scroll-margin-top: 100vh; }
main > section:focus-visible { outline: none; }
main > section:not(:target) { display: none; }
main:not(:has(> section:target)) > section:first-of-type { display: block; }

main .table:has(tbody:empty) { display: none; }
.table { position: relative; overflow-x: auto; margin: 0.75rem 0; background: var(--surface); border: 1px solid var(--edge); border-radius: 0.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: left; font-weight: 600; padding: 0.6rem 0.9rem; }
caption.unseen { padding: 0; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.9rem; border-top: 1px solid var(--edge); }
thead th, thead td { border-top: 0; padding-block: 0.4rem; font-size: 0.8rem; font-weight: 600; color: var(--quiet); white-space: nowrap; }
caption:not(.unseen) ~ thead > tr > * { border-top: 1px solid var(--edge); }
tbody th { font-weight: 600; }
tbody tr:hover { background: color-mix(in srgb, var(--accent) 5%, transparent); }
td code, th code { font-size: 0.93em; line-height: inherit; }
td button, th button { min-height: 1.6rem; margin-block: -0.1rem; padding: 0 0.6rem; font-size: 0.8rem; font-weight: 400; }
tr [data-copy], tr [data-copy-from] { min-width: 4.75rem; margin-left: 0.35rem; }
button.link { min-width: 9rem; min-height: 0; margin: 0; padding: 0; border: 0; background: none; color: var(--accent); font-size: inherit; font-weight: 600; text-align: left; text-decoration: underline; text-underline-offset: 0.15em; }
.more { display: flex; gap: 1rem; align-items: center; font-size: 0.9rem; }
.empty:not(:empty) { padding: 1.5rem 0.9rem; }
.pill { display: inline-block; padding: 0 0.55rem; border-radius: 1rem; font-size: 0.8rem; line-height: 1.4rem; font-weight: 600; white-space: nowrap; background: var(--edge); }
.pill[data-tone='good'] { color: var(--good); background: var(--good-ground); }
.pill[data-tone='bad'] { color: var(--bad); background: var(--bad-ground); }
.pill[data-tone='going'] { color: var(--going); background: var(--going-ground); }
#letters-rows td:nth-child(4) { min-width: 13rem; }
#requests-rows th span { display: block; }
#requests-rows [data-part='service'] { font-weight: 400; font-size: 0.8rem; }
#requests-rows details { font-size: 0.85rem; }

.filter { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; max-width: none; margin: 0.75rem 0; font-size: 0.9rem; }
input[type='search'] { width: min(22rem, 100%); }
dl { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: 0.15rem 1rem; margin: 0.5rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }

dialog { width: min(34rem, 100vw); max-width: none; height: 100dvh; max-height: none; margin: 0 0 0 auto; padding: 1.25rem 1.5rem; border: 0; border-left: 1px solid var(--edge); background: var(--surface); color: inherit; overflow-y: auto; }
dialog::backdrop { background: rgb(0 0 0 / 45%); }
dialog h2 { margin: 0 0 0.5rem; padding-right: 5rem; overflow-wrap: anywhere; }
dialog form { float: right; }
dialog .toast { position: static; margin-top: 1rem; }
.timeline { list-style: none; margin: 0 0 1rem; padding: 0; }
.timeline li { position: relative; display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: 0 0 0.9rem 1.6rem; }
.timeline li::before { content: ''; position: absolute; left: 0.1rem; top: 0.35rem; width: 0.7rem; height: 0.7rem; border: 2px solid var(--accent); border-radius: 50%; background: var(--accent); }
.timeline li::after { content: ''; position: absolute; left: 0.5rem; top: 1.35rem; bottom: -0.2rem; width: 2px; background: var(--edge); }
.timeline li:last-child::after { display: none; }
.timeline [data-reached='false']::before { background: none; border-style: dashed; border-color: var(--firm); }
.timeline .state { font: 600 0.85rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.timeline [data-reached='false'] .state { font-weight: 400; }
.timeline .number { grid-area: 1 / 2; font-size: 0.85rem; }
.timeline [data-part='meaning'] { grid-column: 1 / -1; font-size: 0.9rem; }
.documents { margin: 0; padding-left: 1.1rem; }

.order { padding: 1rem 1.25rem; background: var(--surface); border: 1px solid var(--edge); border-radius: 0.5rem; }
.clock-order { display: flex; flex-wrap: wrap; gap: 0.75rem 2rem; align-items: end; }
.clock-order label, .clock-order .label { display: block; font-size: 0.85rem; color: var(--quiet); }
.buttons .label { width: 100%; margin-bottom: -0.5rem; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; max-width: none; }
.fields { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 0 0 0.75rem; padding: 0; border: 0; }
.fields p { max-width: 100%; }
.fields legend { float: left; width: 100%; padding: 0; font-size: 0.9rem; font-weight: 600; }
.fields label { display: block; font-size: 0.85rem; color: var(--quiet); }
.fields input[type='number'] { width: 11rem; }
#settings label { display: block; font-weight: 400; }
#settings code { color: var(--quiet); font-weight: 400; font-size: 0.8rem; }
#settings .changed { background: var(--going-ground); }
#settings input:not([type='checkbox']), #settings select { width: min(13rem, 40vw); }

.choice { display: flex; flex-wrap: wrap; width: fit-content; margin: 0.75rem 0; padding: 0; border: 1px solid var(--firm); border-radius: 0.5rem; overflow: hidden; background: var(--surface); }
.choice label { position: relative; cursor: pointer; }
.choice input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
.choice span { display: block; padding: 0.3rem 1.1rem; font-size: 0.9rem; }
.choice :checked + span { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.choice :focus-visible + span { outline: 2px solid var(--accent); outline-offset: -4px; outline-color: currentcolor; }
.host { display: none; }
#credentials:has(#for-n8n:checked) [data-hosts~='n8n'], #credentials:has(#for-node-red:checked) [data-hosts~='node-red'],
#credentials:has(#for-curl:checked) [data-hosts='curl'], #credentials:has(#for-env:checked) [data-hosts='env'] { display: block; }
#credentials:has(#for-node-red:checked) .in-n8n, #credentials:has(#for-n8n:checked) .in-node-red { display: none; }
.host table { table-layout: fixed; }
.host th:first-child { width: 14rem; }
.host td:last-child { width: 7rem; text-align: right; }
.value { display: block; max-height: 3em; overflow: hidden; }

.toast { position: fixed; right: 1.25rem; bottom: 1.25rem; z-index: 2; max-width: min(30rem, calc(100vw - 2.5rem)); border-radius: 0.5rem; background: var(--ink); color: var(--ground); }
.toast:not(:empty) { padding: 0.6rem 1rem; }
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: slide 0.15s ease-out; }
  @keyframes slide { from { transform: translateX(1.5rem); opacity: 0; } }
}
@media (max-width: 40rem) {
  body { padding: 0 0.75rem; }
  th, td { padding-inline: 0.6rem; }
  dl { grid-template-columns: 1fr; }
  dd { margin-bottom: 0.35rem; }
  .host table { table-layout: auto; }
  .host th:first-child { width: auto; }
}
`;
