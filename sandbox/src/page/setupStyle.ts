/** What the set-up page needs besides the style of the main page. */
export const SETUP_STYLE = `
fieldset { border: 1px solid var(--edge); border-radius: 0.25rem; margin: 0.75rem 0; padding: 0.5rem 0.75rem; }
fieldset[hidden], section[hidden] { display: none; }
fieldset label { display: inline-block; margin: 0.25rem 1.5rem 0.25rem 0; }
fieldset small { display: block; }
input:not([type='radio'], [type='checkbox']) { font: inherit; display: block; width: min(26rem, 80vw); padding: 0.2rem 0.4rem; }
h3 { font-size: 1rem; margin: 0; }
article { border: 1px solid var(--edge); border-radius: 0.25rem; margin: 0.75rem 0; padding: 0.75rem; }
pre { margin: 0.5rem 0; font: 0.85rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 22rem; overflow: auto; }
article button { margin-right: 0.5rem; }
button.main { font-size: 1rem; padding: 0.35rem 1rem; }
[data-part='open'] span { font-weight: 600; }
`;
